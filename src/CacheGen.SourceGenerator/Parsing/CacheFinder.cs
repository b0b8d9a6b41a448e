using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Finds the MethodCache that a method can reach: its own parameter, else a field, a property or a primary-constructor
/// parameter of its type, else a field or property of a base type.
/// </summary>
internal static class CacheFinder
{
    private const string HowTo = "add a constructor parameter 'MethodCache cache' to the type";

    /// <summary>The expression by which the method reaches its cache; null, after a report, where there is none or are several.</summary>
    public static string? Find(ParseContext context)
    {
        var method = context.Method;
        var own = method.Parameters.Where(parameter => parameter.Type.IsMethodCache()).ToArray();
        if (own.Length > 0)
            return One(context, own) is { } parameter ? Names.Identifier(parameter.Name) : null;

        ISymbol[] passedOn = [];
        foreach (var type in method.ContainingType.BasesOf())
        {
            var members = Members(type, context).ToArray();
            var found = members.Where(member => member is IFieldSymbol).ToArray();
            if (found.Length == 0)
                found = members;
            if (found.Length > 0)
                return One(context, found) is { } member ? Names.Access(member, method) : null;
            if (method.IsStatic || !SymbolEqualityComparer.Default.Equals(type, method.ContainingType))
                continue;
            // A base type that was given the parameter may offer it as a member: to keep it twice is CS9107 in the user's file.
            var parameters = PrimaryParameters(type).ToLookup(IsPassedToBase);
            if (parameters.Contains(false))
                return ByConstructor(context, [.. parameters[false]]);
            passedOn = [.. parameters[true]];
        }

        return passedOn.Length > 0 ? ByConstructor(context, passedOn) : Fail(context, method.IsStatic
            ? "is static and finds no MethodCache: add a static field, or a parameter of the method"
            : $"finds no MethodCache: {HowTo}");
    }

    private static IEnumerable<ISymbol> Members(ITypeSymbol type, ParseContext context)
    {
        var method = context.Method;
        return type.GetMembers().Where(member =>
            member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false }
            && member is IFieldSymbol or IPropertySymbol { GetMethod: not null, IsIndexer: false }
            && (member.IsStatic || !method.IsStatic)
            && TypeOf(member).IsMethodCache()
            && context.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType));
    }

    /// <summary>The only one of them; null, after a report, where there are several, or none is sure to be there.</summary>
    private static ISymbol? One(ParseContext context, ISymbol[] found)
    {
        if (found.Length > 1)
            Fail(context, $"reaches several: {string.Join(", ", found.Select(member => member.Name))}; keep one, or take the right one as a parameter of the method");
        else if (TypeOf(found[0]).NullableAnnotation == NullableAnnotation.Annotated)
            Fail(context, $"cannot rely on '{found[0].Name}', which may be null: declare it as MethodCache; MethodCache.None is one that stores nothing");
        else
            return found[0];
        return null;
    }

    private static ITypeSymbol TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => ((IParameterSymbol)symbol).Type,
    };

    private static IEnumerable<IParameterSymbol> PrimaryParameters(ITypeSymbol type) => ((INamedTypeSymbol)type).InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.Type.IsMethodCache());

    private static bool IsPassedToBase(IParameterSymbol parameter) => parameter.ContainingSymbol.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.BaseList?.Types.FirstOrDefault())
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .SelectMany(type => type.ArgumentList.Arguments)
        .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);

    private static string? ByConstructor(ParseContext context, ISymbol[] parameters) => One(context, parameters) is not { } parameter ? null
        : context.Method.Parameters.Any(p => p.Name == parameter.Name)
            ? Fail(context, $"has a parameter that hides the constructor parameter '{parameter.Name}': rename one of them")
            : Names.Identifier(parameter.Name);

    private static string? Fail(ParseContext context, string problem)
    {
        context.Report(Rules.NoCache, context.Method.Name, problem);
        return null;
    }
}
