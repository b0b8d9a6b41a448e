using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Calls;

/// <summary>CG6004: items are asked for one by one, where a batch method asks for all of them.</summary>
internal static class BatchInLoop
{
    public static Diagnostic? Judge(IInvocationOperation call, ISymbol caller, CallTargets targets, Func<INamedTypeSymbol, CallTargets?> others)
    {
        if (Find(call, targets.Batches) is not var (sibling, iteration) || (caller.ContainingType is { } type && others(type.OriginalDefinition)?.IsPart(caller) == true))
            return null;
        // A window joins calls that wait at the same time.
        var isJoined = iteration.IsConcurrent && sibling.Single.FindAttribute(CachedMethodParser.CachedAttribute)!.NamedArguments.Any(argument => argument.Key == "Batch");
        return isJoined ? null : Diagnostic.Create(Rules.CallsInLoop, CallTargets.LocationOf(call), sibling.Single.Name, sibling.Batch.Name);
    }

    /// <summary>The batch that could take the place of a call, and what repeats that; null where there is none, or something but the id depends on the turn.</summary>
    public static (BatchSibling Sibling, Iteration Iteration)? Find(IInvocationOperation call, IReadOnlyList<BatchSibling> siblings)
    {
        var single = (call.TargetMethod.PartialDefinitionPart ?? call.TargetMethod).OriginalDefinition;
        if (siblings.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Single, single)) is not { } sibling
            || Iteration.Around(call) is not { } iteration)
        {
            return null;
        }

        var id = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == sibling.Id.Ordinal)?.Value;
        var isOfTurn = id is not null && iteration.IsPath(id)
            && call.Arguments.All(argument => argument.Parameter?.Ordinal == sibling.Id.Ordinal || argument.Parameter?.Type.IsCancellationToken() == true || !iteration.Declares(argument.Value))
            && (call.Instance is null || !iteration.Declares(call.Instance));
        return isOfTurn ? (sibling, iteration) : null;
    }
}
