using System.Reflection;
using CacheGen.SourceGenerator.Analyzers;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>One id, one descriptor, one page.</summary>
public class RuleTests
{
    private static readonly DiagnosticDescriptor[] s_rules =
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

    public static TheoryData<string> Ids => [.. s_rules.Select(rule => rule.Id)];

    [Fact]
    public void Ids_AreUniqueAndReported()
    {
        Assert.Equal(s_rules.Length, s_rules.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(s_rules.Select(rule => rule.Id).Order(), new CachedMethodAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAPageItsHelpLinkNames(string id)
    {
        var rule = s_rules.Single(rule => rule.Id == id);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", $"{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        foreach (var section in new[] { "## Why", "## Wrong", "## Right", "## Suppressing it" })
            Assert.Contains(section, page, StringComparison.Ordinal);
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_IsInTheReleaseNotes(string id) =>
        Assert.Contains($"{id} | ", File.ReadAllText(Path.Combine(Repository.Root, "src", "CacheGen.SourceGenerator", "AnalyzerReleases.Unshipped.md")), StringComparison.Ordinal);

    [Fact]
    public void Errors_CannotBeSilenced() =>
        Assert.All(s_rules.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error), rule => Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags));
}
