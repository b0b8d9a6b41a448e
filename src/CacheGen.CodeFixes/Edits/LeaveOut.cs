using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Takes back what an attribute says.</summary>
internal static class LeaveOut
{
    /// <summary>
    /// Takes a property out, so that nothing is said of it any more: where defaults around it say something of it, null does that.
    /// </summary>
    public static Edit Of(FixContext context, AttributeSyntax attribute, string property) =>
        attribute.Find(property) is { } argument && !DefaultsBeyond(context, attribute).Any(defaults => Says(defaults, property))
            ? attribute.Remove(argument)
            : attribute.Set(property, "null");

    private static bool Says(AttributeData attribute, string property) => attribute.NamedArguments.Any(argument => argument.Key == property && !argument.Value.IsNull);

    /// <summary>The [CacheDefaults] that hold where this attribute says nothing.</summary>
    private static IEnumerable<AttributeData> DefaultsBeyond(FixContext context, AttributeSyntax attribute) => attribute.Parent?.Parent is not MemberDeclarationSyntax owner ? []
        : context.Model.GetDeclaredSymbol(owner, context.CancellationToken) switch
        {
            IMethodSymbol method => CacheDefaults.Around(method.ContainingType),
            INamedTypeSymbol type => CacheDefaults.Around(type).Where(defaults => !Is(defaults, attribute)),
            _ => [],
        };

    private static bool Is(AttributeData data, AttributeSyntax syntax) =>
        data.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span;
}
