using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG3005Tests
{
    public static TheoryData<string> Wrong =>
    [
        Of("", "{|CG3005:string?|}"),
        Of("", "{|CG3005:Task<string?>|}"),
        Of("", "{|CG3005:ValueTask<int?>|}"),
        Of("Ttl = \"1h\"", "{|CG3005:string?|}"),
        Of("IsMiss = nameof(IsNone)", "{|CG3005:string?|}"),
        "public partial class A(MethodCache cache) { [Cached] public partial {|CG3005:T?|} Get<T>(int id); private T? GetCore<T>(int id) => default; }",
    ];

    public static TheoryData<string> Fine =>
    [
        Of("MissTtl = \"1m\"", "string?"),
        Of("MissTtl = null", "string?"),
        "[CacheDefaults(MissTtl = \"1m\")] " + Of("", "string?"),
        "[assembly: CacheDefaults(MissTtl = \"1m\")] " + Of("", "string?"),
        Of("", "string"),
        Of("", "int"),
        Of("", "Task<List<string?>>"),
        // What is kept is decided by a method of its own.
        Of("StoreWhen = nameof(IsNone)", "string?"),
        // Nobody has said that it may be null.
        "#nullable disable\n" + Of("", "string"),
        "public partial class A(MethodCache cache) { [Cached] public partial T Get<T>(int id); private T GetCore<T>(int id) => throw new Exception(); }",
        // Each id that has no item is a miss, and each list that is too long.
        "public partial class A(MethodCache cache) { [CachedBatch] public partial Task<Dictionary<int, string?>> GetAsync(int[] ids); private Task<Dictionary<int, string?>> GetCoreAsync(int[] ids) => throw new Exception(); }",
        "public partial class A(MethodCache cache) { [Cached] public partial IAsyncEnumerable<string?> GetAsync(int id); private IAsyncEnumerable<string?> GetCoreAsync(int id) => throw new Exception(); }",
        "#pragma warning disable CG3005\n" + Of("", "string?"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Miss_ThatIsNotStored_IsTold(string file) =>
        Assert.Contains("without MissTtl each such call asks the source again", Assert.Single(await Markup.JudgeAsync("CG3005", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task What_IsStoredOrNeverMissing_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG3005", file));

    private static string Of(string said, string type) =>
        $"public partial class A(MethodCache cache) {{ [Cached({said})] public partial {type} Get(int id); private {type.Replace("{|CG3005:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)} GetCore(int id) => throw new Exception(); private static bool IsNone(string value) => true; }}";
}
