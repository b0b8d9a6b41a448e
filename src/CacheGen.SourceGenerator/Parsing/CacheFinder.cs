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
        if (method.Parameters.FirstOrDefault(parameter => parameter.Type.IsMethodCache()) is { } own)
            return Names.Identifier(own.Name);

        IParameterSymbol? passedOn = null;
        foreach (var type in method.ContainingType.BasesOf())
        {
            var members = Members(type, context).ToArray();
            var found = members.Where(member => member is IFieldSymbol).ToArray();
            if (found.Length == 0)
                found = members;
            if (found.Length == 1)
                return Access(found[0], method);
            if (found.Length > 1)
                return Fail(context, $"reaches several: {string.Join(", ", found.Select(member => member.Name))}; keep one, or take the right one as a parameter of the method");
            if (SymbolEqualityComparer.Default.Equals(type, method.ContainingType) && PrimaryParameter(type) is { } parameter && !method.IsStatic)
            {
                // A base type that was given the parameter may offer it as a member: to keep it twice is CS9107 in the user's file.
                if (!IsPassedToBase(parameter))
                    return Access(context, parameter);
                passedOn = parameter;
            }
        }

        return passedOn is not null ? Access(context, passedOn) : Fail(context, method.IsStatic
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
            && (member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type).IsMethodCache()
            && context.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType));
    }

    private static IParameterSymbol? PrimaryParameter(ITypeSymbol type) => ((INamedTypeSymbol)type).InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters)
        .FirstOrDefault(parameter => parameter.Type.IsMethodCache());

    private static bool IsPassedToBase(IParameterSymbol parameter) => parameter.ContainingSymbol.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.BaseList?.Types.FirstOrDefault())
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .SelectMany(type => type.ArgumentList.Arguments)
        .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);

    private static string? Access(ParseContext context, IParameterSymbol parameter) =>
        context.Method.Parameters.Any(p => p.Name == parameter.Name)
            ? Fail(context, $"has a parameter that hides the constructor parameter '{parameter.Name}': rename one of them")
            : Names.Identifier(parameter.Name);

    // "this." only where a parameter hides the member: the shorter form reads better.
    private static string Access(ISymbol member, IMethodSymbol method)
    {
        var name = Names.Identifier(member.Name);
        if (method.Parameters.All(parameter => parameter.Name != member.Name))
            return name;
        return member.IsStatic ? $"{member.ContainingType.Code()}.{name}" : $"this.{name}";
    }

    private static string? Fail(ParseContext context, string problem)
    {
        context.Report(Rules.NoCache, context.Method.Name, problem);
        return null;
    }
}
