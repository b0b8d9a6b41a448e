using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The <c>where</c> clauses of generic methods.</summary>
internal static class Constraints
{
    // This Roslyn has no word for C# 13's anti-constraint; the compiler that runs it may.
    private const string AllowsRefStruct = "allows ref struct";

    private static readonly System.Reflection.PropertyInfo? s_allowsRefLikeType = typeof(ITypeParameterSymbol).GetProperty("AllowsRefLikeType");

    /// <summary>The clauses that the generated part of the method must repeat.</summary>
    /// <remarks>An override inherits its constraints; it may only say class, struct or default, which need no qualification.</remarks>
    public static IEnumerable<string> Repeated(IMethodSymbol method) => method.IsOverride
        ? Clauses(method).Select(clause => clause.WithoutTrivia().ToString())
        : Of(method);

    /// <summary>All that binds the method's type parameters, inherited or not: what is generated beside the method must say it.</summary>
    public static IEnumerable<string> Of(IMethodSymbol method) => method.TypeParameters
        .Select(parameter => (parameter.Name, Constraints: string.Join(", ", Of(parameter))))
        .Where(pair => pair.Constraints.Length > 0)
        .Select(pair => $"where {Names.Identifier(pair.Name)} : {pair.Constraints}");

    /// <summary>Values of this type cannot be kept.</summary>
    public static bool MayBeRefStruct(this ITypeParameterSymbol parameter)
    {
        if (s_allowsRefLikeType is not null)
            return (bool)s_allowsRefLikeType.GetValue(parameter);
        // Only the first declaration of an overridden method says so.
        var first = parameter.DeclaringMethod;
        while (first?.OverriddenMethod is { } overridden)
            first = overridden;
        return first is not null && Clauses(first).Any(clause =>
            clause.Name.Identifier.ValueText == first.TypeParameters[parameter.Ordinal].Name
            && clause.Constraints.Any(constraint => constraint.ToString() == AllowsRefStruct));
    }

    /// <summary>Whether a type parameter may be passed on where another stands.</summary>
    /// <param name="parameter">Of the method that is called.</param>
    /// <param name="arguments">What is passed for all of that method's type parameters.</param>
    /// <param name="argument">What is passed for this one.</param>
    /// <param name="context">Where.</param>
    public static bool AreMet(ITypeParameterSymbol parameter, ITypeSymbol[] arguments, ITypeParameterSymbol argument, ParseContext context)
    {
        return (!parameter.HasUnmanagedTypeConstraint || argument.HasUnmanagedTypeConstraint)
            && (!parameter.HasValueTypeConstraint || argument.HasValueTypeConstraint)
            && (!parameter.HasReferenceTypeConstraint || argument.IsReferenceType)
            && (!parameter.HasNotNullConstraint || argument.HasNotNullConstraint || argument.IsValueType || argument.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.NotAnnotated)
            && (!parameter.HasConstructorConstraint || argument.HasConstructorConstraint || argument.HasValueTypeConstraint)
            && (parameter.MayBeRefStruct() || !argument.MayBeRefStruct())
            && parameter.ConstraintTypes.All(type => WriteValues.Converts(context, argument, Substitute(type)));

        ITypeSymbol Substitute(ITypeSymbol type) => type switch
        {
            ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } other => arguments[other.Ordinal],
            INamedTypeSymbol { Arity: > 0, IsUnboundGenericType: false } named => named.OriginalDefinition.Construct([.. named.TypeArguments.Select(Substitute)]),
            _ => type,
        };
    }

    private static SyntaxList<TypeParameterConstraintClauseSyntax> Clauses(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax syntax ? syntax.ConstraintClauses : default;

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
        if (parameter.MayBeRefStruct())
            yield return AllowsRefStruct;
    }
}
