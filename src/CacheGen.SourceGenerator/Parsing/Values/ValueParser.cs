using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What the attribute says of values: which are misses or failures, which are stored and how long, which are still valid.</summary>
internal static class ValueParser
{
    public static ValueModel Parse(ParseContext context, ITypeSymbol value, ReturnKind returns, PolicyModel policy) => new()
    {
        Miss = Predicate(context, "IsMiss", value, "value is null || {0}"),
        StoreWhen = Predicate(context, "StoreWhen", value, "value is null || {0}"),
        FailWhen = Predicate(context, "FailWhen", value, "value is not null && {0}"),
        TtlFrom = TtlFrom(context, value),
        ValidWhen = ValidParser.Parse(context, value, returns),
        SameValue = policy.MaxTtl is null ? null : SameValue(context, value),
        ServeStaleOn = Exceptions(context, "ServeStaleOn"),
        NeverServeStaleOn = Exceptions(context, "NeverServeStaleOn"),
    };

    private static Selector? Predicate(ParseContext context, string property, ITypeSymbol value, string whereNull) =>
        Find(context, property, value, "bool", type => type.SpecialType == SpecialType.System_Boolean, whereNull);

    private static Selector? TtlFrom(ParseContext context, ITypeSymbol value) => Find(
        context, "TtlFrom", value, "TimeSpan?", type => type.Unwrapped().FullName() == "System.TimeSpan", "value is null ? default(global::System.TimeSpan?) : {0}");

    private static Selector? Find(ParseContext context, string property, ITypeSymbol value, string returns, Func<ITypeSymbol, bool> fits, string whereNull)
    {
        var found = SelectorFinder.Find(context, property, $"static {returns} {{0}}({value.Short()} value)", value, candidate =>
            !candidate.IsStatic ? "it is not static"
            : candidate.Parameters.Length > 1 ? "it takes more than the value"
            : fits(candidate.ReturnType) ? null
            : $"it returns {candidate.ReturnType.Short()}");
        if (found is null)
            return null;
        var call = $"{SelectorFinder.Access(found.Method, context.Method)}({found.Cast}value{found.Value.Suffix})";
        return new Selector(found.Method.Name, "static value => " + (found.Value.SkipsNull ? whereNull.Replace("{0}", call) : call));
    }

    private static string? SameValue(ParseContext context, ITypeSymbol value)
    {
        if (ValueComparison.Of(value, context, out var problem) is { } lambda)
            return lambda;
        context.ReportArgument(Rules.BadAdaptiveTtl, "AdaptiveTtl", null, context.Argument<string>("AdaptiveTtl")!, $"must compare loaded values: {problem}");
        return null;
    }

    private static EquatableArray<ExceptionType>? Exceptions(ParseContext context, string property)
    {
        if (context.Types(property) is not { } types)
            return null;
        for (var i = 0; i < types.Count; i++)
        {
            var problem = types[i] is not INamedTypeSymbol type || type.OriginalDefinition.BasesOf().All(t => t.FullName() != "System.Exception") ? "it is no exception"
                : type.IsUnboundGenericType ? "its type arguments are missing"
                : type.Nesting().Any(outer => outer.IsFileLocal) ? "it is local to its file, which generated code cannot reach"
                : null;
            if (problem is not null)
                context.ReportArgument(Rules.WrongSelector, new AttributePlace(property, i), null, property, types[i]?.Short() ?? "null", $"{problem}: it must be typeof(TheException)");
        }

        return types.OfType<INamedTypeSymbol>().Select(type => new ExceptionType(type.Short(), type.Code())).ToEquatableArray();
    }
}
