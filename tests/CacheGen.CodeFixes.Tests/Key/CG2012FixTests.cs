using CacheGen.CodeFixes.Tests.Harness;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using static CacheGen.CodeFixes.Tests.Key.KeySource;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2012FixTests
{
    private static string Many(string attribute, string returns = "IReadOnlyDictionary<int, string>") => $$"""
        public sealed partial class Catalog(MethodCache cache)
        {
            [{{attribute}}]
            public partial Task<{{returns}}> GetManyAsync(IReadOnlyList<int> ids, CancellationToken ct = default);

            private Task<{{returns}}> GetManyCoreAsync(IReadOnlyList<int> ids, CancellationToken ct) => throw new NotSupportedException();
        }
        """;

    [Theory]
    [InlineData("Cached", "CachedBatch")]
    [InlineData("CacheGen.CachedAttribute(Ttl = \"1h\")", "CacheGen.CachedBatch(Ttl = \"1h\")")]
    [InlineData("Cached(Key = \"x:{ids}\", Tags = new[] { \"of:{ids}\" })", "CachedBatch(Key = \"x:{ids}\", Tags = new[] { \"of:{ids}\" })")]
    public async Task Items_AreCachedEach(string before, string after)
    {
        await FixVerifier.FixAsync("CG2012", Many(before), Many(after), "Cache each item: [CachedBatch]");
        var compilation = Compiler.Generate(Compiler.Compile(Many(after), LanguageVersion.CSharp13)).Compilation;
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.DoesNotContain(await Compiler.JudgeAsync(compilation), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("Cached", "int")]
    [InlineData("Cached", "IReadOnlyDictionary<string, string>")]
    [InlineData("Cached(TtlFrom = nameof(T))", "IReadOnlyDictionary<int, string>")]
    [InlineData("Cached(StoreWhen = nameof(S))", "IReadOnlyDictionary<int, string>")]
    public async Task WhereABatchWouldNotDo_ItIsNotOffered(string attribute, string returns) => Assert.Equal(
        ["Leave the order out of the key: |set"],
        await FixVerifier.TitlesAsync("CG2012", Many(attribute, returns).Replace(
            "private Task", $"private static TimeSpan? T({returns} value) => null; private static bool S({returns} value) => true;\nprivate Task", StringComparison.Ordinal)));

    [Theory]
    [InlineData("string[]")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("IEnumerable<string>")]
    public async Task AnswersInAnOrder_KeepIt(string returns) => Assert.Empty(await FixVerifier.TitlesAsync("CG2012", Many("Cached", returns)));

    [Theory]
    [InlineData("[Cached(Key = \"x:{ids}\")]", "[Cached(Key = \"x:{ids|set}\")]")]
    [InlineData("[Cached]", "[Cached(Key = \"GetAsync:{ids|set}\")]")]
    public Task Order_IsLeftOut(string before, string after) =>
        FixVerifier.FixAsync("CG2012", Catalog(before, "int[] ids"), Catalog(after, "int[] ids"), "Leave the order out of the key: |set");

    [Fact]
    public Task Orders_AreLeftOutAtOnce() => FixVerifier.FixAllAsync(
        "CG2012", Catalog("[Cached(Key = \"{ids}:{tags}\")]", "int[] ids, List<string> tags"), Catalog("[Cached(Key = \"{ids|set}:{tags|set}\")]", "int[] ids, List<string> tags"));
}
