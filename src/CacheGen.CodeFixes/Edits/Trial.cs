using CacheGen.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Whether code still compiles with some edits made.</summary>
internal static class Trial
{
    // What is generated is the old code's, until the generator has run again.
    private static readonly HashSet<string> s_ofGeneratedParts = ["CS8795", "CS8817", "CS8818", "CS8819", "CS9256"];

    /// <summary>Whether the edits bring no error that was not there before, in the files that they change and in others.</summary>
    /// <param name="context">The fix.</param>
    /// <param name="edits">What would be changed.</param>
    /// <param name="others">Further files that use what changes.</param>
    public static bool Compiles(this FixContext context, IReadOnlyCollection<Edit> edits, IEnumerable<SyntaxTree>? others = null)
    {
        var before = context.Model.Compilation;
        var after = before;
        var trees = new List<(SyntaxTree Old, SyntaxTree New)>();
        foreach (var file in edits.GroupBy(edit => edit.Tree))
        {
            if (!before.ContainsSyntaxTree(file.Key))
                return false;
            var changes = file.Select(edit => edit.Change).Distinct().OrderBy(change => change.Span.Start);
            var changed = file.Key.WithChangedText(file.Key.GetText(context.CancellationToken).WithChanges(changes));
            after = after.ReplaceSyntaxTree(file.Key, changed);
            trees.Add((file.Key, changed));
        }

        trees.AddRange((others ?? []).Where(other => trees.All(tree => tree.Old != other)).Select(other => (other, other)));
        return trees.All(tree =>
        {
            var old = Errors(before, tree.Old, context.CancellationToken);
            return Errors(after, tree.New, context.CancellationToken).All(error => old.TryGetValue(error.Key, out var count) && error.Value <= count);
        });
    }

    /// <summary>What the compiler and our own parser call errors.</summary>
    private static Dictionary<string, int> Errors(Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var model = compilation.GetSemanticModel(tree);
        var ours = tree.GetRoot(cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.AttributeLists.Count > 0)
            .Select(method => model.GetDeclaredSymbol(method, cancellationToken)).OfType<IMethodSymbol>()
            .SelectMany(method => AnalyzedMethod.Of(method, compilation, cancellationToken)?.Told ?? []);
        return model.GetDiagnostics(cancellationToken: cancellationToken).Where(diagnostic => !s_ofGeneratedParts.Contains(diagnostic.Id)).Concat(ours)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .GroupBy(diagnostic => diagnostic.Id)
            .ToDictionary(same => same.Key, same => same.Count());
    }
}
