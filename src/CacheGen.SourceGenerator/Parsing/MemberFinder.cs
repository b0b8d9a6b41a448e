using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Finds the service of a kind (the cache, the scope) that a method can reach: its own parameter, else a field, a property or a
/// primary-constructor parameter of its type, else a field or property of a base type.
/// </summary>
/// <param name="context">The method.</param>
/// <param name="isWanted">Whether a type is of the kind.</param>
/// <param name="neverNull">What to say of one that may be null.</param>
/// <param name="rule">What is broken where none of them will do; its message takes the method's name and the problem.</param>
internal sealed class MemberFinder(ParseContext context, Func<ITypeSymbol, bool> isWanted, string neverNull, DiagnosticDescriptor rule)
{
    /// <summary>Whether there is any; the expression is null, after a report, where none of them will do.</summary>
    public bool TryReach(out string? expression)
    {
        var method = context.Method;
        var own = method.Parameters.Where(parameter => isWanted(parameter.Type)).ToArray();
        if (own.Length > 0)
        {
            expression = One(own) is { } parameter ? Names.Identifier(parameter.Name) : null;
            return true;
        }

        ISymbol[] passedOn = [];
        foreach (var type in method.ContainingType.BasesOf())
        {
            var members = Members(type).ToArray();
            var found = members.Where(member => member is IFieldSymbol).ToArray();
            if (found.Length == 0)
                found = members;
            if (found.Length > 0)
            {
                expression = One(found) is { } member ? Names.Access(member, method) : null;
                return true;
            }

            if (method.IsStatic || !SymbolEqualityComparer.Default.Equals(type, method.ContainingType))
                continue;
            // A base type that was given the parameter may offer it as a member: to keep it twice is CS9107 in the user's file.
            var parameters = PrimaryParameters(type).ToLookup(IsPassedToBase);
            if (parameters.Contains(false))
            {
                expression = ByConstructor([.. parameters[false]]);
                return true;
            }

            passedOn = [.. parameters[true]];
        }

        expression = passedOn.Length > 0 ? ByConstructor(passedOn) : null;
        return passedOn.Length > 0;
    }

    private IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        var method = context.Method;
        return type.GetMembers().Where(member =>
            member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false }
            && member is IFieldSymbol or IPropertySymbol { GetMethod: not null, IsIndexer: false }
            && (member.IsStatic || !method.IsStatic)
            && isWanted(TypeOf(member))
            && context.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType));
    }

    /// <summary>The only one of them; null, after a report, where there are several, or none is sure to be there.</summary>
    private ISymbol? One(ISymbol[] found)
    {
        if (found.Length > 1)
            Fail($"reaches several: {string.Join(", ", found.Select(member => member.Name))}; keep one, or take the right one as a parameter of the method");
        else if (TypeOf(found[0]).NullableAnnotation == NullableAnnotation.Annotated)
            Fail($"cannot rely on '{found[0].Name}', which may be null: {neverNull}");
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

    private IEnumerable<IParameterSymbol> PrimaryParameters(ITypeSymbol type) => ((INamedTypeSymbol)type).InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => isWanted(parameter.Type));

    private static bool IsPassedToBase(IParameterSymbol parameter) => parameter.ContainingSymbol.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.BaseList?.Types.FirstOrDefault())
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .SelectMany(type => type.ArgumentList.Arguments)
        .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);

    private string? ByConstructor(ISymbol[] parameters) => One(parameters) is not { } parameter ? null
        : context.Method.Parameters.Any(p => p.Name == parameter.Name)
            ? Fail($"has a parameter that hides the constructor parameter '{parameter.Name}': rename one of them")
            : Names.Identifier(parameter.Name);

    /// <summary>Reports that none of them will do.</summary>
    public string? Fail(string problem)
    {
        context.Report(rule, context.Method.Name, problem);
        return null;
    }
}
