using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes;

/// <summary>Applies the fixes of many diagnostics at once: all their edits, each place once.</summary>
internal sealed class AllFixes : FixAllProvider
{
    public static AllFixes Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var document in Documents(context))
        {
            foreach (var diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                var fixes = await ((RuleFix)context.CodeFixProvider).FixesAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
                edits.AddRange(fixes.FirstOrDefault(fix => fix.Kind == context.CodeActionEquivalenceKey)?.Edits ?? []);
            }
        }

        return edits.Count == 0 ? null : CodeAction.Create("Fix all", token => ApplyAsync(context.Solution, edits, token), context.CodeActionEquivalenceKey);
    }

    /// <summary>The solution with the edits made. Of two that touch the same text the first is made; the other's diagnostic stays.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellationToken)
    {
        foreach (var file in edits.GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;
            var changes = new List<TextChange>();
            // Two insertions at one place stay in their order; the same one twice is one.
            foreach (var change in file.Select(edit => edit.Change).Distinct().OrderBy(change => change.Span.Start))
            {
                if (changes.Count == 0 || change.Span.Start >= changes[changes.Count - 1].Span.End)
                    changes.Add(change);
            }

            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(changes));
        }

        return solution;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Project => context.Project.Documents,
        FixAllScope.Solution => context.Solution.Projects.SelectMany(project => project.Documents),
        _ => context.Document is { } document ? [document] : [],
    };
}
