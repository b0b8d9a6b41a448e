using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>Types whose values serve one caller only.</summary>
internal static class UnshareableTypes
{
    /// <summary>Bases and interfaces, each with what to do; the first that fits says it.</summary>
    private static readonly (string Type, string Problem)[] s_types =
    [
        ("System.Linq.IQueryable", "which is a question, not an answer: it would be asked again on each hit, when its context is gone; return a list"),
        ("System.IO.Stream", "which is read once, by one caller: read it in the source, and return its bytes or what they mean"),
        ("System.IO.TextReader", "which is read once, by one caller: read it in the source, and return its text"),
        ("System.Net.Http.HttpResponseMessage", "whose content is read once, by one caller: read it in the source, and return what it says"),
        ("System.Net.Http.HttpContent", "which is read once, by one caller: read it in the source, and return what it says"),
        ("System.Data.IDataReader", "which is read once, and holds its connection: read it in the source, and return a list"),
        ("System.IDisposable", "which one caller may dispose while others use it, and nobody does when it expires: return what is read from it"),
        ("System.IAsyncDisposable", "which one caller may dispose while others use it, and nobody does when it expires: return what is read from it"),
    ];

    /// <summary>They are disposable, and made to be shared and to be left to the garbage collector.</summary>
    private static readonly HashSet<string> s_shareable =
    [
        "System.Threading.Tasks.Task",
        "System.Net.Http.HttpMessageInvoker",
        "System.Security.Cryptography.X509Certificates.X509Certificate",
        // DataTable and what it is made of, which hold nothing that must be given back.
        "System.ComponentModel.MarshalByValueComponent",
    ];

    private static readonly HashSet<string> s_holders = ["System.Nullable", "System.Collections.Generic.KeyValuePair", "System.Lazy"];

    /// <summary>What is wrong with the values of a type, or with what they hold one level down; null where nothing is known to be.</summary>
    public static (ITypeSymbol Type, string Problem)? Find(ITypeSymbol type) =>
        ProblemOf(type) is { } problem ? (type, problem)
        : HeldBy(type).Select(held => ProblemOf(held) is { } inside ? ((ITypeSymbol, string)?)(held, inside) : null).FirstOrDefault(found => found is not null);

    private static string? ProblemOf(ITypeSymbol type)
    {
        var bases = BasesOf(type).Select(t => t.FullName()).ToArray();
        // A sequence that can be read once has a rule of its own, and the disposable enumerators are its.
        return bases.Any(s_shareable.Contains) || type.IsReadOnce() ? null : s_types.FirstOrDefault(known => bases.Contains(known.Type)).Problem;
    }

    // Constraints that are type parameters are not followed: in half-typed code two may ask one another.
    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Where(constraint => constraint is not ITypeParameterSymbol).SelectMany(BasesOf)
        : type.BasesOf().Concat(type.AllInterfaces);

    private static IEnumerable<ITypeSymbol> HeldBy(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => element.Type),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named when IsHolder(named) => named.TypeArguments,
        // What a record or a class is made of: a reader in it is as spent as one alone. Who is disposable by another way, it may know.
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } own when own.Locations.Any(location => location.IsInSource) =>
            own.GetMembers().OfType<IPropertySymbol>().Where(IsStored).Select(property => property.Type).Where(IsReadOnce),
        _ => [],
    };

    private static bool IsHolder(INamedTypeSymbol type) =>
        s_holders.Contains(type.FullName()) || type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private static bool IsStored(IPropertySymbol property) => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsIndexer: false }
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsReadOnce(ITypeSymbol type) => BasesOf(type).Any(t =>
        t.FullName() is "System.IO.Stream" or "System.IO.TextReader" or "System.Net.Http.HttpResponseMessage" or "System.Net.Http.HttpContent" or "System.Data.IDataReader" or "System.Linq.IQueryable");
}
