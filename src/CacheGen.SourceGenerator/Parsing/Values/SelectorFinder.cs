using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A method of the user's that a property of the attribute names.</summary>
internal static class SelectorFinder
{
    /// <summary>The one that fits; null, after a report, where none does or several do.</summary>
    /// <param name="context">The cached method.</param>
    /// <param name="property">The attribute's property that names it.</param>
    /// <param name="shape">What it must look like, for the message, with <c>{0}</c> for its name.</param>
    /// <param name="value">What is cached.</param>
    /// <param name="problemOf">What is wrong with a candidate, beside its place, its type parameters and its first parameter.</param>
    public static Found? Find(ParseContext context, string property, string shape, ITypeSymbol value, Func<IMethodSymbol, string?> problemOf)
    {
        if (context.Argument<string>(property) is not { } name)
            return null;
        var candidates = context.Method.ContainingType.BasesOf().SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>()
            .Where(candidate => candidate.MethodKind == MethodKind.Ordinary).ToArray();
        var tried = candidates.Select(candidate => Try(context, candidate, value, problemOf)).ToArray();
        var fitting = tried.Where(found => found.Problem is null).ToArray();
        // As in overload resolution: who takes the very type comes before who takes a base of it, and what hides before what is hidden.
        var best = fitting.Where(found => SymbolEqualityComparer.Default.Equals(found.Method.Parameters[0].Type.Unwrapped(), value.Unwrapped())).Take(1).ToArray();
        if (best.Length == 0)
            best = fitting;
        if (best.Length == 1)
            return best[0] with { IsAlone = candidates.Length == 1 };

        var problem = best.Length > 1 ? "several methods of this name fit"
            : tried.Length == 0 ? "the type and its bases have no such method"
            : tried[0].Problem!;
        context.ReportArgument(Rules.WrongSelector, property, null, property, name,
            $"{problem}: it must be {string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, name)}");
        return null;
    }

    /// <param name="Method">It, with the cached method's type parameters in place of its own.</param>
    /// <param name="Value">How it takes the value.</param>
    /// <param name="Problem">Why it does not fit.</param>
    /// <param name="IsAlone">No other method has its name, so that a call needs no cast.</param>
    internal sealed record Found(IMethodSymbol Method, Conversions.Result Value, string? Problem, bool IsAlone = false)
    {
        /// <summary>The value as it is passed on.</summary>
        public string Argument(string name) =>
            IsAlone || Method.Parameters[0].Type is ITypeParameterSymbol ? name + Value.Suffix : $"({Method.Parameters[0].Type.Code()}){name}{Value.Suffix}";
    }

    private static Found Try(ParseContext context, IMethodSymbol candidate, ITypeSymbol value, Func<IMethodSymbol, string?> problemOf)
    {
        var method = context.Method;
        var nothing = new Conversions.Result(null);
        if (!context.Compilation.IsSymbolAccessibleWithin(candidate, method.ContainingType))
            return new Found(candidate, nothing, "it cannot be called from here");
        if (candidate.Arity > 0 && !HasTypeParametersOf(candidate, method))
            return new Found(candidate, nothing, "its type parameters are not those of the cached method");
        var closed = candidate.Arity == 0 ? candidate : candidate.Construct(
            ImmutableArray.CreateRange<ITypeSymbol>(method.TypeParameters),
            ImmutableArray.CreateRange(method.TypeParameters.Select(_ => NullableAnnotation.NotAnnotated)));
        if (closed.Parameters.Length == 0)
            return new Found(closed, nothing, "it takes no value");
        if (closed.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)))
            return new Found(closed, nothing, "it takes a ref or out parameter");
        var conversion = Conversions.Find(value, closed.Parameters[0].Type, context.Compilation);
        return new Found(closed, conversion, conversion.Problem ?? problemOf(closed));
    }

    // It is called with them: what it asks of them the cached method must ask too.
    private static bool HasTypeParametersOf(IMethodSymbol candidate, IMethodSymbol method) => candidate.Arity == method.Arity
        && candidate.TypeParameters.Zip(method.TypeParameters, (asked, given) =>
            (!asked.HasReferenceTypeConstraint || given.HasReferenceTypeConstraint)
            && (!asked.HasValueTypeConstraint || given.HasValueTypeConstraint)
            && (!asked.HasUnmanagedTypeConstraint || given.HasUnmanagedTypeConstraint)
            && (!asked.HasNotNullConstraint || given.HasNotNullConstraint || given.HasValueTypeConstraint)
            && (!asked.HasConstructorConstraint || given.HasConstructorConstraint || given.HasValueTypeConstraint)
            && asked.ConstraintTypes.All(type => given.ConstraintTypes.Any(other => other.Short() == type.Short()))).All(agrees => agrees);

    /// <summary>How code in the type's nested classes, or in the cached method, calls a static method.</summary>
    /// <param name="member">The method.</param>
    /// <param name="method">The cached method.</param>
    public static string Access(IMethodSymbol member, IMethodSymbol method)
    {
        var name = Names.Access(member, method, inLambda: true);
        // Descriptors and keys are called after cached methods, and numbered; they are nearer.
        var isHidden = Names.IsMemberOfObject(member.Name) || char.IsDigit(member.Name[member.Name.Length - 1])
            || member.Name.EndsWith("Key", StringComparison.Ordinal)
            || method.ContainingType.GetMembers().OfType<IMethodSymbol>()
                .Any(other => (other.Name == member.Name || other.Name == member.Name + "Async") && MethodParsers.Attributes.Any(attribute => other.FindAttribute(attribute) is not null));
        var typeArguments = member.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(parameter => Names.Identifier(parameter.Name)))}>";
        return (isHidden && name == Names.Identifier(member.Name) ? $"{member.ContainingType.Code()}.{name}" : name) + typeArguments;
    }
}
