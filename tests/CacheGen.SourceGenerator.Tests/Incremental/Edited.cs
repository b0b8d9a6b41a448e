using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Incremental;

/// <summary>An editor's session: one driver over a compilation that changes. What it has must always be what a new driver makes.</summary>
internal sealed class Edited
{
    private GeneratorDriver _driver;

    public Edited(CSharpCompilation compilation)
    {
        Compilation = compilation;
        _driver = Compiler.Driver(compilation).RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    public CSharpCompilation Compilation { get; private set; }

    public SyntaxTree Tree(string path) => Compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

    public void Replace(string path, string text)
    {
        var old = Tree(path);
        Run(Compilation.ReplaceSyntaxTree(old, Parse(path, text, (CSharpParseOptions)old.Options)));
    }

    public void Add(string path, string text) => Run(Compilation.AddSyntaxTrees(Parse(path, text, (CSharpParseOptions)Compilation.SyntaxTrees[0].Options)));

    public void Remove(string path) => Run(Compilation.RemoveSyntaxTrees(Tree(path)));

    public void Rename(string path, string to)
    {
        var old = Tree(path);
        Run(Compilation.ReplaceSyntaxTree(old, Parse(to, old.ToString(), (CSharpParseOptions)old.Options)));
    }

    /// <summary>The driver runs over the next compilation; what it says must be what a new one says.</summary>
    public void Run(CSharpCompilation next)
    {
        Compilation = next;
        _driver = _driver.WithUpdatedParseOptions((CSharpParseOptions)next.SyntaxTrees[0].Options).RunGenerators(next, TestContext.Current.CancellationToken);
        var cold = Generated(Compiler.Driver(next).RunGenerators(Anew(next), TestContext.Current.CancellationToken));
        var warm = Generated(_driver);
        Assert.Equal(cold.Keys.Order(StringComparer.Ordinal), warm.Keys.Order(StringComparer.Ordinal));
        Assert.All(cold, file => Assert.True(file.Value == warm[file.Key], $"{file.Key} is stale: {Line(file.Value, warm[file.Key])}\n{Files(next)}"));
    }

    /// <summary>All generated files as one text.</summary>
    public string Text => string.Join('\n', Generated(_driver).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));

    /// <summary>How many items of a step were made anew by the last run.</summary>
    public int Work(string step) => Outputs(step)
        .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <summary>How many files were parsed by the last run, whether or not other models came of it.</summary>
    public int Parsed => Outputs(CacheGenerator.ParseStep).Count(output => output.Reason != IncrementalStepRunReason.Cached);

    public static SyntaxTree Parse(string path, string text, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(text, options, path, cancellationToken: TestContext.Current.CancellationToken);

    // All that is needed to see why.
    private static string Line(string now, string kept) => now.Split('\n').Zip(kept.Split('\n')).Where(pair => pair.First != pair.Second)
        .Select(pair => $"'{pair.Second.Trim()}', now '{pair.First.Trim()}'").FirstOrDefault() ?? "";

    private static string Files(CSharpCompilation compilation) => string.Join('\n', compilation.SyntaxTrees.Select(tree => $"// {tree.FilePath}\n{tree}"));

    // A step that never had an item is not there.
    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        _driver.GetRunResult().Results[0].TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];

    // What is known of a file goes with its tree: a cold run must read all of them.
    private static CSharpCompilation Anew(CSharpCompilation compilation) => compilation.RemoveAllSyntaxTrees()
        .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => Parse(tree.FilePath, tree.ToString(), (CSharpParseOptions)tree.Options)));

    private static Dictionary<string, string> Generated(GeneratorDriver driver)
    {
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
    }
}
