using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Policy;

public class CG4005FixTests
{
    [Fact]
    public Task Method_IsMarked() => FixVerifier.FixAsync(
        "CG4005", Site("(ICacheScope scope, MethodCache cache)", "[Cached(Key = \"a:{id}\")]"), Site("(ICacheScope scope, MethodCache cache)", "[Cached(Key = \"a:{id}\"), CacheScope(\"user\")]"));

    [Fact]
    public Task Type_TakesAScope() => FixVerifier.FixAsync("CG4005", Site("(MethodCache cache)", "[Cached]"), Site("(MethodCache cache, ICacheScope scope)", "[Cached, CacheScope(\"user\")]"));

    [Fact]
    public Task Scope_StandsBeforeWhatMayBeLeftOut() => FixVerifier.FixAsync(
        "CG4005", Site("(MethodCache cache, int most = 3)", "[Cached]", "most"), Site("(MethodCache cache, ICacheScope scope, int most = 3)", "[Cached, CacheScope(\"user\")]", "most"));

    [Fact]
    public async Task WithoutAWayToAScope_ThereIsNoFix() => Assert.Empty(await FixVerifier.TitlesAsync("CG4005", """
        internal static partial class Site
        {
            private static readonly MethodCache s_cache = MethodCache.None;
            [Cached] public static partial string Get(int id);
            private static string GetCore(int id) => System.Threading.Thread.CurrentPrincipal?.Identity?.Name + id;
        }
        """));

    [Fact]
    public Task All_AreMendedAtOnce() => FixVerifier.FixAllAsync(
        "CG4005",
        """
        internal sealed partial class Site(MethodCache cache)
        {
            [Cached] public partial string A(int id);
            private string ACore(int id) => System.Threading.Thread.CurrentPrincipal?.Identity?.Name + id;
            [Cached(Ttl = "1h")] public partial string B(int id);
            private string BCore(int id) => System.Security.Claims.ClaimsPrincipal.Current?.Identity?.Name + id;
        }
        """,
        """
        internal sealed partial class Site(MethodCache cache, ICacheScope scope)
        {
            [Cached, CacheScope("user")] public partial string A(int id);
            private string ACore(int id) => System.Threading.Thread.CurrentPrincipal?.Identity?.Name + id;
            [Cached(Ttl = "1h"), CacheScope("user")] public partial string B(int id);
            private string BCore(int id) => System.Security.Claims.ClaimsPrincipal.Current?.Identity?.Name + id;
        }
        """);

    private static string Site(string constructor, string attribute, string also = "id") =>
        $$"""
        internal sealed partial class Site{{constructor}}
        {
            {{attribute}}
            public partial string Get(int id);

            private string GetCore(int id) => System.Threading.Thread.CurrentPrincipal?.Identity?.Name + id + {{also}};
        }
        """;
}
