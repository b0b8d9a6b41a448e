using CacheGen.CodeFixes.Tests.Harness;
using Xunit;
using static CacheGen.CodeFixes.Tests.Key.KeySource;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2010FixTests
{
    [Theory]
    [InlineData("[Cached(Key = \"x:{query}\")]", "[Cached(Key = \"x:{query|norm}\")]")]
    [InlineData("[Cached(Key = \"x:{query ?? all}\")]", "[Cached(Key = \"x:{query|norm ?? all}\")]")]
    [InlineData("[Cached(Key = \"x:{query}\", Tags = new[] { \"all\", \"of:{query}\" })]", "[Cached(Key = \"x:{query|norm}\", Tags = new[] { \"all\", \"of:{query|norm}\" })]")]
    [InlineData("[Cached]", "[Cached(Key = \"GetAsync:{id}:{query|norm}\")]")]
    [InlineData("[Cached(Ttl = \"1h\")]", "[Cached(Ttl = \"1h\", Key = \"GetAsync:{id}:{query|norm}\")]")]
    public Task Text_IsNormalized(string before, string after) =>
        FixVerifier.FixAsync("CG2010", Catalog(before, "int id, string? query"), Catalog(after, "int id, string? query"));

    [Fact]
    public Task Text_IsHashed() => FixVerifier.FixAsync(
        "CG2010", Catalog("[Cached(Key = \"{query}\")]", "string query"), Catalog("[Cached(Key = \"{query|hash}\")]", "string query"), "Hash it in the key: |hash");

    [Fact]
    public Task Texts_AreNormalizedAtOnce() => FixVerifier.FixAllAsync(
        "CG2010", Catalog("[Cached(Key = \"{query}:{title}\")]", "string query, string title"), Catalog("[Cached(Key = \"{query|norm}:{title|norm}\")]", "string query, string title"));

    [Fact]
    public async Task Constant_IsLeftAlone() =>
        Assert.Empty(await FixVerifier.TitlesAsync("CG2010", Catalog("[Cached(Key = Keys.Of)]", "string query", "static class Keys { public const string Of = \"{query}\"; }")));
}
