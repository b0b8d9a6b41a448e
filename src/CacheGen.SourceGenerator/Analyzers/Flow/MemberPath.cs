using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>The way from a value to what is read of it: <c>Address.City</c>; empty for the value itself.</summary>
internal static class MemberPath
{
    /// <summary>What lies deeper counts as its owner.</summary>
    private const int Deepest = 4;

    public static string Join(string first, string rest)
    {
        if (first.Length == 0 || rest.Length == 0)
            return first + rest;
        var steps = $"{first}.{rest}".Split('.');
        return string.Join(".", steps.Take(Deepest));
    }

    /// <summary>Whether one is the other, or leads to it.</summary>
    public static bool LeadsTo(this string path, string other) =>
        path.Length == 0 || other == path || other.StartsWith(path + ".", StringComparison.Ordinal);

    /// <summary>How a field or property is called in paths; items of tuples by the names that the tuple gives them.</summary>
    public static string StepOf(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } item } && item.ContainingType.TupleElements is { IsDefaultOrEmpty: false } elements
        ? elements.FirstOrDefault(element => SymbolEqualityComparer.Default.Equals(element.CorrespondingTupleField, item))?.Name ?? member.Name
        : member.Name;

    /// <summary>The type of what is read; null where generated code cannot read it.</summary>
    public static ITypeSymbol? TypeAt(ITypeSymbol type, string path, ParseContext context)
    {
        foreach (var step in path.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var member = HoleResolver.MembersOf(type.Unwrapped(), context).FirstOrDefault(candidate => candidate.Name == step);
            if (member is null)
                return null;
            type = member.HeldType();
        }

        return type;
    }

    /// <summary>Whether a property holds something, rather than making it of what others hold. Of an interface nobody knows, and there it is what one is asked about.</summary>
    public static bool IsStored(this IPropertySymbol property)
    {
        var declared = property.OriginalDefinition;
        return declared.IsAbstract || declared.SetMethod is not null || declared.ContainingType.IsAnonymousType
            || declared.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, declared));
    }
}
