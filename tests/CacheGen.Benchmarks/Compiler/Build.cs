using System.Collections.Immutable;
using CacheGen.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.Benchmarks.Compiler;

/// <summary>The solution as a compiler holds it, generators and analyzers to run over it, and edits as an editor makes them.</summary>
internal static class Build
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp13);

    // What a service references: the framework and us, not this program.
    private static readonly MetadataReference[] s_references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location) || Path.GetFileName(path) is "CacheGen.dll")
        .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. typeof(CacheGenerator).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static SyntaxTree[] Parse() => [.. Solution.Files().Select(file => Parse(file.Text, file.Path))];

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text), s_parse, path);

    /// <summary>A compilation of which nothing is bound.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Shop", trees, s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver(IIncrementalGenerator generator, bool track = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], parseOptions: s_parse, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, track));

    /// <summary>A file in which one text stands for another, read anew only around it.</summary>
    public static SyntaxTree Replace(SyntaxTree tree, string old, string text)
    {
        var source = tree.GetText();
        var start = source.ToString().IndexOf(old, StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidOperationException($"'{old}' is not in {tree.FilePath}.");
        return tree.WithChangedText(source.WithChanges(new TextChange(new TextSpan(start, old.Length), text)));
    }
}
