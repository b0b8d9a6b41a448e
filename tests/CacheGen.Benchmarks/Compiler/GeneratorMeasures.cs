using CacheGen.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.Benchmarks.Compiler;

/// <summary>
/// What the generator costs, cold and after edits. Each edit is one on the last compilation, of which then nothing is bound. A generator that makes
/// nothing runs over the same edit in turn: "costs" is what ours takes above it.
/// </summary>
internal static class GeneratorMeasures
{
    /// <param name="Name">What is edited.</param>
    /// <param name="Path">In which file.</param>
    /// <param name="Old">The text that each round replaces.</param>
    /// <param name="Text">What each round puts there.</param>
    private sealed record Edit(string Name, string Path, string Old, Func<int, string> Text);

    private static readonly Edit[] s_edits =
    [
        new("a method's body in a file without cached methods", "Reports/Report50.cs", "await Task.Yield();", round => $"await Task.Delay({round + 1});"),
        new("a new private method there", "Reports/Report51.cs", "public int Total", round => $"private int Added{round}(int x) => x + {round};\n\n    public int Total"),
        new("a new type there", "Reports/Report52.cs", "/// <summary>Counts words.</summary>", round => $"internal sealed record Row{round}(int Id);\n\n/// <summary>Counts words.</summary>"),
        new("the body of a cached method's source", "Services/Service100.cs", "if (found is null", round => $"if ({round} > id || found is null"),
        new("a new private method beside cached ones", "Services/Service120.cs", "private const int", round => $"private static int Added{round}(int x) => x + {round};\n    private const int"),
        new("one attribute", "Services/Service140.cs", "\"15m\"", round => $"\"{round + 16}m\""),
    ];

    public static IEnumerable<Measure> Run(int rounds)
    {
        var trees = Build.Parse();
        foreach (var measure in Cold(trees, rounds))
            yield return measure;
        foreach (var edit in s_edits)
        {
            foreach (var measure in Edited(trees, edit, rounds))
                yield return measure;
        }
    }

    private static IEnumerable<Measure> Cold(SyntaxTree[] trees, int rounds)
    {
        Samples ours = new(), none = new();
        for (var round = -6; round < rounds; round++)
        {
            if (round == 0)
            {
                ours.Forget();
                none.Forget();
            }

            // Files are read anew: what is known of them is not known in a new process.
            var files = Build.Parse();
            GC.Collect();
            ours.Time(() => Build.Driver(new CacheGenerator()).RunGeneratorsAndUpdateCompilation(Build.Compile(files), out _, out _));
            none.Time(() => Build.Driver(new NoGenerator()).RunGeneratorsAndUpdateCompilation(Build.Compile(files), out _, out _));
        }

        Table.Row("cold", ours, none, "");
        yield return Measure.AtMost("generator, cold, ms of processor time above an empty generator", ours.Processor - none.Processor, 400);
    }

    private static IEnumerable<Measure> Edited(SyntaxTree[] trees, Edit edit, int rounds)
    {
        Samples ours = new(), none = new();
        var compilation = Build.Compile(trees);
        var driver = Build.Driver(new CacheGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out _, out _);
        var empty = Build.Driver(new NoGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out _, out _);
        var original = trees.Single(tree => tree.FilePath == edit.Path);
        var last = original;
        for (var round = -3; round < rounds; round++)
        {
            if (round == 0)
            {
                ours.Forget();
                none.Forget();
            }

            var tree = Build.Replace(original, edit.Old, edit.Text(round + 3));
            var forOurs = compilation.ReplaceSyntaxTree(last, tree);
            var forNone = compilation.ReplaceSyntaxTree(last, tree);
            driver = ours.Time(() => driver.RunGeneratorsAndUpdateCompilation(forOurs, out _, out _));
            empty = none.Time(() => empty.RunGeneratorsAndUpdateCompilation(forNone, out _, out _));
            (compilation, last) = (forOurs, tree);
        }

        var steps = Steps.Of(trees, original, Build.Replace(original, edit.Old, edit.Text(1)));
        Table.Row(edit.Name, ours, none, steps.ToString());
        var isAttribute = edit.Name == "one attribute";
        if (edit.Path.StartsWith("Reports", StringComparison.Ordinal))
            yield return Measure.AtMost($"generator, edit: {edit.Name}, ms of processor time above an empty generator", ours.Processor - none.Processor, 5);
        if (!edit.Name.Contains("new private method beside", StringComparison.Ordinal))
            yield return Measure.AtMost($"generator, edit: {edit.Name}, types' files emitted again", steps.Emitted, isAttribute ? 1 : 0);
    }
}
