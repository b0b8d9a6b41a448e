using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Value;

public class CG3005FixTests
{
    [Theory]
    [InlineData("[Cached]", "[Cached(MissTtl = \"1m\")]", null)]
    [InlineData("[Cached(Ttl = \"1h\")]", "[Cached(Ttl = \"1h\", MissTtl = \"1m\")]", null)]
    [InlineData("[Cached(Ttl = \"10s\")]", "[Cached(Ttl = \"10s\", MissTtl = \"10s\")]", null)]
    [InlineData("[Cached(Ttl = \"1h\")]", "[Cached(Ttl = \"1h\", MissTtl = null)]", "Say that misses are not kept")]
    public Task MissTtl_IsSaid(string before, string after, string? title) => FixVerifier.FixAsync("CG3005", Method(before), Method(after), title);

    [Fact]
    public Task All_AreSaid() => FixVerifier.FixAllAsync(
        "CG3005", Method("[Cached]") + Method("[Cached]", "B"), Method("[Cached(MissTtl = \"1m\")]") + Method("[Cached(MissTtl = \"1m\")]", "B"));

    private static string Method(string attribute, string type = "A") =>
        $"partial class {type}(MethodCache cache) {{ {attribute} public partial string? Get(int id); string? GetCore(int id) => null; }}";
}
