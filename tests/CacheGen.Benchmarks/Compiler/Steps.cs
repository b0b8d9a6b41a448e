using System.Collections.Immutable;
using CacheGen.SourceGenerator;
using Microsoft.CodeAnalysis;

namespace CacheGen.Benchmarks.Compiler;

/// <summary>What an edit makes the generator do again.</summary>
/// <param name="Parsed">Files whose methods were parsed again.</param>
/// <param name="Emitted">Files of types that were emitted again.</param>
/// <param name="Catalog">The catalog was, which is a file of its own and an implementation output: editors leave it until the build.</param>
internal sealed record Steps(int Parsed, int Emitted, int Catalog)
{
    public static Steps Of(SyntaxTree[] trees, SyntaxTree old, SyntaxTree edited)
    {
        var compilation = Build.Compile(trees);
        var driver = Build.Driver(new CacheGenerator(), track: true).RunGenerators(compilation);
        var result = driver.RunGenerators(compilation.ReplaceSyntaxTree(old, edited)).GetRunResult().Results[0];
        return new Steps(
            // Anew and to the same counts too.
            result.TrackedSteps["Parse"].SelectMany(step => step.Outputs).Count(output => output.Reason is not IncrementalStepRunReason.Cached),
            Emitted("SourceOutput"),
            Emitted("ImplementationSourceOutput"));

        int Emitted(string name) => result.TrackedOutputSteps.GetValueOrDefault(name, ImmutableArray<IncrementalGeneratorRunStep>.Empty)
            .SelectMany(step => step.Outputs).Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Unchanged);
    }

    public override string ToString() => $"parsed {Parsed}, emitted {Emitted}{(Catalog > 0 ? ", and the catalog" : "")}";
}
