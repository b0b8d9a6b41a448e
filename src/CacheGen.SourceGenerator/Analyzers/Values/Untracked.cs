using System.Runtime.CompilerServices;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>What says, elsewhere than in the query, that nothing is tracked.</summary>
internal static class Untracked
{
    // Contexts are configured anywhere: in OnConfiguring, in AddDbContext, in a constructor.
    private const string Behavior = "QueryTrackingBehavior";

    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> s_mentioned = new();

    public static bool IsSeen(IOperation set, ITypeSymbol entity, AnalyzedType type) =>
        IsKeyless(entity) || EndsHere(set) || s_mentioned.GetValue(type.Compilation, compilation => new StrongBox<bool>(Mentions(compilation, type.CancellationToken))).Value;

    private static bool IsKeyless(ITypeSymbol entity) => entity.GetAttributes().Any(attribute => attribute.AttributeClass?.FullName() == "Microsoft.EntityFrameworkCore.KeylessAttribute");

    /// <summary>Whether the context is one that the method itself disposes: it tracks nothing any more when the value is cached.</summary>
    private static bool EndsHere(IOperation set)
    {
        var context = set switch
        {
            IPropertyReferenceOperation property => property.Instance,
            IInvocationOperation call => call.Instance,
            _ => null,
        };
        return context is ILocalReferenceOperation { Local: var local } && (local.IsUsing || IsInUsing(local, set));
    }

    private static bool IsInUsing(ILocalSymbol local, IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IUsingOperation { Locals: var locals } && locals.Contains(local, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }

    private static bool Mentions(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => tree.GetText(cancellationToken).ToString().Contains(Behavior));
}
