using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Policy;

public class CG4002FixTests
{
    [Theory]
    [InlineData("Ttl = \"5m\", MissTtl = \"1h\"", "Ttl = \"5m\", MissTtl = \"5m\"", null)]
    [InlineData("Ttl = \"5m\", MissTtl = \"1h\"", "Ttl = \"5m\"", "Leave MissTtl out")]
    [InlineData("RefreshAfter = \"1h\", Ttl = \"1h\"", "RefreshAfter = \"30m\", Ttl = \"1h\"", null)]
    [InlineData("RefreshAfter = \"1h\", Ttl = \"1h\"", "Ttl = \"1h\"", "Leave RefreshAfter out")]
    [InlineData("AdaptiveTtl = \"1m..5m\", RefreshAfter = \"1h\"", "AdaptiveTtl = \"1m..5m\", RefreshAfter = \"2m30s\"", "Write RefreshAfter = \"2m30s\"")]
    [InlineData("Ttl = \"1m\", Jitter = \"1m\"", "Ttl = \"1m\", Jitter = \"6s\"", null)]
    [InlineData("FailSafe = \"1d\", SoftTimeout = \"2s\", HardTimeout = \"1s\"", "FailSafe = \"1d\", SoftTimeout = \"500ms\", HardTimeout = \"1s\"", null)]
    [InlineData("SoftTimeout = \"2s\"", "SoftTimeout = \"2s\", FailSafe = \"1h\"", null)]
    [InlineData("MissFailSafe = \"1d\"", "MissFailSafe = \"1d\", MissTtl = \"1m\"", null)]
    [InlineData("Ttl = \"30s\", MissFailSafe = \"1d\"", "Ttl = \"30s\", MissFailSafe = \"1d\", MissTtl = \"30s\"", null)]
    [InlineData("Ttl = \"30s\", MissFailSafe = \"1d\"", "Ttl = \"30s\"", "Leave MissFailSafe out")]
    [InlineData("FailSafe = \"1d\", ServeStaleOn = new Type[0]", "ServeStaleOn = new Type[0]", null)]
    public Task Policy_IsMadeCoherent(string before, string after, string? title) => FixVerifier.FixAsync("CG4002", Method(before), Method(after), title);

    [Fact]
    public Task SoftTimeout_AloneIsLeftOut() => FixVerifier.FixAsync(
        "CG4002", Method("SoftTimeout = \"2s\""), Method("").Replace("()]", "]", StringComparison.Ordinal), "Leave SoftTimeout out");

    [Theory]
    [InlineData("Ttl = \"30s\"", "Ttl = \"30s\", MissTtl = \"30s\"", null)]
    [InlineData("Ttl = \"30s\"", "Ttl = \"30s\", MissTtl = null", "Leave MissTtl out")]
    [InlineData("MissTtl = \"2h\"", "MissTtl = null", "Leave MissTtl out")]
    public Task Default_IsSaidOtherwiseOrTakenBack(string before, string after, string? title) => FixVerifier.FixAsync(
        "CG4002", "[CacheDefaults(Ttl = \"1h\", MissTtl = \"5m\")] " + Method(before), "[CacheDefaults(Ttl = \"1h\", MissTtl = \"5m\")] " + Method(after), title);

    [Fact]
    public Task Defaults_AreMendedWhereTheyStand() => FixVerifier.FixAsync(
        "CG4002", "[CacheDefaults(Ttl = \"1m\", MissTtl = \"5m\")] " + Method(""), "[CacheDefaults(Ttl = \"1m\")] " + Method(""), "Leave MissTtl out");

    [Fact]
    public Task Policies_AreMadeCoherentAtOnce() => FixVerifier.FixAllAsync(
        "CG4002",
        "partial class A(MethodCache cache) { [Cached(Ttl = \"1m\", MissTtl = \"2m\", Jitter = \"3m\")] public partial string? Get(int id); string? GetCore(int id) => null; }",
        "partial class A(MethodCache cache) { [Cached(Ttl = \"1m\", MissTtl = \"1m\", Jitter = \"6s\")] public partial string? Get(int id); string? GetCore(int id) => null; }");

    private static string Method(string said) => $"partial class A(MethodCache cache) {{ [Cached({said})] public partial string? Get(int id); string? GetCore(int id) => null; }}";
}
