using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Policy;

public class CG4001FixTests
{
    [Theory]
    [InlineData("5 minutes", "5m")]
    [InlineData("24 h", "24h")]
    [InlineData("1hour", "1h")]
    [InlineData("1 hour and 30 min", "1h30m")]
    [InlineData("30m1h", "1h30m")]
    [InlineData("1h, 30m", "1h30m")]
    [InlineData("5M", "5m")]
    [InlineData("1,5h", "1.5h")]
    [InlineData("2 weeks", "14d")]
    [InlineData("1w", "7d")]
    [InlineData("1 month", "30d")]
    [InlineData("PT5M", "5m")]
    [InlineData("200 milliseconds", "200ms")]
    [InlineData("24:00:00", "1d")]
    [InlineData("36:30:00", "1d12h30m")]
    [InlineData("90", "90s")]
    public Task Duration_IsWrittenAsMeant(string before, string after) => FixVerifier.FixAsync("CG4001", Method($"Ttl = \"{before}\""), Method($"Ttl = \"{after}\""), $"Write \"{after}\"");

    [Theory]
    [InlineData("90", "Write \"90s\"", "Write \"90m\"")]
    [InlineData("500", "Write \"500s\"", "Write \"500m\"", "Write \"500ms\"")]
    [InlineData("36:30", "Write \"1d12h30m\"", "Write \"36m30s\"")]
    [InlineData("-5m", "Leave Ttl out", "Write \"5m\"")]
    [InlineData("0s", "Leave Ttl out")]
    [InlineData("0 minutes", "Leave Ttl out")]
    [InlineData("0", "Leave Ttl out")]
    [InlineData("00:00:00", "Leave Ttl out")]
    [InlineData("1h1h")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("5 parsecs")]
    [InlineData("99999999999999999999 minutes")]
    public async Task Fixes_AreWhatMayBeMeant(string text, params string[] titles) => Assert.Equal(titles, await FixVerifier.TitlesAsync("CG4001", Method($"Ttl = \"{text}\"")));

    [Fact]
    public Task Zero_IsLeftOut() => FixVerifier.FixAsync("CG4001", Method("Ttl = \"1h\", MissTtl = \"0s\""), Method("Ttl = \"1h\""));

    [Fact]
    public Task Zero_TakesADefaultBack() => FixVerifier.FixAsync(
        "CG4001", "[CacheDefaults(FailSafe = \"1d\")] " + Method("FailSafe = \"0s\""), "[CacheDefaults(FailSafe = \"1d\")] " + Method("FailSafe = null"));

    [Fact]
    public async Task Window_OfABatchIsNotLeftOut() => Assert.Empty(await FixVerifier.TitlesAsync(
        "CG4001",
        "partial class A(MethodCache cache) { [Cached(Batch = nameof(GetManyAsync), BatchWindow = \"0ms\")] public partial Task<string?> GetAsync(int id); Task<Dictionary<int, string>> GetManyAsync(int[] ids) => throw new Exception(); }"));

    [Fact]
    public async Task Constant_IsLeftToItsAuthor() => Assert.Empty(await FixVerifier.TitlesAsync("CG4001", Method("Ttl = Short").Replace("{ [", "{ const string Short = \"5 minutes\"; [", StringComparison.Ordinal)));

    [Fact]
    public Task Durations_AreMendedAtOnce() => FixVerifier.FixAllAsync("CG4001", Method("Ttl = \"5 min\", FailSafe = \"1 week\""), Method("Ttl = \"5m\", FailSafe = \"7d\""));

    private static string Method(string said) => $"partial class A(MethodCache cache) {{ [Cached({said})] public partial string? Get(int id); string? GetCore(int id) => null; }}";
}
