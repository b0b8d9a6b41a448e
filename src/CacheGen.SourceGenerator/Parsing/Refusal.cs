using CacheGen.SourceGenerator.Declarations;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What stands in the place of a method about which something is wrong.</summary>
internal static class Refusal
{
    private static readonly Func<ITypeSymbol, bool>[] s_ours = [KnownTypes.IsMethodCache, KnownTypes.IsFusionCache, KnownTypes.IsCacheScope];

    /// <param name="method">The method.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="rules">What it breaks.</param>
    public static RefusedMethod Of(IMethodSymbol method, Compilation compilation, IEnumerable<string> rules) => new()
    {
        Type = TypeParser.Identify(method.ContainingType, compilation),
        Signature = SignatureParser.Parse(method),
        Rules = string.Join(", ", rules.OrderBy(rule => rule, StringComparer.Ordinal)),
        Reads = Reads(method, compilation).Distinct().ToEquatableArray(),
    };

    /// <summary>
    /// The parameters of the primary constructor that only the right method would read. Until then the compiler says of each that nothing does (CS9113),
    /// beside the one mistake that there is.
    /// </summary>
    private static IEnumerable<string> Reads(IMethodSymbol method, Compilation compilation)
    {
        var type = method.ContainingType;
        if (method.IsStatic || type.IsRecord)
            return [];
        return s_ours.SelectMany(isOurs => HeldMembers.Find(type, compilation, member => isOurs(member.HeldType()))).OfType<IParameterSymbol>().Select(parameter => parameter.Name)
            .Where(name => method.Parameters.All(own => own.Name != name) && !type.DeclaringSyntaxReferences.Any(reference => Mentions(reference.GetSyntax(), name)))
            .Select(Names.Identifier);
    }

    // To read what initialises something, or is given to the base type, would be another warning: CS9124, CS9107. What a body reads may be read twice.
    private static bool Mentions(SyntaxNode declaration, string name) => declaration.DescendantNodes(static node => !node.IsBody())
        .Any(node => node.IsKind(SyntaxKind.IdentifierName) && node.GetFirstToken().ValueText == name);
}
