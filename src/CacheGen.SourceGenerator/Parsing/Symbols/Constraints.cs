using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>Whether a type argument may be given for a type parameter without an error or a warning.</summary>
    /// <param name="parameter">Of the method that is called.</param>
    /// <param name="arguments">What is given for all of that method's type parameters.</param>
    /// <param name="compilation">What knows which types convert.</param>
    public static bool AreMet(ITypeParameterSymbol parameter, IReadOnlyList<ITypeSymbol> arguments, Compilation compilation)
    {
        var argument = arguments[parameter.Ordinal];
        var given = argument as ITypeParameterSymbol;
        var isNullable = argument.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return (!parameter.HasUnmanagedTypeConstraint || given?.HasUnmanagedTypeConstraint == true || (given is null && argument.IsUnmanagedType && !isNullable))
            && (!parameter.HasValueTypeConstraint || given?.HasValueTypeConstraint == true || (given is null && argument.IsValueType && !isNullable))
            && (!parameter.HasReferenceTypeConstraint || (argument.IsReferenceType && !(MayBeNull(argument) && parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.NotAnnotated)))
            && (!parameter.HasNotNullConstraint || !MayBeNull(argument))
            && (!parameter.HasConstructorConstraint || (given is null ? HasConstructor(argument) : given.HasConstructorConstraint || given.HasValueTypeConstraint))
            && (parameter.MayBeRefStruct() || !(argument.IsRefLikeType || given?.MayBeRefStruct() == true))
            && parameter.ConstraintTypes.All(type => Is(Substitute(type)));

        // No user-defined or numeric conversion makes one type another; and Nullable<T> has no interfaces.
        bool Is(ITypeSymbol type)
        {
            var conversion = ((CSharpCompilation)compilation).ClassifyConversion(argument, type);
            return (conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing)))
                && !(isNullable && type.TypeKind == TypeKind.Interface)
                && !(MayBeNull(argument) && !MayBeNull(type) && type.NullableAnnotation == NullableAnnotation.NotAnnotated);
        }

        ITypeSymbol Substitute(ITypeSymbol type) => type switch
        {
            ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } other => arguments[other.Ordinal],
            IArrayTypeSymbol array => compilation.CreateArrayTypeSymbol(Substitute(array.ElementType), array.Rank, array.ElementNullableAnnotation),
            INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named => SubstituteIn(named).WithNullableAnnotation(named.NullableAnnotation),
            _ => type,
        };

        // A type in a generic one has that one's arguments too.
        INamedTypeSymbol SubstituteIn(INamedTypeSymbol type)
        {
            var definition = type.ContainingType is { IsGenericType: true } outer
                ? SubstituteIn(outer).GetTypeMembers(type.Name, type.Arity).First(inner => SymbolEqualityComparer.Default.Equals(inner.OriginalDefinition, type.OriginalDefinition))
                : type.ConstructedFrom;
            return type.Arity == 0 ? definition : definition.Construct(ImmutableArray.CreateRange(type.TypeArguments.Select(Substitute)), type.TypeArgumentNullableAnnotations);
        }
    }

    /// <summary>Whether the compiler takes it that a value of the type may be null. Of what says nothing of null it takes nothing.</summary>
    private static bool MayBeNull(ITypeSymbol type) => type.IsValueType
        ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        : type.NullableAnnotation == NullableAnnotation.Annotated || (type is ITypeParameterSymbol parameter && !IsNeverNull(parameter));

    private static bool IsNeverNull(ITypeParameterSymbol parameter) => parameter.HasNotNullConstraint || parameter.IsValueType
        || (parameter.HasReferenceTypeConstraint && parameter.ReferenceTypeConstraintNullableAnnotation != NullableAnnotation.Annotated)
        || parameter.ConstraintTypes.Any(type => !MayBeNull(type));

    private static bool HasConstructor(ITypeSymbol type) => type.IsValueType
        || type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } named
            && named.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public);

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
