using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Policy;

public class CG4004FixTests
{
    [Fact]
    public Task Scope_IsAskedFor() => FixVerifier.FixAsync("CG4004", Shop("[Cached(Ttl = \"10m\", RefreshAfter = \"5m\")]"), Shop("[Cached(Ttl = \"10m\", RefreshAfter = \"5m\", BackgroundScope = true)]"));

    [Fact]
    public Task SaidByADefault_ItIsSaidAtTheMethod() => FixVerifier.FixAsync("CG4004", Shop("[Cached]", "CacheDefaults(RefreshAfter = \"5m\")"), Shop("[Cached(BackgroundScope = true)]", "CacheDefaults(RefreshAfter = \"5m\")"));

    [Fact]
    public Task FalseIsMadeTrue() => FixVerifier.FixAsync("CG4004", Shop("[Cached(BackgroundScope = false, RefreshAfter = \"5m\")]"), Shop("[Cached(BackgroundScope = true, RefreshAfter = \"5m\")]"));

    [Fact]
    public async Task WhereNoneIsAllowed_ThereIsNoFix() => Assert.Empty(await FixVerifier.TitlesAsync("CG4004", """
        internal sealed partial class Shop(System.Data.IDbConnection db, MethodCache cache)
        {
            [Cached(RefreshAfter = "5m")] public partial IAsyncEnumerable<string> GetAsync(int id);
            private async IAsyncEnumerable<string> GetCoreAsync(int id) { await Task.Yield(); yield return db.Database + id; }
        }
        """));

    [Fact]
    public Task All_AreMendedAtOnce() => FixVerifier.FixAllAsync(
        "CG4004", Shop("[Cached(RefreshAfter = \"5m\")]") + Shop("[Cached(SoftTimeout = \"1s\")]", type: "Other"),
        Shop("[Cached(RefreshAfter = \"5m\", BackgroundScope = true)]") + Shop("[Cached(SoftTimeout = \"1s\", BackgroundScope = true)]", type: "Other"));

    private static string Shop(string attribute, string typeAttribute = "CachePrefix(\"s\")", string type = "Shop") =>
        $$"""
        [{{typeAttribute}}]
        internal sealed partial class {{type}}(System.Data.IDbConnection db, MethodCache cache)
        {
            {{attribute}}
            public partial string Get(int id);

            private string GetCore(int id) => db.Database + id;
        }

        """;
}
