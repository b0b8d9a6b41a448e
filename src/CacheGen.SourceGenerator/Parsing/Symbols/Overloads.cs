using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Overloads have one name; their keys and ids must not.</summary>
internal static class Overloads
{
    /// <summary>The other cached methods of this name.</summary>
    public static IMethodSymbol[] Of(IMethodSymbol method) => [.. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
        .Where(other => !SymbolEqualityComparer.Default.Equals(other, method) && other.IsCached())];

    /// <summary>
    /// Parameter types that no other method has: short names of those that count. Two types of one short name, or overloads that differ
    /// in what does not count, need the whole list.
    /// </summary>
    public static string Parameters(IMethodSymbol method, IEnumerable<IMethodSymbol> others, string separator, Func<IParameterSymbol, bool> counts)
    {
        return others.Any(other => Short(other) == Short(method))
            ? string.Join(separator, method.Parameters.Select(parameter => parameter.Type.ToDisplayString()))
            : Short(method);

        string Short(IMethodSymbol method) => string.Join(separator, method.Parameters.Where(counts).Select(parameter => parameter.Type.Short()));
    }
}
