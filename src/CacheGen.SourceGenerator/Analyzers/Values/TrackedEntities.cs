using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>CG3003: an entity that a DbContext tracks leaves for the cache.</summary>
internal static class TrackedEntities
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    /// <summary>What runs a query and returns its entities as they are.</summary>
    private static readonly HashSet<string> s_ends =
    [
        "ToList", "ToArray", "ToHashSet", "ToDictionary", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault",
    ];

    /// <summary>What makes others of the entities, or is asked of them.</summary>
    private static readonly HashSet<string> s_changes = ["Select", "SelectMany", "GroupBy", "Join", "GroupJoin", "LeftJoin", "RightJoin", "Zip", "AsNoTracking", "AsNoTrackingWithIdentityResolution"];

    public static IEnumerable<Diagnostic> Check(AnalyzedMethod method, ITypeSymbol value, AnalyzedType type)
    {
        if (method.Source is not { } source)
            yield break;
        foreach (var returned in ReturnedValues.Of(source, type.Bodies))
        {
            if (returned is not IInvocationOperation call || Tracked(call) is not var (set, entity, isFind) || !Holds(value, entity)
                || Untracked.IsSeen(set, entity, type))
            {
                continue;
            }

            yield return Diagnostic.Create(
                Rules.TrackedEntity, call.Syntax.GetLocation(), isFind ? [] : [set.Syntax.GetLocation()], entity.Short(),
                isFind ? $"{call.TargetMethod.Name} always tracks; query with AsNoTracking() and FirstOrDefaultAsync" : "add AsNoTracking() to the query");
        }
    }

    /// <summary>The set that a query begins with; null where what it returns is not tracked, or nothing is known of it.</summary>
    private static (IOperation Set, ITypeSymbol Entity, bool IsFind)? Tracked(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) ? call.TargetMethod.Name.Substring(0, call.TargetMethod.Name.Length - 5) : call.TargetMethod.Name;
        if (name == "Find" && call.Instance is { } instance && EntityOf(instance.Type) is { } found)
            return (instance, found, true);
        // Of a dictionary of other things than the entities, only a selector of values knows.
        if (!s_ends.Contains(name) || !IsKnown(call.TargetMethod) || (name == "ToDictionary" && call.Arguments.Count(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate) > 1))
            return null;
        var locals = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var query = Receiver(call);
        while (query is not null)
        {
            if (EntityOf(query.Type) is { } entity)
                return (query, entity, false);
            switch (query)
            {
                case IInvocationOperation step when IsKnown(step.TargetMethod) && !s_changes.Contains(step.TargetMethod.Name):
                    query = Receiver(step);
                    break;
                // Half-typed code may make a local of itself.
                case ILocalReferenceOperation local when locals.Add(local.Local):
                    query = ReturnedValues.OnlyValueOf(local) is { } value ? Bare(value) : null;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IOperation? Receiver(IInvocationOperation call) =>
        (call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null)) is { } receiver ? Bare(receiver) : null;

    private static IOperation Bare(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Bare(conversion.Operand),
        IParenthesizedOperation parenthesized => Bare(parenthesized.Operand),
        ITranslatedQueryOperation query => Bare(query.Operation),
        _ => operation,
    };

    // What a user's own method does to a query is not seen.
    private static bool IsKnown(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is { } name && (name == "System.Linq" || name.StartsWith(EntityFramework, StringComparison.Ordinal));

    /// <summary>The T of a DbSet&lt;T&gt;.</summary>
    private static ITypeSymbol? EntityOf(ITypeSymbol? type) => type?.BasesOf().OfType<INamedTypeSymbol>()
        .FirstOrDefault(known => known is { Name: "DbSet", Arity: 1 } && known.ContainingNamespace.ToDisplayString() == EntityFramework)?.TypeArguments[0];

    /// <summary>Whether the value is the entity, or a collection of such.</summary>
    private static bool Holds(ITypeSymbol value, ITypeSymbol entity)
    {
        return Is(value) || value switch
        {
            IArrayTypeSymbol array => Is(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(Is),
            _ => false,
        };

        bool Is(ITypeSymbol type) => type.SpecialType != SpecialType.System_Object && entity.BasesOf().Concat(entity.AllInterfaces).Contains(type, SymbolEqualityComparer.Default);
    }
}
