using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The method that tells the id of an item: <c>KeyOf = nameof(IdOf)</c>.</summary>
internal static class KeyOf
{
    public const string Property = "KeyOf";

    /// <summary>How it is reached; null where none is named, or, after a report, where the one that is will not do.</summary>
    /// <param name="context">The method whose attribute names it.</param>
    /// <param name="id">What it returns.</param>
    /// <param name="value">What it takes.</param>
    /// <param name="caller">In whose generated part it is called.</param>
    public static string? Find(ParseContext context, ITypeSymbol? id, ITypeSymbol value, IMethodSymbol caller)
    {
        if (context.Argument<string>(Property) is not { } name)
            return null;
        if (Methods(context, name).FirstOrDefault(method => Fits(method, id, value)) is { } keyOf)
            return Names.Access(keyOf, caller, inLambda: true);
        context.ReportArgument(Rules.UnmatchedBatch, Property, null, context.Method.Name, $"KeyOf needs a method of the shape static {id?.Short() ?? "TId"} {name}({value.Short()} item), which the type and its bases lack");
        return null;
    }

    /// <summary>What it returns, where only that tells which parameter holds the ids.</summary>
    public static ITypeSymbol? TypeOfId(ParseContext context, ITypeSymbol value) => context.Argument<string>(Property) is { } name
        ? Methods(context, name).FirstOrDefault(method => Fits(method, null, value))?.ReturnType
        : null;

    private static IEnumerable<IMethodSymbol> Methods(ParseContext context, string name) => context.Method.ContainingType.BasesOf()
        .SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>()
        .Where(method => context.Compilation.IsSymbolAccessibleWithin(method, context.Method.ContainingType));

    private static bool Fits(IMethodSymbol method, ITypeSymbol? id, ITypeSymbol value) =>
        method is { IsStatic: true, Arity: 0, Parameters.Length: 1, ReturnsVoid: false, ReturnsByRef: false, ReturnsByRefReadonly: false }
        && method.Parameters[0].RefKind is (RefKind.None or RefKind.In)
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, value)
        && (id is null || SymbolEqualityComparer.Default.Equals(method.ReturnType, id))
        && !BatchTypes.IsNullable(method.ReturnType);
}
