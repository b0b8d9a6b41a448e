using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2012: a list in a key, where [1,2] and [2,1] are two.</summary>
internal static class CollectionsInKey
{
    /// <summary>The property of the diagnostic that says that [CachedBatch] would do.</summary>
    public const string BatchProperty = "Batch";

    /// <summary>The property of the diagnostic that says that the answer has an order too, which may be that of the collection.</summary>
    public const string OrderedProperty = "Ordered";

    public static void Check(AnalyzedMethod method, IReadOnlyList<KeyRead> reads, Action<Diagnostic> report)
    {
        foreach (var read in reads)
        {
            var type = read.Type.Unwrapped();
            // Bytes are one value, not many.
            if (type.ItemOf() is not { SpecialType: not SpecialType.System_Byte } || KeyTypes.IsSet(type) || read.Has("set") || read.IsTransformed)
                continue;
            var properties = read.Properties;
            if (CanBeBatch(method, read.Symbol))
                properties = properties.Add(BatchProperty, "");
            if (method.Context.Value is { } value && IsOrdered(value.Unwrapped()))
                properties = properties.Add(OrderedProperty, "");
            report(Diagnostic.Create(Rules.CollectionInKey, read.Location, properties, read.Name));
        }
    }

    private static bool IsOrdered(ITypeSymbol value) =>
        (value.ItemOf() is not null && !KeyTypes.IsSet(value)) || value.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    /// <summary>The method, its source and what its attribute says would do for [CachedBatch].</summary>
    private static bool CanBeBatch(AnalyzedMethod method, ISymbol ids)
    {
        var context = method.Context;
        if (context.Attribute.AttributeClass?.Name != CachedMethodParser.CachedAttribute
            || context.Attribute.NamedArguments.Any(argument => argument.Key is "Batch" or "BatchWindow" or "MaxItems" or "ValidWhen" or "IsMiss" or "StoreWhen" or "TtlFrom" or "FailWhen"))
        {
            return false;
        }

        var trial = context.Silent(context.Method, context.Attribute);
        return MethodShape.CheckSignature(trial) is { } result
            && BatchShape.Of(trial, result) is { } shape
            && SymbolEqualityComparer.Default.Equals(shape.Ids, ids)
            && new BatchSourceFinder(trial, shape.Ids, shape.Id, shape.Value, shape.Cached).Find(CachedMethodParser.ReturnsOf(context.Method)) is not null
            && !trial.HasErrors;
    }
}
