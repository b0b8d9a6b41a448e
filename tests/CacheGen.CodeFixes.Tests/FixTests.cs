using CacheGen.CodeFixes.Tests.Harness;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CacheGen.CodeFixes.Tests;

/// <summary>Which rules have fixes.</summary>
public class FixTests
{
    public static TheoryData<string> Rules => [.. typeof(Rules).GetFields().Select(rule => rule.GetValue(null)).OfType<DiagnosticDescriptor>().Select(rule => rule.Id)];

    /// <summary>The table in the docs says which rules have one, and each fix has tests in a class by its rule's name.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasAFixIfThePageSaysSo(string id)
    {
        var hasFix = FixVerifier.Fixes.Count(fix => fix.FixableDiagnosticIds.Contains(id));
        Assert.InRange(hasFix, 0, 1);
        var row = File.ReadLines(Path.Combine(Repository.Root, "docs", "diagnostics", "README.md")).Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal));
        Assert.Equal(hasFix == 1, row.EndsWith("| fix |", StringComparison.Ordinal));
        Assert.Equal(hasFix == 1, typeof(FixTests).Assembly.GetTypes().Any(type => type.Name == $"{id}FixTests"));
    }
}
