using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What the generated file needs to know of the type around the cached methods.</summary>
internal static class TypeParser
{
    public static TypeIdentity Identify(INamedTypeSymbol type)
    {
        var methods = Names.Free(["Methods", "CachedMethods"], name => IsTaken(type, name));
        return new TypeIdentity
        {
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            Declarations = type.Nesting().Select(Declaration).ToEquatableArray(),
            HintName = HintName(type),
            MethodsClass = methods,
            HandlesClass = Names.Free(["Cache", "CacheEntries"], name => IsTaken(type, name)),
            HidesBaseHandles = type.BasesOf().Skip(1).Any(HasHandles),
        };
    }

    /// <summary>The types around a type and itself, outermost first.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Nesting(this INamedTypeSymbol type)
    {
        var nesting = new List<INamedTypeSymbol>();
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            nesting.Insert(0, outer);
        return nesting;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            _ => "class",
        };
        var parameters = type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Names.Identifier(parameter.Name)))}>";
        return $"partial {keyword} {Names.Identifier(type.Name)}{parameters}";
    }

    // Hint names are compared without case: types that differ in case alone get a mark of their capitals.
    private static string HintName(INamedTypeSymbol type)
    {
        var name = string.Join(".", type.Nesting().Select(outer => outer.MetadataName.Replace('`', '-')));
        var full = type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString().Replace("@", "")}.{name}";
        var sharesName = type.ContainingType?.GetTypeMembers() ?? type.ContainingNamespace.GetTypeMembers();
        return sharesName.Count(other => string.Equals(other.MetadataName, type.MetadataName, StringComparison.OrdinalIgnoreCase)) == 1
            ? full
            : full + "." + string.Concat(type.Name.Select(c => char.IsUpper(c) ? 'U' : 'l'));
    }

    private static bool IsTaken(INamedTypeSymbol type, string name) =>
        type.Name == name
        || type.Nesting().SelectMany(outer => outer.TypeParameters).Any(parameter => parameter.Name == name)
        || type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Any(parameter => parameter.Name == name)
        || type.BasesOf().SelectMany(t => t.GetMembers(name)).Any(member => !IsOurs(member));

    // A base type of another assembly shows its handles as a nested class, one of this compilation only its [Cached] methods.
    private static bool HasHandles(ITypeSymbol type) => type.GetMembers().Any(member => member.IsCached())
        || type.GetMembers("Cache").Any(IsOurs);

    private static bool IsOurs(ISymbol member) => member is INamedTypeSymbol && member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value as string == "CacheGen");
}
