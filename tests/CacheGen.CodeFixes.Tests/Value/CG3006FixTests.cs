using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Value;

public class CG3006FixTests
{
    [Theory]
    [InlineData("[Cached(MissTtl = \"1m\")]", "[Cached]")]
    [InlineData("[Cached(Ttl = \"1h\", MissTtl = \"1m\")]", "[Cached(Ttl = \"1h\")]")]
    [InlineData("[Cached(MissTtl = \"1m\", Ttl = \"1h\")]", "[Cached(Ttl = \"1h\")]")]
    public Task MissTtl_IsLeftOut(string before, string after) => FixVerifier.FixAsync("CG3006", Method(before), Method(after));

    [Fact]
    public Task MissFailSafe_IsLeftOut() => FixVerifier.FixAsync(
        "CG3006",
        "[CacheDefaults(MissTtl = \"1m\")] " + Method("[Cached(MissFailSafe = \"1d\")]"),
        "[CacheDefaults(MissTtl = \"1m\")] " + Method("[Cached]"));

    [Fact]
    public Task All_AreLeftOut() => FixVerifier.FixAllAsync(
        "CG3006", Method("[Cached(MissTtl = \"1m\")]") + Method("[Cached(MissTtl = \"1m\")]", "B"), Method("[Cached]") + Method("[Cached]", "B"));

    private static string Method(string attribute, string type = "A") =>
        $"partial class {type}(MethodCache cache) {{ {attribute} public partial string Get(int id); string GetCore(int id) => \"\"; }}";
}
