using System.Collections.Immutable;
using System.Runtime.Loader;
using CacheGen.SourceGenerator.Analyzers;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Harness;

/// <summary>Compiles a user's source with the generator, as his build would.</summary>
internal static class Compiler
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CacheGen;

        """;

    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            // A user's service has no test framework.
            .Where(path => !Path.GetFileName(path).StartsWith("CacheGen.SourceGenerator", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The compilation before generators: all warnings on, documentation comments read.</summary>
    public static CSharpCompilation Compile(string source, LanguageVersion version = LanguageVersion.CSharp12, NullableContextOptions nullable = NullableContextOptions.Enable) =>
        Compile([("User.cs", source)], version, nullable);

    public static CSharpCompilation Compile(
        (string Path, string Text)[] files, LanguageVersion version = LanguageVersion.CSharp12,
        NullableContextOptions nullable = NullableContextOptions.Enable, params MetadataReference[] references)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "User",
            files.Prepend(("Usings.cs", Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1)),
            references.Concat(s_references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, warningLevel: 9999, allowUnsafe: true));
    }

    /// <summary>Another assembly, as those who reference it see it.</summary>
    public static MetadataReference Library(string source)
    {
        using var assembly = new MemoryStream();
        var emitted = Generate(Compile(source).WithAssemblyName("Library")).Compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    /// <summary>The files generated for types, by hint name, and the compilation with all of them; the result has the catalog too.</summary>
    public static (CSharpCompilation Compilation, IReadOnlyDictionary<string, string> Files, GeneratorDriverRunResult Result) Generate(CSharpCompilation compilation)
    {
        var driver = Driver(compilation).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult();
        Assert.Null(Assert.Single(result.Results).Exception);
        var files = result.Results[0].GeneratedSources.Where(file => file.HintName is not (CatalogEmitter.FileName or CatalogMarkdown.FileName));
        return ((CSharpCompilation)updated, files.ToDictionary(file => file.HintName, file => file.SourceText.ToString()), result);
    }

    public static GeneratorDriver Driver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new CacheGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the analyzers say of methods that they refuse, generated files included.</summary>
    public static async Task<Diagnostic[]> AnalyzeAsync(CSharpCompilation compilation) =>
        [.. (await JudgeAsync(compilation)).Where(diagnostic => diagnostic.Descriptor.IsRefusal())];

    /// <summary>All that the analyzers say; one that throws fails the test.</summary>
    /// <param name="compilation">With the generated files.</param>
    /// <param name="options">Lines of an .editorconfig: <c>name = value</c>.</param>
    public static async Task<Diagnostic[]> JudgeAsync(CSharpCompilation compilation, params string[] options)
    {
        var analyzed = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new EditorConfig(options)), (exception, _, _) => Assert.Fail(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(CachedMethodAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>The compiler's errors and warnings; of missing documentation only that in generated files, the user's is his own.</summary>
    public static Diagnostic[] Complaints(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
                && (diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))];

    /// <summary>Loads what was compiled and runs <c>Program.Run()</c>, which says what a user would see.</summary>
    public static async Task<string> RunAsync(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        assembly.Position = 0;
        var context = new AssemblyLoadContext("user", isCollectible: true);
        var program = context.LoadFromStream(assembly).GetType("Program")!;
        return await (Task<string>)program.GetMethod("Run")!.Invoke(null, null)!;
    }
}
