using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>What System.Text.Json, as it comes, writes and does not read back, or leaves out.</summary>
internal static class JsonRoundTrip
{
    // The value itself, its members, and theirs: deeper, the model is somebody else's.
    private const int Depth = 2;

    private const string Attributes = "System.Text.Json.Serialization.";

    private static readonly HashSet<string> s_keys =
    [
        "System.Guid", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri", "System.Version",
        "System.Half", "System.Int128", "System.UInt128", "System.Object",
    ];

    /// <summary>The first that is wrong, as a message says it; null where nothing is known to be.</summary>
    public static string? ProblemOf(ITypeSymbol value) => ProblemOf(value.Unwrapped(), Depth, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    public static bool Has(this ISymbol symbol, params string[] names) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && names.Any(name => type.BasesOf().Any(t => t.Name == name && t.FullName() == Attributes + name)));

    private static string? ProblemOf(ITypeSymbol type, int depth, HashSet<ITypeSymbol> visited)
    {
        if (!visited.Add(type) || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error || type.Has("JsonConverterAttribute"))
            return null;
        return type switch
        {
            IArrayTypeSymbol { Rank: > 1 } => $"it has no form for {type.Short()}; return an array of arrays",
            IArrayTypeSymbol array => ProblemOf(array.ElementType.Unwrapped(), depth, visited),
            { TypeKind: TypeKind.Delegate } => $"it does not write delegates ({type.Short()}); return what the delegate would say",
            { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => $"it does not write {type.Short()}",
            INamedTypeSymbol { IsTupleType: true } => $"it writes {{}} for the tuple {type.Short()}, whose elements are fields; return a record",
            INamedTypeSymbol named when IsLibrary(named) => Arguments(named, depth, visited),
            // What enumerates is written as a list, and how it is read is its own affair.
            INamedTypeSymbol named when named.AllInterfaces.Any(t => t.SpecialType == SpecialType.System_Collections_IEnumerable) => null,
            INamedTypeSymbol named => JsonMembers.ProblemOf(named) ?? (depth == 0 ? null : Members(named, depth, visited)),
            _ => null,
        };
    }

    private static bool IsLibrary(INamedTypeSymbol type)
    {
        var name = type.ContainingNamespace?.ToDisplayString() ?? "";
        return name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    private static string? Arguments(INamedTypeSymbol type, int depth, HashSet<ITypeSymbol> visited)
    {
        if (type.FullName() is "System.Type")
            return "it does not write System.Type; return its name";
        if (type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) && type.Arity == 2
            && type.Name.Contains("Dictionary") && !IsKey(type.TypeArguments[0]))
        {
            return $"it does not write dictionaries with keys of type {type.TypeArguments[0].Short()}; let the keys be strings, numbers or enums";
        }

        return type.TypeArguments.Select(argument => ProblemOf(argument.Unwrapped(), depth, visited)).FirstOrDefault(problem => problem is not null);
    }

    private static bool IsKey(ITypeSymbol type) => type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
        || s_keys.Contains(type.FullName()) || type.Has("JsonConverterAttribute");

    private static string? Members(INamedTypeSymbol type, int depth, HashSet<ITypeSymbol> visited) =>
        JsonMembers.Written(type).Where(property => !property.Has("JsonConverterAttribute"))
            .Select(property => ProblemOf(property.Type.Unwrapped(), depth - 1, visited) is { } problem ? $"{type.Name}.{property.Name}: {problem}" : null)
            .FirstOrDefault(problem => problem is not null);
}
