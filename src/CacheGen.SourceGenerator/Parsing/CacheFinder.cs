using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Finds the MethodCache that a method can reach: its own parameter, else a field, a property or a primary-constructor
/// parameter of its type, else a field or property of a base type. Where there is none, an IFusionCache in the same places.
/// </summary>
internal sealed class CacheFinder
{
    private const string HowTo = "add a constructor parameter 'MethodCache cache' to the type";
    private const string FusionCacheExtensions = "CacheGen.FusionCacheExtensions";

    private readonly ParseContext _context;
    private readonly Func<ITypeSymbol, bool> _isCache;
    private readonly string _neverNull;

    private CacheFinder(ParseContext context, Func<ITypeSymbol, bool> isCache, string neverNull)
    {
        _context = context;
        _isCache = isCache;
        _neverNull = neverNull;
    }

    /// <summary>How the method reaches its cache; null, after a report, where there is none or are several.</summary>
    public static CacheModel? Find(ParseContext context)
    {
        var own = new CacheFinder(context, KnownTypes.IsMethodCache, "declare it as MethodCache; MethodCache.None is one that stores nothing");
        if (own.TryReach(out var member))
            return member is null ? null : new CacheModel(member, member);

        var fusion = new CacheFinder(context, KnownTypes.IsFusionCache, "declare it as IFusionCache");
        if (!fusion.TryReach(out member))
        {
            own.Fail(context.Method.IsStatic
                ? "is static and finds no MethodCache: add a static field, or a parameter of the method"
                : $"finds no MethodCache: {HowTo}");
        }
        else if (member is not null && context.Compilation.GetTypeByMetadataName(FusionCacheExtensions) is null)
        {
            own.Fail($"finds no MethodCache, and needs CacheGen.FusionCache to work with the IFusionCache '{member}': reference that package, or give the type a MethodCache");
        }
        else if (member is not null)
        {
            return new CacheModel(member, $"global::{FusionCacheExtensions}.AsMethodCache({member})");
        }

        return null;
    }

    /// <summary>Whether there is any; the expression is null, after a report, where none of them will do.</summary>
    private bool TryReach(out string? expression)
    {
        var method = _context.Method;
        var own = method.Parameters.Where(parameter => _isCache(parameter.Type)).ToArray();
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
        var method = _context.Method;
        return type.GetMembers().Where(member =>
            member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false }
            && member is IFieldSymbol or IPropertySymbol { GetMethod: not null, IsIndexer: false }
            && (member.IsStatic || !method.IsStatic)
            && _isCache(TypeOf(member))
            && _context.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType));
    }

    /// <summary>The only one of them; null, after a report, where there are several, or none is sure to be there.</summary>
    private ISymbol? One(ISymbol[] found)
    {
        if (found.Length > 1)
            Fail($"reaches several: {string.Join(", ", found.Select(member => member.Name))}; keep one, or take the right one as a parameter of the method");
        else if (TypeOf(found[0]).NullableAnnotation == NullableAnnotation.Annotated)
            Fail($"cannot rely on '{found[0].Name}', which may be null: {_neverNull}");
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
        .Where(parameter => _isCache(parameter.Type));

    private static bool IsPassedToBase(IParameterSymbol parameter) => parameter.ContainingSymbol.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.BaseList?.Types.FirstOrDefault())
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .SelectMany(type => type.ArgumentList.Arguments)
        .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);

    private string? ByConstructor(ISymbol[] parameters) => One(parameters) is not { } parameter ? null
        : _context.Method.Parameters.Any(p => p.Name == parameter.Name)
            ? Fail($"has a parameter that hides the constructor parameter '{parameter.Name}': rename one of them")
            : Names.Identifier(parameter.Name);

    private string? Fail(string problem)
    {
        _context.Report(Rules.NoCache, _context.Method.Name, problem);
        return null;
    }
}
