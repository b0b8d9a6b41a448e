using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Harness;

/// <summary>Applies a fix as an editor would, and compares the file with what it should be. Ours, as CacheGen.SourceGenerator.Tests' Markup is.</summary>
internal static class FixVerifier
{
    /// <summary>Every fix of the package.</summary>
    public static RuleFix[] Fixes { get; } = [.. typeof(RuleFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(RuleFix).IsAssignableFrom(type)).Select(type => (RuleFix)Activator.CreateInstance(type)!)];

    /// <summary>The first of the rule's diagnostics that has the fix is mended; what comes out has this rule broken less.</summary>
    /// <param name="rule">Its id.</param>
    /// <param name="before">A whole file.</param>
    /// <param name="after">What it should become; for several files, those that change, in order.</param>
    /// <param name="title">Which of several fixes; the first where it is not said.</param>
    public static async Task FixAsync(string rule, string before, string after, string? title = null)
    {
        var project = Project(before);
        var diagnostics = await DiagnosticsAsync(project, rule);
        Assert.NotEmpty(diagnostics);
        CodeAction? action = null;
        for (var i = 0; i < diagnostics.Length && action is null; i++)
            action = (await ActionsAsync(project, diagnostics[i])).FirstOrDefault(action => title is null || action.Title == title);
        Assert.True(action is not null, $"no fix '{title}'");
        await VerifyAsync(project, action, after, rule, diagnostics.Length - 1);
    }

    /// <summary>All of the rule's diagnostics in the file are mended at once.</summary>
    public static async Task FixAllAsync(string rule, string before, string after, string? title = null)
    {
        var project = Project(before);
        var diagnostics = await DiagnosticsAsync(project, rule);
        Assert.True(diagnostics.Length > 1, "fix-all wants several");
        var action = (await ActionsAsync(project, diagnostics[0])).First(action => title is null || action.Title == title);
        var fix = Fix(rule);
        var context = new FixAllContext(
            project.GetDocument(diagnostics[0].Location.SourceTree)!, fix, FixAllScope.Document, action.EquivalenceKey, [rule], new Provider(diagnostics),
            TestContext.Current.CancellationToken);
        await VerifyAsync(project, (await fix.GetFixAllProvider().GetFixAsync(context))!, after, rule, 0);
    }

    /// <summary>The titles of what the menu offers for the rule's first diagnostic.</summary>
    public static async Task<string[]> TitlesAsync(string rule, string code)
    {
        var project = Project(code);
        var diagnostics = await DiagnosticsAsync(project, rule);
        Assert.NotEmpty(diagnostics);
        return [.. (await ActionsAsync(project, diagnostics[0])).Select(action => action.Title)];
    }

    private static RuleFix Fix(string rule) => Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(rule));

    private static async Task VerifyAsync(Project project, CodeAction action, string after, string rule, int left)
    {
        var operation = (await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.GetProject(project.Id)!;
        var text = await changed.Documents.Single(document => document.Name == "User.cs").GetTextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(after, text.ToString());
        Assert.InRange((await DiagnosticsAsync(changed, rule)).Length, 0, left);
    }

    private static async Task<List<CodeAction>> ActionsAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        await Fix(diagnostic.Id).RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task<Diagnostic[]> DiagnosticsAsync(Project project, string rule)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        return [.. (await Compiler.JudgeAsync(Compiler.Generate(compilation).Compilation)).Where(diagnostic => diagnostic.Id == rule)];
    }

    private static Project Project(string code)
    {
        var compilation = Compiler.Compile("", LanguageVersion.CSharp13);
        var project = new AdhocWorkspace().AddProject("User", LanguageNames.CSharp)
            .WithParseOptions(compilation.SyntaxTrees[0].Options).WithCompilationOptions(compilation.Options).WithMetadataReferences(compilation.References);
        return project.AddDocument("Usings.cs", compilation.SyntaxTrees[0].GetText(TestContext.Current.CancellationToken)).Project.AddDocument("User.cs", code).Project;
    }

    private sealed class Provider(Diagnostic[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(diagnostics.AsEnumerable());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
