using System.Reflection;
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
        Assert.Equal(s_rules.Select(rule => rule.Id).Order(), Compiler.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Order());
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
        var severity = rule.DefaultSeverity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "suggestion" };
        Assert.Contains($"| [{id}]({id}.md) | {rule.Title} | {severity} |", File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_IsInTheReleaseNotes(string id)
    {
        var rule = s_rules.Single(rule => rule.Id == id);
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", File.ReadAllText(Path.Combine(Repository.Root, "src", "CacheGen.SourceGenerator", "AnalyzerReleases.Unshipped.md")), StringComparison.Ordinal);
    }

    /// <summary>A rule that judges has tests of its own in a class by its name: what it says, and at least as much that it leaves alone.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Judgement_HasAtLeastAsManyLookAlikes(string id)
    {
        if (s_rules.Single(rule => rule.Id == id).IsRefusal())
            return;
        var tests = typeof(RuleTests).Assembly.GetType($"CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.{id}Tests");
        Assert.True(tests is not null, $"no class {id}Tests");
        Assert.InRange(Count("Fine"), Math.Max(1, Count("Wrong")), int.MaxValue);

        int Count(string property) => ((System.Collections.IEnumerable)tests.GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Cast<object>().Count();
    }
}
