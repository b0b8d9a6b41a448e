using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Harness;

/// <summary>The analyzers that come with the SDK, every rule on: what a user with AnalysisLevel latest-all sees.</summary>
internal static class SdkAnalyzers
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> s_all = new(Load);

    /// <summary>The CA rules' complaints about generated files.</summary>
    public static async Task<Diagnostic[]> AnalyzeAsync(CSharpCompilation compilation)
    {
        var everything = s_all.Value.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct()
            .ToDictionary(id => id, _ => ReportDiagnostic.Warn);
        var options = compilation.Options.WithSpecificDiagnosticOptions(everything);
        var analyzed = compilation.WithOptions(options).WithAnalyzers(s_all.Value, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true)];
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        var folder = Path.Combine(Sdk(), "Sdks", "Microsoft.NET.Sdk", "analyzers");
        return [.. Directory.GetFiles(folder, "*.NetAnalyzers.dll").Where(path => !path.Contains("VisualBasic", StringComparison.Ordinal))
            .SelectMany(path => TypesOf(Assembly.LoadFrom(path)))
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
    }

    // Code fixes stand in the same assemblies, and need Workspaces, which the tests lack.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    // <dotnet>/shared/Microsoft.NETCore.App/<version>/ is where the tests run; the newest SDK that they can load stands beside shared.
    private static string Sdk() => Directory.GetDirectories(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"))
        .Where(path => Version.TryParse(Path.GetFileName(path), out var version) && version.Major == Environment.Version.Major)
        .MaxBy(path => Version.Parse(Path.GetFileName(path)))!;
}
