using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG4002Tests
{
    private const string FusionCache = " namespace CacheGen { internal static class FusionCacheExtensions; }";

    public static TheoryData<string, string> Wrong => new()
    {
        { Says("Ttl = \"5m\", MissTtl = {|CG4002:\"1h\"|}"), "MissTtl = \"1h\" is longer than Ttl = \"5m\", so \"there is none\" is believed longer than any answer: make it shorter, or leave it out" },
        { Says("MissTtl = {|CG4002:\"01:00:01\"|}, Ttl = \"60m\""), "MissTtl = \"01:00:01\" is longer than Ttl = \"60m\"" },
        { Says("AdaptiveTtl = \"1m..10m\", MissTtl = {|CG4002:\"11m\"|}"), "is longer than AdaptiveTtl = \"1m..10m\"" },
        { Says("Ttl = \"1h\", RefreshAfter = {|CG4002:\"1h\"|}"), "RefreshAfter = \"1h\" is not shorter than Ttl = \"1h\", so no value grows old enough" },
        { Says("Ttl = \"1h\", RefreshAfter = {|CG4002:\"2h\"|}"), "is not shorter than Ttl" },
        { Says("AdaptiveTtl = \"1m..10m\", RefreshAfter = {|CG4002:\"10m\"|}"), "is not shorter than AdaptiveTtl" },
        { Says("Ttl = \"1m\", Jitter = {|CG4002:\"1m\"|}"), "live up to twice as long" },
        { Says("Ttl = \"1m\", Jitter = {|CG4002:\"90s\"|}"), "live up to more than twice as long" },
        { Says("FailSafe = \"1d\", SoftTimeout = {|CG4002:\"2s\"|}, HardTimeout = \"2s\""), "SoftTimeout = \"2s\" is not shorter than HardTimeout = \"2s\", which ends the load first" },
        { Says("FailSafe = \"1d\", SoftTimeout = {|CG4002:\"5s\"|}, HardTimeout = \"2000ms\""), "is not shorter than HardTimeout" },
        { Says("SoftTimeout = {|CG4002:\"500ms\"|}"), "releases callers with a stale value, and no FailSafe keeps one: say how long with FailSafe" },
        { Says("Ttl = \"1h\", FailSafe = {|CG4002:\"1d\"|}, ServeStaleOn = new Type[0]"), "FailSafe = \"1d\" keeps stale values, and ServeStaleOn lets none be served" },
        { Says("Ttl = \"1h\", FailSafe = {|CG4002:\"1d\"|}, NeverServeStaleOn = new[] { typeof(Exception) }"), "and NeverServeStaleOn lets none be served" },
        { Says("MissFailSafe = {|CG4002:\"365d\"|}"), "MissFailSafe = \"365d\" counts from the end of MissTtl, and without that no miss is kept: say how long with MissTtl" },
        { Says("Ttl = \"1h\", MissTtl = null, FailSafe = \"7d\", MissFailSafe = {|CG4002:\"7d\"|}", type: "[CacheDefaults(MissTtl = \"5m\")]"), "without that no miss is kept" },
        { "public partial class A(MethodCache cache) { [CachedBatch(Ttl = \"1m\", MissFailSafe = {|CG4002:\"5m\"|})] public partial Task<Dictionary<int, string>> GetAsync(int[] ids); private Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => throw new Exception(); }", "without that no miss is kept" },
        { "public partial class A(MethodCache cache) { [Cached(MissTtl = \"1m\", MissFailSafe = {|CG4002:\"5m\"|})] public partial IAsyncEnumerable<int> GetAsync(int id); private IAsyncEnumerable<int> GetCoreAsync(int id) => throw new Exception(); }", "has no item to serve: leave it out" },
        { Says("Ttl = \"1h\", MissTtl = \"5m\", MissFailSafe = {|CG4002:\"1d\"|}, ServeStaleOn = new Type[0]"), "MissFailSafe = \"1d\" keeps stale misses, and ServeStaleOn lets none be served" },
        // Of two attributes, the nearer is told.
        { Says("Ttl = {|CG4002:\"30s\"|}", type: "[CacheDefaults(MissTtl = \"5m\")]"), "MissTtl = \"5m\" is longer than Ttl = \"30s\"" },
        { Says("RefreshAfter = {|CG4002:\"2h\"|}", type: "[CacheDefaults(Ttl = \"1h\")]"), "is not shorter than Ttl = \"1h\"" },
        { Says("", type: "[CacheDefaults(Ttl = \"1h\", RefreshAfter = {|CG4002:\"2h\"|})]"), "is not shorter than Ttl = \"1h\"" },
        { "[assembly: CacheDefaults(Ttl = \"1h\")] " + Says("", type: "[CacheDefaults(Jitter = {|CG4002:\"2h\"|})]"), "is not shorter than Ttl = \"1h\"" },
        { "public partial class A(MethodCache cache) { [CachedBatch(Ttl = \"1m\", MissTtl = {|CG4002:\"5m\"|})] public partial Task<Dictionary<int, string>> GetAsync(int[] ids); private Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => throw new Exception(); }", "MissTtl = \"5m\" is longer" },
        // A mistake of the defaults is told once.
        { "[CacheDefaults(Ttl = \"1h\", RefreshAfter = {|CG4002:\"2h\"|})] public partial class A(MethodCache cache) { [Cached] public partial int Get(int id); [Cached] public partial int Get(string id); private int GetCore(int id) => id; private int GetCore(string id) => 1; }", "is not shorter than Ttl = \"1h\"" },
    };

    public static TheoryData<string> Fine =>
    [
        Says("Ttl = \"5m\", MissTtl = \"5m\""),
        Says("Ttl = \"5m\", MissTtl = \"1m\", RefreshAfter = \"4m\", Jitter = \"30s\", FailSafe = \"1d\", SoftTimeout = \"1s\", HardTimeout = \"10s\""),
        Says("AdaptiveTtl = \"1m..10m\", MissTtl = \"5m\", RefreshAfter = \"5m\", Jitter = \"2m\""),
        // FailSafe counts from the end of the Ttl, so it may be shorter.
        Says("Ttl = \"1h\", FailSafe = \"1m\""),
        // Where nothing says a Ttl, the options do.
        Says("RefreshAfter = \"10m\""),
        Says("MissTtl = \"10h\""),
        Says("Jitter = \"10h\""),
        // Where the value says its Ttl, it may be any.
        Says("Ttl = \"5m\", RefreshAfter = \"10m\", MissTtl = \"10m\", Jitter = \"10m\", TtlFrom = nameof(TtlOf)"),
        // A soft timeout alone, where something else may keep a stale value.
        Says("SoftTimeout = \"1s\"") + FusionCache,
        Says("SoftTimeout = \"1s\", Profile = \"slow\""),
        Says("SoftTimeout = \"1s\"", type: "[CacheDefaults(FailSafe = \"1d\")]"),
        Says("", type: "[CacheDefaults(SoftTimeout = \"1s\")]"),
        Says("SoftTimeout = \"1s\", FailSafe = null"),
        Says("FailSafe = null", type: "[CacheDefaults(FailSafe = \"1d\", SoftTimeout = \"1s\")]"),
        Says("SoftTimeout = \"1s\", MissTtl = \"5m\", MissFailSafe = \"1d\""),
        Says("HardTimeout = \"1s\""),
        // A miss that may serve counts from the end of a MissTtl, wherever that is said, and may serve longer than any value is fresh.
        Says("Ttl = \"1h\", MissTtl = \"5m\", MissFailSafe = \"365d\""),
        Says("MissFailSafe = \"365d\"", type: "[CacheDefaults(MissTtl = \"5m\")]"),
        Says("", type: "[CacheDefaults(MissFailSafe = \"365d\")]"),
        Says("MissFailSafe = null", type: "[CacheDefaults(MissFailSafe = \"365d\")]"),
        Says("MissFailSafe = \"365d\", Profile = \"slow\""),
        "[CacheDefaults(MissFailSafe = \"365d\")] public partial class A(MethodCache cache) { [Cached] public partial IAsyncEnumerable<int> GetAsync(int id); private IAsyncEnumerable<int> GetCoreAsync(int id) => throw new Exception(); }",
        // Taken back.
        Says("RefreshAfter = null", type: "[CacheDefaults(Ttl = \"1h\", RefreshAfter = \"50m\")]"),
        Says("Ttl = \"1m\", RefreshAfter = null", type: "[CacheDefaults(RefreshAfter = \"50m\")]"),
        Says("AdaptiveTtl = \"1h..2h\", RefreshAfter = \"90m\"", type: "[CacheDefaults(Ttl = \"1h\")]"),
        // Stale values that something else than an exception asks for.
        Says("FailSafe = \"1d\", SoftTimeout = \"1s\", ServeStaleOn = new Type[0]"),
        Says("FailSafe = \"1d\", FailWhen = nameof(IsError), ServeStaleOn = new Type[0]"),
        Says("FailSafe = \"1d\", RateLimit = \"api\", NeverServeStaleOn = new[] { typeof(Exception) }"),
        Says("FailSafe = \"1d\", NeverServeStaleOn = new[] { typeof(InvalidOperationException) }, ServeStaleOn = new[] { typeof(TimeoutException) }"),
        Says("ServeStaleOn = new Type[0]", type: "[CacheDefaults(FailSafe = \"1d\")]"),
        // Of a stream MissTtl says how long "too long" is remembered; a batch's entries are another method's.
        "public partial class A(MethodCache cache) { [Cached(Ttl = \"1m\", MissTtl = \"1h\")] public partial IAsyncEnumerable<int> GetAsync(int id); private IAsyncEnumerable<int> GetCoreAsync(int id) => throw new Exception(); }",
        "public partial class A(MethodCache cache) { [Cached(Ttl = \"1h\", MissTtl = \"5m\")] public partial Task<string?> GetAsync(int id); private Task<string?> GetCoreAsync(int id) => throw new Exception(); [CachedBatch(Of = nameof(GetAsync))] public partial Task<Dictionary<int, string>> GetManyAsync(int[] ids); private Task<Dictionary<int, string>> GetManyCoreAsync(int[] ids) => throw new Exception(); }",
        "#pragma warning disable CG4002\n" + Says("Ttl = \"5m\", MissTtl = \"1h\""),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Contradiction_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG4002", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task CoherentPolicy_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG4002", file));

    private static string Says(string attribute, string type = "") =>
        $"{type} public partial class A(MethodCache cache) {{ [Cached({attribute})] public partial string? Get(int id); private string? GetCore(int id) => null; "
        + "private static TimeSpan? TtlOf(string value) => null; private static bool IsError(string value) => false; }";
}
