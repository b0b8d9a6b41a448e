using CacheGen.CodeFixes.Tests.Harness;
using Xunit;
using static CacheGen.CodeFixes.Tests.Key.KeySource;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2011FixTests
{
    [Theory]
    [InlineData("[Cached(Key = \"x:{token}\")]", "[Cached(Key = \"x:{token|hash}\")]")]
    [InlineData("[Cached(Key = \"x:{token|lower}\", Tags = new[] { \"of:{token|lower}\" })]", "[Cached(Key = \"x:{token|lower|hash}\", Tags = new[] { \"of:{token|lower|hash}\" })]")]
    [InlineData("[Cached]", "[Cached(Key = \"GetAsync:{id}:{token|hash}\")]")]
    public Task Secret_IsHashed(string before, string after) =>
        FixVerifier.FixAsync("CG2011", Catalog(before, "int id, string token"), Catalog(after, "int id, string token"));

    [Fact]
    public Task RecordWithASecret_IsHashed() => FixVerifier.FixAsync(
        "CG2011",
        Catalog("[Cached]", "Login login", "public record Login(string User, string Password);"),
        Catalog("[Cached(Key = \"GetAsync:{login|hash}\")]", "Login login", "public record Login(string User, string Password);"));

    [Fact]
    public Task Secrets_AreHashedAtOnce() => FixVerifier.FixAllAsync(
        "CG2011", Catalog("[Cached(Key = \"{token}:{password}\")]", "string token, string password"), Catalog("[Cached(Key = \"{token|hash}:{password|hash}\")]", "string token, string password"));

    /// <summary>It stands in front of the key as it is, whatever a hole says.</summary>
    [Fact]
    public async Task Scope_IsNotForAHole() =>
        Assert.Empty(await FixVerifier.TitlesAsync("CG2011", Catalog("[Cached]", "[CacheScope(\"user\")] string token", source: "string token")));
}
