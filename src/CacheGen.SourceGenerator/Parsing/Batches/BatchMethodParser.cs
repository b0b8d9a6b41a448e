using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From a method with [CachedBatch] to its model.</summary>
internal static class BatchMethodParser
{
    public const string BatchAttribute = "CachedBatchAttribute";

    private static readonly string[] s_besideOf = ["Of", KeyOf.Property, "Source", "MaxBatch", "MaxParallel"];

    /// <summary>What is said of a call, and has no meaning for each item.</summary>
    private static readonly (string Property, string Instead)[] s_notOfBatches =
    [
        ("KeyFrom", "takes the parameters of the method, and one of these holds many ids; say Key, or share the entries of a single-item method with Of"),
        ("ValidWhen", "is asked with the arguments of one item's call, and a batch has many; leave it out"),
    ];

    /// <inheritdoc cref="MethodParser"/>
    public static ParsedMethod? Parse(ParseContext context)
    {
        var method = context.Method;
        if (!MethodShape.CheckPlace(context))
            return null;
        if (MethodShape.CheckSignature(context) is not { } result || BatchShape.Of(context, result) is not { } shape)
            return CachedMethodParser.Refuse(context);

        CheckBounds(context);
        foreach (var (property, instead) in s_notOfBatches)
        {
            if (context.Argument<string>("Of") is null && context.Argument<string>(property) is not null)
                context.ReportArgument(Rules.UnmatchedBatch, property, null, method.Name, $"{property} {instead}");
        }

        var returns = CachedMethodParser.ReturnsOf(method);
        var cache = CacheFinder.Find(context);
        var of = context.Argument<string>("Of");
        var item = of is null ? Own(context, shape) : BatchOf.Find(context, of, ref shape);
        if (of is not null)
            CheckPolicy(context, of);
        var source = new BatchSourceFinder(context, shape.Ids, shape.Id, shape.Value, shape.Cached).Find(returns);
        if (source is { IsAsynchronous: true } && method.IsUnsafe())
            context.Report(Rules.ImpossibleShape, method.Name, MethodShape.NoAwait);
        // Of entries of its own the batch's source is the only one; else the single-item method has said it.
        var freshInstance = of is null && source is not null && item is not null
            ? LoadParser.FreshInstance(context, item.Value.Method.Policy, source.IsStatic)
            : null;
        if (context.HasErrors || cache is null || source is null || item is null)
            return CachedMethodParser.Refuse(context);

        return new BatchMethod
        {
            Type = TypeParser.Identify(method.ContainingType, context.Compilation),
            Signature = SignatureParser.Parse(method),
            Item = of is null ? item.Value.Method with { FreshInstance = freshInstance, Source = item.Value.Method.Source with { Name = source.Name } } : item.Value.Method,
            OwnsItem = of is null,
            Returns = returns,
            Cache = cache,
            Ids = Names.Identifier(shape.Ids.Name),
            Id = item.Value.Id,
            Source = source,
            Result = shape.ResultCode(result),
            NeedsSuppression = returns != ReturnKind.Value && BatchTypes.IsNullable(result),
            MaxBatch = context.Argument<int>("MaxBatch"),
            MaxParallel = context.Argument<int>("MaxParallel"),
        };
    }

    /// <summary>Without Of the items are as those of a single-item method with the batch's name and what its attribute says.</summary>
    private static (MethodModel Method, string Id) Own(ParseContext context, BatchShape shape)
    {
        context.Item = new ItemParameter(shape.Ids, shape.Id);
        var id = Names.Identifier(context.Item.Name);
        var item = CachedMethodParser.Describe(context, shape.Cached, ReturnKind.Task, cache: null, source: null);
        var ids = Names.Identifier(shape.Ids.Name);
        var parameters = item.Signature.Parameters.Select(parameter => parameter.Name != ids ? parameter : parameter with
        {
            Name = id,
            Type = shape.Id.Code(),
            BareType = shape.Id.Bare(),
            Modifiers = "",
        });
        return (item with { Signature = item.Signature with { Parameters = parameters.ToEquatableArray() } }, id);
    }

    private static void CheckBounds(ParseContext context)
    {
        foreach (var bound in new[] { "MaxBatch", "MaxParallel" })
        {
            if (context.Argument<int>(bound) is < 0 and var value)
                context.ReportArgument(Rules.BadBatchBound, bound, null, bound, value);
        }
    }

    // Two sayings about one entry: one of them would not hold.
    private static void CheckPolicy(ParseContext context, string of)
    {
        foreach (var argument in context.Attribute.NamedArguments)
        {
            if (!s_besideOf.Contains(argument.Key))
                context.ReportArgument(Rules.BatchOfMismatch, argument.Key, null, context.Method.Name, of, $"{argument.Key} is for '{of}' to say, whose entries these are; take it out here");
        }
    }
}
