using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The analyzer sees what was generated, the generator does not: what both decide must not depend on it.</summary>
internal static class GeneratedMembers
{
    /// <summary>Written by this generator alone. A partial method is the user's, whoever wrote its other part.</summary>
    public static bool IsGenerated(this ISymbol member) =>
        member is not IMethodSymbol { IsPartialDefinition: true } && member.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value as string == "CacheGen");
}
