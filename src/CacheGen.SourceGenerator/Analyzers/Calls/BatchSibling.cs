using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Calls;

/// <summary>A method of one item, and one of the same type that gets many of them.</summary>
/// <param name="Single">With [Cached].</param>
/// <param name="Id">Its parameter that stands for one of the ids.</param>
/// <param name="Batch">With [CachedBatch].</param>
/// <param name="Ids">Its parameter that holds them.</param>
internal sealed record BatchSibling(IMethodSymbol Single, IParameterSymbol Id, IMethodSymbol Batch, IParameterSymbol Ids)
{
    /// <summary>All of a type, which may be of another assembly.</summary>
    public static IReadOnlyList<BatchSibling> In(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>().Where(method => method is { PartialDefinitionPart: null, Arity: 0 }).ToArray();
        var singles = methods.Where(method => method.FindAttribute(CachedMethodParser.CachedAttribute) is not null).ToArray();
        if (singles.Length == 0)
            return [];
        var siblings = new List<BatchSibling>();
        foreach (var batch in methods)
        {
            if (batch.FindAttribute(BatchMethodParser.BatchAttribute) is not { } attribute)
                continue;
            var context = new ParseContext(batch, attribute, compilation, report: null, cancellationToken);
            if (BatchShape.Read(context, batch, ValueOf(batch)).Shape is { } shape)
                siblings.AddRange(singles.Select(single => Of(single, shape, batch, context.Argument<string>("Of"))).OfType<BatchSibling>());
        }

        return siblings;
    }

    private static BatchSibling? Of(IMethodSymbol single, BatchShape shape, IMethodSymbol batch, string? of)
    {
        // Without Of, the same types may be another question; the name must say that it is the same.
        if (of is null ? !IsPlural(single.Name, batch.Name) : of != single.Name)
            return null;
        if (single.IsStatic != batch.IsStatic || !BatchTypes.AreAlike(ValueOf(single), shape.Value)
            || single.Parameters.FirstOrDefault(parameter => IsSame(parameter.Type, shape.Id) && batch.Parameters.All(other => other.Name != parameter.Name)) is not { } id)
        {
            return null;
        }

        var others = single.Parameters.Where(parameter => !parameter.Type.IsCancellationToken() && parameter.Ordinal != id.Ordinal).ToArray();
        var ofBatch = batch.Parameters.Where(parameter => !parameter.Type.IsCancellationToken() && parameter.Ordinal != shape.Ids.Ordinal).ToArray();
        return others.Length == ofBatch.Length && others.All(one => ofBatch.Any(other => other.Name == one.Name && IsSame(other.Type, one.Type)))
            ? new BatchSibling(single, id, batch, shape.Ids)
            : null;
    }

    private static bool IsPlural(string single, string batch)
    {
        var one = WithoutAsync(single);
        return WithoutAsync(batch).StartsWith(one.EndsWith("y", StringComparison.Ordinal) ? one.Substring(0, one.Length - 1) + "ies" : one + "s", StringComparison.Ordinal);
    }

    private static string WithoutAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    private static ITypeSymbol ValueOf(IMethodSymbol method) => method.ReturnType.AwaitedResult()?.Result ?? method.ReturnType;

    private static bool IsSame(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
