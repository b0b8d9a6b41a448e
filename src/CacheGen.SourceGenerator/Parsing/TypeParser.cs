using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What the generated file needs to know of the type around the cached methods.</summary>
internal static class TypeParser
{
    private static readonly CompilationMemo<TypeIdentity> s_known = new();

    public static TypeIdentity Identify(INamedTypeSymbol type, Compilation compilation) => s_known.Of(compilation, type, static type => Identify((INamedTypeSymbol)type));

    private static TypeIdentity Identify(INamedTypeSymbol type)
    {
        return new TypeIdentity
        {
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            Declarations = type.Nesting().Select(Declaration).ToEquatableArray(),
            HintName = HintName(type),
            MethodsClass = Names.Free(["Methods", "CachedMethods"], name => IsTaken(type, name) || IsHidden(type, name)),
            HandlesClass = Names.Free(["Cache", "CacheEntries"], name => IsTaken(type, name)),
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
            (_, TypeKind.Interface) => "interface",
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            _ => "class",
        };
        var parameters = type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Names.Identifier(parameter.Name)))}>";
        // Signatures of an unsafe type may name pointers, those of refused methods too.
        var isUnsafe = type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword));
        return $"{(isUnsafe ? "unsafe " : "")}partial {keyword} {Names.Identifier(type.Name)}{parameters}";
    }

    private static string HintName(INamedTypeSymbol type)
    {
        var name = string.Join(".", type.Nesting().Select(outer => outer.MetadataName.Replace('`', '-')));
        return type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString().Replace("@", "")}.{name}";
    }

    /// <summary>What the generator may call its nested classes.</summary>
    public static IReadOnlyList<string> ReservedNames { get; } = ["Methods", "CachedMethods", "Cache", "CacheEntries"];

    /// <summary>The name is a member's, a type parameter's or a parameter's, or may become a forwarded member's.</summary>
    public static bool IsTaken(INamedTypeSymbol type, string name) =>
        type.Name == name
        || type.Nesting().SelectMany(outer => outer.TypeParameters).Any(parameter => parameter.Name == name)
        || type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Any(parameter => parameter.Name == name)
        || type.AllInterfaces.Any(wrapped => wrapped.GetMembers(name).Any())
        || type.BasesOf().SelectMany(t => t.GetMembers(name)).Any(member => !member.IsGenerated());

    // Inside a method, the names of its parameters and type parameters come first.
    private static bool IsHidden(INamedTypeSymbol type, string name) => type.GetMembers().OfType<IMethodSymbol>().Any(method =>
        (method.Parameters.Any(parameter => parameter.Name == name) || method.TypeParameters.Any(parameter => parameter.Name == name)) && method.IsCached());
}
