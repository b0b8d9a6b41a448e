using System.Collections.Immutable;
using CacheGen.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.Benchmarks.Compiler;

/// <summary>What the analyzers add to a build: the solution with its generated files, compiled alone, with an analyzer that does nothing, and with ours, in turn.</summary>
internal static class AnalyzerMeasures
{
    public static IReadOnlyList<Measure> Run(int rounds)
    {
        Build.Driver(new CacheGenerator()).RunGeneratorsAndUpdateCompilation(Build.Compile(Build.Parse()), out var generated, out _);
        if (generated.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"The solution does not compile: {error}");
        Samples emit = new(), bind = new(), nothing = new(), ours = new();
        for (var round = -2; round < rounds; round++)
        {
            if (round == 0)
                Array.ForEach([emit, bind, nothing, ours], static samples => samples.Forget());
            // What is known of a file from the round before is not known in a new process.
            var trees = generated.SyntaxTrees.Select(tree => Build.Parse(tree.ToString(), tree.FilePath)).ToArray();
            GC.Collect();
            if (!emit.Time(() => Build.Compile(trees).Emit(Stream.Null)).Success)
                throw new InvalidOperationException("The solution does not compile.");
            bind.Time(() => Build.Compile(trees).GetDiagnostics());
            nothing.Time(() => Analyze(Build.Compile(trees), [new NoAnalyzer()]));
            ours.Time(() => Analyze(Build.Compile(trees), Build.Analyzers));
        }

        Table.Line($"| compile: everything bound and emitted | {emit.Processor:F0} | {emit.Wall:F0} |");
        Table.Line($"| everything bound | {bind.Processor:F0} | {bind.Wall:F0} |");
        Table.Line($"| bound, with an analyzer that does nothing | {nothing.Processor:F0} | {nothing.Wall:F0} |");
        Table.Line($"| bound, with ours | {ours.Processor:F0} | {ours.Wall:F0} |");
        return
        [
            Measure.AtMost("analyzers' own share: (ours − one that does nothing) / compile, processor time", (ours.Processor - nothing.Processor) / emit.Processor, 0.1),
            Measure.AtMost("analyzers' whole share: (ours − none) / compile, processor time", (ours.Processor - bind.Processor) / emit.Processor, 0.1),
        ];
    }

    // To its end, within what is timed: both cores work on it.
    private static ImmutableArray<Diagnostic> Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var analyzed = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), static (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return analyzed.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
    }
}
