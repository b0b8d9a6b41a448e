using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes;

/// <summary>The fixes of one rule, or of a few that are mended alike.</summary>
public abstract class RuleFix : CodeFixProvider
{
    private protected RuleFix(params DiagnosticDescriptor[] rules) => FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => AllFixes.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await FixesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, token => AllFixes.ApplyAsync(context.Document.Project.Solution, fix.Edits, token), fix.Kind), diagnostic);
            }
        }
    }

    /// <summary>The ways to mend one diagnostic, the likeliest first.</summary>
    internal async Task<IReadOnlyList<Fix>> FixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
        {
            return [];
        }

        return [.. Fixes(new FixContext(diagnostic, root, model, cancellationToken))];
    }

    private protected abstract IEnumerable<Fix> Fixes(FixContext context);
}

/// <param name="Diagnostic">What is to be mended.</param>
/// <param name="Root">The file that it is in.</param>
/// <param name="Model">Of that file.</param>
/// <param name="CancellationToken">Ends the work.</param>
internal sealed record FixContext(Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, CancellationToken CancellationToken)
{
    public SyntaxTree Tree => Root.SyntaxTree;

    /// <summary>The innermost node that holds what is underlined.</summary>
    public SyntaxNode Node => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>Where the cause is, where that is another place than what is underlined; null where there is none.</summary>
    public Location? Place => Diagnostic.AdditionalLocations.Count > 0 ? Diagnostic.AdditionalLocations[0] : null;

    /// <summary>The innermost node of a kind around what is underlined, or it itself.</summary>
    public T? Around<T>()
        where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

    /// <summary>The method around what is underlined.</summary>
    public MethodDeclarationSyntax? Method => Around<MethodDeclarationSyntax>();
}
