using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From a method with [Cached] to its model. All that can be wrong is found, not just the first.</summary>
internal static class CachedMethodParser
{
    public const string CachedAttribute = "CachedAttribute";

    /// <summary>Of methods whose source is a batch's.</summary>
    private static readonly SourceModel s_noSource = new() { Name = "", IsStatic = false, ReturnsValueTask = false, Arguments = default, NeedsSuppression = false };

    /// <summary>
    /// The model; a refused method where something is wrong; null where not even a part of it can be written
    /// (it is not partial, has a body, stands in a place that cannot be generated for).
    /// </summary>
    public static ParsedMethod? Parse(ParseContext context)
    {
        if (!MethodShape.CheckPlace(context))
            return null;
        if (MethodShape.CheckSignature(context) is not { } result)
            return Refuse(context);

        WriteMethodParser.CheckCached(context);
        var returns = ReturnsOf(context.Method);
        var cache = CacheFinder.Find(context);
        var window = WindowParser.Parse(context, result, returns);
        var source = WindowParser.IsAsked(context) ? s_noSource : SourceFinder.Find(context, result, returns);
        // Null in the list's place marks a stream that is too long.
        var value = returns == ReturnKind.Stream ? StreamParser.ListOf(result, context.Compilation).WithNullableAnnotation(NullableAnnotation.Annotated) : result;
        var model = Describe(context, value, returns, cache, source);
        WindowParser.CheckKey(context, window, model.Key);
        if (context.HasErrors || cache is null || source is null)
            return Refuse(context);
        return model with { Window = window };
    }

    internal static ReturnKind ReturnsOf(IMethodSymbol method) => method.ReturnType.AwaitedResult() switch
    {
        null when method.ReturnType.StreamItem() is not null => ReturnKind.Stream,
        null => ReturnKind.Value,
        { IsValueTask: true } => ReturnKind.ValueTask,
        _ => ReturnKind.Task,
    };

    /// <summary>What the attribute says, of whatever is cached by it; where something is wrong, nothing is to be made of it.</summary>
    internal static MethodModel Describe(ParseContext context, ITypeSymbol value, ReturnKind returns, CacheModel? cache, SourceModel? source)
    {
        context.Value = value;
        var method = context.Method;
        var typeParameters = method.ContainingType.Nesting().SelectMany(type => type.TypeParameters).Concat(method.TypeParameters)
            .Select(parameter => Names.Identifier(parameter.Name)).ToArray();
        var maxItems = StreamParser.MaxItems(context, returns);
        var policy = returns == ReturnKind.Stream ? StreamParser.Policy(context, PolicyParser.Parse(context)) : PolicyParser.Parse(context);
        var freshInstance = LoadParser.FreshInstance(context, policy, source, returns);
        var values = ValueParser.Parse(context, value, returns, policy);
        var key = KeyParser.Parse(context, typeParameters);
        var tags = TagParser.Parse(context, key);
        return new MethodModel
        {
            Type = TypeParser.Identify(method.ContainingType, context.Compilation),
            Signature = SignatureParser.Parse(method),
            Id = IdOf(method),
            Returns = returns,
            ValueType = value.Code(),
            MaxItems = maxItems,
            MayMiss = value.MayBeNull(),
            Fingerprint = ShapeFingerprint.Of(value, context),
            AllTypeParameters = typeParameters.ToEquatableArray(),
            Cache = cache ?? new CacheModel("", ""),
            Source = source ?? s_noSource,
            Key = key,
            Tags = tags,
            Policy = policy,
            FreshInstance = freshInstance,
            Profile = context.Argument<string>("Profile"),
            Values = values,
            HandleAccessibility = Visibility.OfHandle(method, value, key, context.Item),
        };
    }

    internal static RefusedMethod Refuse(ParseContext context) => Refusal.Of(context.Method, context.Compilation, context.Broken);

    public static string IdOf(IMethodSymbol method)
    {
        var generic = method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name))}>";
        var others = Overloads.Of(method).Where(other => other.Arity == method.Arity);
        var parameters = Overloads.Parameters(method, others, ", ", parameter => !parameter.Type.IsCancellationToken());
        return $"{method.ContainingType.FullName()}.{method.Name}{generic}({parameters})";
    }
}
