using CacheGen.CodeFixes.Tests.Harness;
using Xunit;
using static CacheGen.CodeFixes.Tests.Key.KeySource;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2001FixTests
{
    [Theory]
    [InlineData("x:{relaseId}", "x:{releaseId}", "int releaseId")]
    [InlineData("x:{relaseId:D5|hash ?? a}", "x:{releaseId:D5|hash ?? a}", "int releaseId")]
    [InlineData("{user.Nme|norm}", "{user.Name|norm}", "User user")]
    public Task Name_IsTheOneThatIsNear(string before, string after, string parameters) => FixVerifier.FixAsync(
        "CG2001", Catalog($"[Cached(Key = \"{before}\")]", parameters, "public record User(string Name);"), Catalog($"[Cached(Key = \"{after}\")]", parameters, "public record User(string Name);"));

    [Fact]
    public async Task EachNearName_IsOffered() => Assert.Equal(
        ["Change 'page' to 'pages'", "Change 'page' to 'paged'"],
        await FixVerifier.TitlesAsync("CG2001", Catalog("[Cached(Key = \"{page}\")]", "int pages, int paged")));

    [Fact]
    public async Task NothingNear_IsNothingToOffer() =>
        Assert.Empty(await FixVerifier.TitlesAsync("CG2001", Catalog("[Cached(Key = \"{what}\")]", "int id")));

    [Fact]
    public async Task Constant_IsLeftAlone() =>
        Assert.Empty(await FixVerifier.TitlesAsync("CG2001", Catalog("[Cached(Key = Keys.Of)]", "int releaseId", "static class Keys { public const string Of = \"{relaseId}\"; }")));

    [Fact]
    public Task Names_AreMendedAtOnce() => FixVerifier.FixAllAsync(
        "CG2001",
        Catalog("[Cached(Key = \"{relaseId}:{pag}\", Tags = new[] { \"x:{relaseId}\" })]", "int releaseId, int page"),
        Catalog("[Cached(Key = \"{releaseId}:{page}\", Tags = new[] { \"x:{releaseId}\" })]", "int releaseId, int page"));
}
