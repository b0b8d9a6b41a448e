using System.Diagnostics.CodeAnalysis;
using CacheGen.SourceGenerator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Tests.Catalog;

/// <summary>The properties of a build, as a generator sees them.</summary>
internal sealed class BuildProperties(string? page) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(page);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(string? page) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == CatalogMarkdown.Property ? page : null;
            return value is not null;
        }
    }
}
