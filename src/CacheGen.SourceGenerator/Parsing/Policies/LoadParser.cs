using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What the attribute puts around loads: a rate limiter, a scope of dependency injection.</summary>
internal static class LoadParser
{
    public const string BackgroundScope = "BackgroundScope";

    public const string RateLimitProperty = "RateLimit";

    public static string? RateLimit(ParseContext context) => RateLimit(context, context.Argument<string>(RateLimitProperty));

    /// <summary>The name, if it is one.</summary>
    public static string? RateLimit(ParseContext context, string? name)
    {
        if (name is null || !string.IsNullOrWhiteSpace(name))
            return name;
        context.ReportArgument(Rules.NamelessLimiter, RateLimitProperty, null, name);
        return null;
    }

    /// <summary>How the type is made anew for each load; null where the loads have no instance, or need no scope of their own.</summary>
    public static FreshInstanceModel? FreshInstance(ParseContext context, PolicyModel policy, SourceModel? source, ReturnKind returns)
    {
        if (!policy.BackgroundScope)
            return null;
        var type = context.Method.ContainingType;
        foreach (var parameter in context.Method.Parameters.Where(parameter => parameter.Type.IsScopedService()))
        {
            context.ReportArgument(Rules.NoFreshInstance, BackgroundScope, null, context.Method.Name,
                $"its argument '{parameter.Name}' stays that of the caller who began the load, whose scope may have ended; take the {parameter.Type.Short()} in the constructor of '{type.Name}'");
        }

        if (returns == ReturnKind.Stream)
        {
            context.ReportArgument(Rules.NoFreshInstance, BackgroundScope, null, context.Method.Name,
                "a stream of more than MaxItems is read on by its caller when the scope has ended; return a list, or leave BackgroundScope out");
            return null;
        }

        return source is null ? null : FreshInstance(context, policy, source.IsStatic);
    }

    /// <summary>As the other, once it is known whether the source has an instance.</summary>
    public static FreshInstanceModel? FreshInstance(ParseContext context, PolicyModel policy, bool isStatic)
    {
        var type = context.Method.ContainingType;
        if (!policy.BackgroundScope || isStatic)
            return null;
        if (type.IsValueType)
        {
            context.ReportArgument(Rules.NoFreshInstance, BackgroundScope, null, context.Method.Name,
                $"'{type.Name}' is a struct, which no scope can make; make it a class");
            return null;
        }

        return new FreshInstanceModel(type.Code(), type.AllInterfaces.Where(service => IsRegistrable(service, context)).Select(service => service.Code()).ToEquatableArray());
    }

    /// <summary>An interface of the user's own, which generated code may name.</summary>
    private static bool IsRegistrable(INamedTypeSymbol service, ParseContext context) =>
        RootOf(service.ContainingNamespace) != "System"
        && context.Compilation.IsSymbolAccessibleWithin(service, context.Method.ContainingType)
        && !service.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute");

    private static string RootOf(INamespaceSymbol @namespace)
    {
        while (@namespace.ContainingNamespace is { IsGlobalNamespace: false } outer)
            @namespace = outer;
        return @namespace.Name;
    }
}
