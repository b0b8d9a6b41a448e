using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Finds the service of a kind (the cache, the scope) that a method can reach: its own parameter, else what its type holds.</summary>
/// <param name="context">The method.</param>
/// <param name="isWanted">Whether a type is of the kind.</param>
/// <param name="neverNull">What to say of one that may be null.</param>
/// <param name="rule">What is broken where none of them will do; its message takes the method's name and the problem.</param>
internal sealed class MemberFinder(ParseContext context, Func<ITypeSymbol, bool> isWanted, string neverNull, DiagnosticDescriptor rule)
{
    /// <summary>Whether there is any; the expression is null, after a report, where none of them will do.</summary>
    public bool TryReach(out string? expression)
    {
        expression = null;
        var method = context.Method;
        IReadOnlyList<ISymbol> found = [.. method.Parameters.Where(parameter => isWanted(parameter.Type))];
        if (found.Count == 0)
        {
            found = HeldMembers.Find(method.ContainingType, context.Compilation, member =>
                isWanted(member.HeldType()) && (!method.IsStatic || (member.IsStatic && member is not IParameterSymbol)));
        }

        if (found.Count > 0 && One(found) is { } only)
        {
            expression = only is not IParameterSymbol parameter ? Names.Access(only, method)
                : !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) && method.Parameters.Any(own => own.Name == parameter.Name)
                    ? Fail($"has a parameter that hides the constructor parameter '{parameter.Name}': rename one of them")
                : Names.Identifier(parameter.Name);
        }

        return found.Count > 0;
    }

    /// <summary>Reports that none of them will do.</summary>
    public string? Fail(string problem)
    {
        context.Report(rule, context.Method.Name, problem);
        return null;
    }

    /// <summary>The only one of them; null, after a report, where there are several, or none is sure to be there.</summary>
    private ISymbol? One(IReadOnlyList<ISymbol> found)
    {
        if (found.Count > 1)
            Fail($"reaches several: {string.Join(", ", found.Select(member => member.Name))}; keep one, or take the right one as a parameter of the method");
        else if (found[0].HeldType().NullableAnnotation == NullableAnnotation.Annotated)
            Fail($"cannot rely on '{found[0].Name}', which may be null: {neverNull}");
        else
            return found[0];
        return null;
    }
}
