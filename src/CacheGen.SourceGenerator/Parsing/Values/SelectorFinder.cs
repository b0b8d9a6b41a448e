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
        // What an override overrides is found in a base type.
        var candidates = context.Method.ContainingType.BasesOf().SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>()
            .Where(candidate => candidate is { MethodKind: MethodKind.Ordinary, IsOverride: false }).ToArray();
        var tried = candidates.Select(candidate => Try(context, candidate, value, problemOf)).ToArray();
        var best = SelectorChoice.Best([.. tried.Where(found => found.Problem is null)], value, context.Compilation);
        if (best.Count == 1)
            return best[0] with { IsAlone = candidates.Length == 1 };

        var problem = best.Count > 1 ? "several methods of this name fit"
            : tried.Length == 0 ? "the type and its bases have no such method"
            : tried[0].Problem!;
        context.ReportArgument(Rules.WrongSelector, property, null, property, name,
            $"{problem}: it must be {string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, name)}");
        return null;
    }

    /// <param name="Method">It, with its type arguments where it is generic.</param>
    /// <param name="Value">How it takes the value.</param>
    /// <param name="Problem">Why it does not fit.</param>
    /// <param name="IsAlone">No other method has its name, so that a call needs no cast.</param>
    internal sealed record Found(IMethodSymbol Method, Conversions.Result Value, string? Problem, bool IsAlone = false)
    {
        /// <summary>What stands before the value where it is passed on.</summary>
        public string Cast => IsAlone || Method.Parameters[0].Type is ITypeParameterSymbol ? "" : $"({Method.Parameters[0].Type.Code()})";
    }

    private static Found Try(ParseContext context, IMethodSymbol candidate, ITypeSymbol value, Func<IMethodSymbol, string?> problemOf)
    {
        var nothing = new Conversions.Result(null);
        if (!context.Compilation.IsSymbolAccessibleWithin(candidate, context.Method.ContainingType))
            return new Found(candidate, nothing, "it cannot be called from here");
        if (candidate.Parameters.Length == 0)
            return new Found(candidate, nothing, "it takes no value");
        if (candidate.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)))
            return new Found(candidate, nothing, "it takes a ref or out parameter");
        Found? last = null;
        foreach (var (closed, problem) in GenericSelector.Close(context, candidate, value))
        {
            var conversion = problem is null ? Conversions.Find(value, closed.Parameters[0].Type, context.Compilation) : nothing;
            last = new Found(closed, conversion, problem ?? conversion.Problem ?? problemOf(closed));
            if (last.Problem is null)
                break;
        }

        return last!;
    }

    /// <summary>How code in the type's nested classes, or in the cached method, calls a static method.</summary>
    /// <param name="member">The method.</param>
    /// <param name="method">The cached method.</param>
    public static string Access(IMethodSymbol member, IMethodSymbol method)
    {
        var name = Names.Access(member, method, inLambda: true);
        // Descriptors and keys are called after cached methods, and numbered; they are nearer. So are methods of its name in derived types, which did not fit.
        var isHidden = Names.IsMemberOfObject(member.Name) || char.IsDigit(member.Name[member.Name.Length - 1])
            || member.Name.EndsWith("Key", StringComparison.Ordinal)
            || method.ContainingType.GetMembers().OfType<IMethodSymbol>()
                .Any(other => (other.Name == member.Name || other.Name == member.Name + "Async") && MethodParsers.Attributes.Any(attribute => other.FindAttribute(attribute) is not null))
            || method.ContainingType.BasesOf().TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, member.ContainingType)).Any(type => !type.GetMembers(member.Name).IsEmpty);
        return (isHidden && name == Names.Identifier(member.Name) ? $"{member.ContainingType.Code()}.{name}" : name) + TypeArguments(member);
    }

    /// <summary>They are written: what C# would infer where the call stands may be another T.</summary>
    public static string TypeArguments(IMethodSymbol member) => member.Arity == 0 ? "" : $"<{string.Join(", ", member.TypeArguments.Select(argument =>
        argument is ITypeParameterSymbol { NullableAnnotation: not NullableAnnotation.Annotated } ? Names.Identifier(argument.Name) : argument.Code()))}>";
}
