using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The <c>where</c> clauses that the generated part of a generic method must repeat.</summary>
internal static class Constraints
{
    public static IEnumerable<string> Of(IMethodSymbol method)
    {
        // An override inherits its constraints; it may only say class, struct or default, which need no qualification.
        if (method.IsOverride && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax syntax)
            return syntax.ConstraintClauses.Select(clause => clause.WithoutTrivia().ToString());
        return method.TypeParameters
            .Select(parameter => (parameter.Name, Constraints: string.Join(", ", Of(parameter))))
            .Where(pair => pair.Constraints.Length > 0)
            .Select(pair => $"where {Names.Identifier(pair.Name)} : {pair.Constraints}");
    }

    private static IEnumerable<string> Of(ITypeParameterSymbol parameter)
    {
        if (parameter.HasUnmanagedTypeConstraint)
            yield return "unmanaged";
        else if (parameter.HasValueTypeConstraint)
            yield return "struct";
        else if (parameter.HasReferenceTypeConstraint)
            yield return parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        else if (parameter.HasNotNullConstraint)
            yield return "notnull";
        foreach (var type in parameter.ConstraintTypes)
            yield return type.Code();
        if (parameter.HasConstructorConstraint)
            yield return "new()";
    }
}
