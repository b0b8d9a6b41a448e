using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG3006Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Of("MissTtl = {|CG3006:\"1m\"|}", "string"), "MissTtl = \"1m\" has no effect, since 'Get' returns string, which is never null" },
        { Of("Ttl = \"1h\", MissTtl = {|CG3006:\"1m\"|}", "Task<int>"), "returns int, which is never null" },
        { Of("MissTtl = {|CG3006:\"1m\"|}", "ValueTask<(int, string?)>"), "which is never null" },
        { Of("MissTtl = {|CG3006:\"1m\"|}, StoreWhen = nameof(IsNone)", "string"), "or say IsMiss" },
        { Of("MissTtl = {|CG3006:\"1m\"|}", "List<string?>"), "which is never null" },
        { Of("MissTtl = {|CG3006:\"1m\"|}, MissFailSafe = \"1d\"", "string"), "MissTtl = \"1m\" has no effect" },
        { "[CacheDefaults(MissTtl = \"1m\")] " + Of("MissFailSafe = {|CG3006:\"1d\"|}", "string"), "MissFailSafe = \"1d\" has no effect, since 'Get' returns string, which is never null" },
    };

    public static TheoryData<string> Fine =>
    [
        Of("", "string"),
        Of("MissTtl = null", "string"),
        Of("MissTtl = \"1m\"", "string?"),
        Of("MissTtl = \"1m\"", "int?"),
        Of("MissTtl = \"1m\", IsMiss = nameof(IsNone)", "string"),
        Of("MissTtl = \"1m\", MissFailSafe = \"1d\"", "string?"),
        // Of CG4002.
        Of("MissFailSafe = \"1d\"", "string"),
        "[CacheDefaults(MissTtl = \"1m\")] " + Of("MissTtl = null, MissFailSafe = \"1d\"", "string"),
        // Meant for the others.
        "[CacheDefaults(MissTtl = \"1m\", MissFailSafe = \"1d\")] " + Of("", "string"),
        "[CacheDefaults(MissTtl = \"1m\")] " + Of("", "string"),
        "#nullable disable\n" + Of("MissTtl = \"1m\"", "string"),
        "public partial class A(MethodCache cache) { [Cached(MissTtl = \"1m\")] public partial T Get<T>(int id); private T GetCore<T>(int id) => throw new Exception(); }",
        "public partial class A(MethodCache cache) { [Cached(MissTtl = \"1m\")] public partial T Get<T>(int id) where T : class; private T GetCore<T>(int id) where T : class => throw new Exception(); }",
        // The source says nothing of null, and may return it.
        "public partial class A(MethodCache cache) { [Cached(MissTtl = \"1m\")] public partial string Get(int id);\n#nullable disable\n private string GetCore(int id) => null;\n#nullable restore\n }",
        "public partial class A(MethodCache cache) { [CachedBatch(MissTtl = \"1m\")] public partial Task<Dictionary<int, string>> GetAsync(int[] ids); private Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => throw new Exception(); }",
        "public partial class A(MethodCache cache) { [Cached(MissTtl = \"1m\")] public partial IAsyncEnumerable<string> GetAsync(int id); private IAsyncEnumerable<string> GetCoreAsync(int id) => throw new Exception(); }",
        "#pragma warning disable CG3006\n" + Of("MissTtl = \"1m\"", "string"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task MissTtl_WithoutMisses_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG3006", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task MissTtl_OfWhatMayBeMissing_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG3006", file));

    private static string Of(string said, string type) =>
        $"public partial class A(MethodCache cache) {{ [Cached({said})] public partial {type} Get(int id); private {type} GetCore(int id) => throw new Exception(); private static bool IsNone(string value) => true; }}";
}
