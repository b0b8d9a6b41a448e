using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes.Method;

/// <summary>
/// From a method that does its work itself to a cached one with a source: this is how an existing method is given a cache, so what comes out
/// works, with the type made partial and a MethodCache in its constructor where it lacks them.
/// </summary>
internal static class SplitMethod
{
    public static Fix? Fix(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(method, cancellationToken) is not { IsAbstract: false, IsExtern: false } symbol
            || MethodParsers.Begin(symbol, model.Compilation, report: null, cancellationToken) is not { } parsed)
        {
            return null;
        }

        var around = TypeEdits.MakePartial(method).Concat(CacheFor(method, parsed, model, cancellationToken));
        var implementation = symbol.PartialImplementationPart?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax;
        if ((implementation ?? method) is { Body: null, ExpressionBody: null })
            return new Fix($"Make '{symbol.Name}' partial", "Partial", Partial(method).Concat(around).ToArray());
        if (SourceName.For(method, parsed) is not { } source)
            return null;
        var edits = implementation is null ? Split(method, source.Name, model) : Rename(method, implementation, source.Name, model);
        return new Fix($"Move the body to the source '{source.Name}'", "Split", edits.Concat(source.Edits).Concat(around).ToArray());
    }

    private static IReadOnlyList<Edit> CacheFor(MethodDeclarationSyntax method, ParseContext parsed, SemanticModel model, CancellationToken cancellationToken) =>
        !parsed.Method.IsStatic && method.Parent is TypeDeclarationSyntax type && CacheFinder.HasNone(parsed)
            ? CacheParameter.Add(type, parsed.Method.ContainingType, model, cancellationToken)
            : [];

    private static IEnumerable<Edit> Partial(MethodDeclarationSyntax method)
    {
        if (method.Modifiers.Any(SyntaxKind.PartialKeyword))
            yield break;
        // A partial method that returns something must say who may call it.
        var start = method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart;
        if (!method.Modifiers.Any(token => token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword))
            yield return Edit.Insert(method.SyntaxTree, start, "private ");
        var async = method.Modifiers.FirstOrDefault(token => token.IsKind(SyntaxKind.AsyncKeyword));
        if (async.IsKind(SyntaxKind.AsyncKeyword))
            yield return Edit.Replace(method.SyntaxTree, TextSpan.FromBounds(async.SpanStart, async.GetNextToken().SpanStart), "");
        yield return Edit.Insert(method.SyntaxTree, method.ReturnType.SpanStart, "partial ");
    }

    /// <summary>The declaration ends before the body, which stays where it is, under the source's name.</summary>
    private static IEnumerable<Edit> Split(MethodDeclarationSyntax method, string name, SemanticModel model) =>
    [
        .. Partial(method),
        .. method.ParameterList.DescendantNodes().OfType<AttributeListSyntax>()
            .Where(list => list.Attributes.Count == 1 && SourceMethod.IsOfIterator(list.Attributes[0], model))
            .Select(list => Edit.Replace(method.SyntaxTree, TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), "")),
        Edit.Insert(method.SyntaxTree, EndOfHeader(method), ";" + method.BetweenMembers() + SourceMethod.Header(method, name, model)),
    ];

    /// <summary>The part with the body becomes the source; what was said by attributes there is said at the other part.</summary>
    private static IEnumerable<Edit> Rename(MethodDeclarationSyntax definition, MethodDeclarationSyntax implementation, string name, SemanticModel model)
    {
        if (implementation.AttributeLists.Count > 0)
            yield return Edit.Insert(definition.SyntaxTree, definition.SpanStart, string.Concat(implementation.AttributeLists.Select(list => list + definition.NextLine())));
        yield return Edit.Replace(
            implementation.SyntaxTree, TextSpan.FromBounds(implementation.SpanStart, EndOfHeader(implementation)), SourceMethod.Header(implementation, name, model.Compilation.GetSemanticModel(implementation.SyntaxTree)));
    }

    private static int EndOfHeader(MethodDeclarationSyntax method) =>
        ((SyntaxNode?)method.Body ?? method.ExpressionBody!).GetFirstToken().GetPreviousToken().Span.End;
}
