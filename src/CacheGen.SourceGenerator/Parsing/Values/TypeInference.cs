using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// The type arguments of a call that writes none: what C# infers of the types of what is passed, through base types, interfaces and variance. Lambdas,
/// the harder half of C#'s rules, are never passed. Roslyn has no call for this without a semantic model, which a generator must not bind for it.
/// </summary>
internal sealed class TypeInference
{
    private readonly IMethodSymbol _method;
    private readonly Compilation _compilation;
    private readonly List<(Bound Kind, ITypeSymbol Type)>[] _bounds;

    private TypeInference(IMethodSymbol method, Compilation compilation)
    {
        _method = method;
        _compilation = compilation;
        _bounds = [.. method.TypeParameters.Select(_ => new List<(Bound, ITypeSymbol)>())];
    }

    /// <summary>How a type argument stands to a type that was passed in its place: it is the same, a base of it, or derived from it.</summary>
    private enum Bound
    {
        Exact,
        Lower,
        Upper,
    }

    /// <summary>One for each type parameter; null where none follows. A parameter of code that says nothing of null takes none.</summary>
    /// <param name="method">A generic method, as it is declared.</param>
    /// <param name="passed">Types that are passed, each with that of its parameter.</param>
    /// <param name="compilation">What knows which types convert.</param>
    public static IReadOnlyList<ITypeSymbol?> Infer(IMethodSymbol method, IEnumerable<(ITypeSymbol Argument, ITypeSymbol Parameter)> passed, Compilation compilation)
    {
        var inference = new TypeInference(method, compilation);
        foreach (var (argument, parameter) in passed)
            inference.Match(Bound.Lower, parameter.NullableAnnotation == NullableAnnotation.None ? NeverNull(argument) : argument, parameter);
        return [.. inference._bounds.Select(inference.Fix)];
    }

    private void Match(Bound kind, ITypeSymbol from, ITypeSymbol to)
    {
        if (to is ITypeParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method))
            // Of what T? takes, null is not T's.
            _bounds[parameter.Ordinal].Add((kind, parameter.NullableAnnotation == NullableAnnotation.Annotated ? NeverNull(from) : from));
        else if (from is IArrayTypeSymbol own && to is IArrayTypeSymbol array && own.Rank == array.Rank)
            Match(own.ElementType.IsReferenceType ? kind : Bound.Exact, own.ElementType, array.ElementType);
        else if (kind == Bound.Upper)
            Match(kind, from as INamedTypeSymbol, Level(Levels(to), from), to is IArrayTypeSymbol);
        else
            Match(kind, Level(kind == Bound.Lower ? Levels(from) : [from], to), to as INamedTypeSymbol, from is IArrayTypeSymbol);
    }

    /// <summary>Type arguments of one generic type, one by one.</summary>
    private void Match(Bound kind, INamedTypeSymbol? from, INamedTypeSymbol? to, bool ofArray)
    {
        if (from is null || to is null)
            return;
        foreach (var (parameter, own, other) in Arguments(from).Zip(Arguments(to), (own, other) => (own.Parameter, own.Argument, other.Argument)))
            Match(KindOf(kind, parameter, own, ofArray), own, other);
    }

    /// <summary>The one among these that is of the same generic type; null for none or several.</summary>
    private static INamedTypeSymbol? Level(IEnumerable<ITypeSymbol> levels, ITypeSymbol type)
    {
        var found = levels.OfType<INamedTypeSymbol>().Where(level => SymbolEqualityComparer.Default.Equals(level.OriginalDefinition, type.OriginalDefinition))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static IEnumerable<ITypeSymbol> Levels(ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.SelectMany(Levels)
        : type.BasesOf().Concat(type.AllInterfaces);

    private static IEnumerable<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> Arguments(INamedTypeSymbol type) =>
        type.Nesting().SelectMany(outer => outer.TypeParameters.Zip(outer.TypeArguments, (parameter, argument) => (parameter, argument)));

    // An array is read as a list of bases of its items, though IList<T> is not covariant.
    private static Bound KindOf(Bound kind, ITypeParameterSymbol parameter, ITypeSymbol argument, bool ofArray) =>
        kind == Bound.Exact || !argument.IsReferenceType ? Bound.Exact
        : parameter.Variance == VarianceKind.Out || ofArray ? kind
        : parameter.Variance == VarianceKind.In ? kind == Bound.Lower ? Bound.Upper : Bound.Lower
        : Bound.Exact;

    /// <summary>The type that all bounds allow and to which the others convert.</summary>
    private ITypeSymbol? Fix(List<(Bound Kind, ITypeSymbol Type)> bounds)
    {
        var allowed = bounds.Select(bound => bound.Type).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
            .Where(type => bounds.All(bound => bound.Kind switch
            {
                Bound.Exact => SymbolEqualityComparer.Default.Equals(bound.Type, type),
                Bound.Lower => Converts(bound.Type, type),
                _ => Converts(type, bound.Type),
            }))
            .ToArray();
        var best = allowed.Where(type => allowed.All(other => Converts(other, type))).ToArray();
        if (best.Length != 1)
            return null;
        var isNeverNull = best[0].IsValueType || bounds.Any(bound => bound.Kind != Bound.Lower && bound.Type.NullableAnnotation == NullableAnnotation.NotAnnotated);
        return isNeverNull ? NeverNull(best[0])
            : best[0].WithNullableAnnotation(bounds.Any(bound => bound.Type.NullableAnnotation == NullableAnnotation.Annotated) ? NullableAnnotation.Annotated : best[0].NullableAnnotation);
    }

    private static ITypeSymbol NeverNull(ITypeSymbol type) =>
        !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    private bool Converts(ITypeSymbol from, ITypeSymbol to) => ((CSharpCompilation)_compilation).ClassifyConversion(from, to).IsImplicit;
}
