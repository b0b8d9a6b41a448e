using CacheGen.CodeFixes.Tests.Harness;
using Xunit;
using static CacheGen.CodeFixes.Tests.Key.KeySource;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2002FixTests
{
    private const string Parameters = "int id, IServiceProvider services, System.Net.Http.HttpClient http, int page";

    [Theory]
    [InlineData("x:{services}:{id}", "x:{id}")]
    [InlineData("{services}:{id}", "{id}")]
    [InlineData("{id}:{services}", "{id}")]
    [InlineData("{id}/{services|hash}/{page}", "{id}/{page}")]
    public Task Hole_IsTakenOut(string before, string after) =>
        FixVerifier.FixAsync("CG2002", Catalog($"[Cached(Key = \"{before}\")]", Parameters), Catalog($"[Cached(Key = \"{after}\")]", Parameters));

    [Fact]
    public Task LastHole_TakesTheKeyWithIt() =>
        FixVerifier.FixAsync("CG2002", Catalog("[Cached(Key = \"{services}\", Ttl = \"1h\")]", Parameters), Catalog("[Cached(Ttl = \"1h\")]", Parameters));

    [Fact]
    public Task Holes_AreTakenOutAtOnce() =>
        FixVerifier.FixAllAsync("CG2002", Catalog("[Cached(Key = \"x:{services}:{id}:{http}\")]", Parameters), Catalog("[Cached(Key = \"x:{id}\")]", Parameters));
}
