using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The type arguments of a generic method that an attribute names: nobody writes them, so they must follow from what it is given.</summary>
internal static class GenericSelector
{
    /// <summary>The ways to call it, best first: each with its type arguments, or as it is declared with what is wrong. One at least.</summary>
    /// <param name="context">The cached method.</param>
    /// <param name="candidate">It may be called from there, and takes a value.</param>
    /// <param name="value">What is cached.</param>
    public static IEnumerable<(IMethodSymbol Method, string? Problem)> Close(ParseContext context, IMethodSymbol candidate, ITypeSymbol value)
    {
        if (candidate.Arity == 0)
        {
            yield return (candidate, null);
            yield break;
        }

        // It is called with the cached method's own: what it asks of them that method must ask too.
        ITypeSymbol[] own = [.. context.Method.TypeParameters.Select(parameter => parameter.WithNullableAnnotation(NullableAnnotation.NotAnnotated))];
        if (own.Length == candidate.Arity && candidate.TypeParameters.All(parameter => Constraints.AreMet(parameter, own, context.Compilation)))
            yield return (Construct(candidate, own), null);
        yield return Inferred(context, candidate, value, value);
        // Where null itself is no T, the method is asked about other values only, as one is whose parameter does not take null.
        yield return Inferred(context, candidate, value, value.Unwrapped() is { IsValueType: false } reference ? reference.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : value.Unwrapped());
    }

    private static (IMethodSymbol Method, string? Problem) Inferred(ParseContext context, IMethodSymbol candidate, ITypeSymbol value, ITypeSymbol given)
    {
        var inferred = TypeInference.Infer(candidate, Passed(context, candidate, given), context.Compilation);
        if (candidate.TypeParameters.FirstOrDefault(parameter => inferred[parameter.Ordinal] is null) is { } unknown)
            return (candidate, $"its type parameter '{unknown.Name}' does not follow from {value.Short()}");
        ITypeSymbol[] arguments = [.. inferred.Select(argument => argument!)];
        foreach (var parameter in candidate.TypeParameters)
        {
            var argument = arguments[parameter.Ordinal];
            if (!Constraints.AreMet(parameter, arguments, context.Compilation))
                return (candidate, $"its type parameter '{parameter.Name}' would be {argument.Short()}, which its constraints do not allow");
            if (!context.Compilation.IsSymbolAccessibleWithin(argument, context.Method.ContainingType) || IsFileLocal(argument))
                return (candidate, $"its type parameter '{parameter.Name}' would be {argument.Short()}, which generated code cannot reach");
        }

        return (Construct(candidate, arguments), null);
    }

    private static bool IsFileLocal(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsFileLocal(array.ElementType),
        INamedTypeSymbol named => named.Nesting().Any(outer => outer.IsFileLocal || outer.TypeArguments.Any(IsFileLocal)),
        _ => false,
    };

    // What else it takes are parameters of the cached method, by their names.
    private static IEnumerable<(ITypeSymbol Argument, ITypeSymbol Parameter)> Passed(ParseContext context, IMethodSymbol candidate, ITypeSymbol value) =>
        candidate.Parameters.Skip(1)
            .Select(parameter => (context.Method.Parameters.FirstOrDefault(own => own.Name == parameter.Name)?.Type, parameter.Type))
            .Where(pair => pair.Item1 is not null)
            .Select(pair => (pair.Item1!, pair.Item2))
            .Prepend((value, candidate.Parameters[0].Type));

    private static IMethodSymbol Construct(IMethodSymbol method, ITypeSymbol[] arguments) => method.Construct(
        ImmutableArray.Create(arguments), ImmutableArray.CreateRange(arguments.Select(argument => argument.NullableAnnotation)));
}
