using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// What a type holds: fields and properties with a getter, else parameters of its primary constructor, else what its base types hold and
/// it can reach. Where a field and a property offer the same, the field counts.
/// </summary>
internal static class HeldMembers
{
    /// <summary>The nearest that are wanted: all of them at one place, so that a caller can tell that there are several.</summary>
    public static IReadOnlyList<ISymbol> Find(INamedTypeSymbol type, Compilation compilation, Func<ISymbol, bool> isWanted)
    {
        ISymbol[] passedOn = [];
        foreach (var level in type.BasesOf().OfType<INamedTypeSymbol>())
        {
            var members = Members(level, type, compilation).Where(isWanted).ToArray();
            var fields = members.Where(member => member is IFieldSymbol).ToArray();
            if (members.Length > 0)
                return fields.Length > 0 ? fields : members;

            if (!SymbolEqualityComparer.Default.Equals(level, type))
                continue;
            // A base type that was given the parameter may offer it as a member: to keep it twice is CS9107 in the user's file.
            var parameters = PrimaryParameters(level).Where(isWanted).ToLookup(IsPassedToBase);
            if (parameters.Contains(false))
                return [.. parameters[false]];
            passedOn = [.. parameters[true]];
        }

        return passedOn;
    }

    /// <summary>The type of a field, a property or a parameter.</summary>
    public static ITypeSymbol HeldType(this ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => ((IParameterSymbol)symbol).Type,
    };

    private static IEnumerable<ISymbol> Members(ITypeSymbol level, INamedTypeSymbol type, Compilation compilation) => level.GetMembers().Where(member =>
        member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false }
        && member is IFieldSymbol or IPropertySymbol { GetMethod: not null, IsIndexer: false }
        && !member.IsGenerated()
        && compilation.IsSymbolAccessibleWithin(member, type));

    private static IEnumerable<ISymbol> PrimaryParameters(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters);

    private static bool IsPassedToBase(ISymbol parameter) => parameter.ContainingSymbol.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.BaseList?.Types.FirstOrDefault())
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .SelectMany(type => type.ArgumentList.Arguments)
        .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);
}
