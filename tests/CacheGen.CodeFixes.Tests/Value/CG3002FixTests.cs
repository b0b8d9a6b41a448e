using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Value;

public class CG3002FixTests
{
    [Theory]
    [InlineData("List<string>", "IReadOnlyList<string>", "[]")]
    [InlineData("string[]", "IReadOnlyList<string>", "[]")]
    [InlineData("List<string>?", "IReadOnlyList<string>?", "null")]
    [InlineData("Dictionary<string, int>", "IReadOnlyDictionary<string, int>", "new Dictionary<string, int>()")]
    [InlineData("HashSet<string>", "IReadOnlySet<string>", "new HashSet<string>()")]
    [InlineData("ICollection<string>", "IReadOnlyCollection<string>", "new List<string>()")]
    public Task ReturnType_IsOneThatCannotBeWrittenTo(string before, string after, string value) => FixVerifier.FixAsync("CG3002", Of(before, value), Of(after, value));

    [Fact]
    public Task ReturnType_InATaskIsChanged() => FixVerifier.FixAsync(
        "CG3002",
        "partial class A(MethodCache cache) { [Cached] public partial Task<List<int>> GetAsync(int id); async Task<List<int>> GetCoreAsync(int id) { await Task.Yield(); return new List<int>(); } int Use() => GetAsync(1).Result.Count; }",
        "partial class A(MethodCache cache) { [Cached] public partial Task<IReadOnlyList<int>> GetAsync(int id); async Task<IReadOnlyList<int>> GetCoreAsync(int id) { await Task.Yield(); return new List<int>(); } int Use() => GetAsync(1).Result.Count; }");

    [Theory]
    // Others mind.
    [InlineData("partial class A(MethodCache cache) { [Cached] public partial List<int> Get(int id); List<int> GetCore(int id) => []; void Use() => Get(1).Add(2); }")]
    [InlineData("partial class A(MethodCache cache) { [Cached] public partial List<int> Get(int id); List<int> GetCore(int id) => []; } class B { void Use(A a) => a.Get(1).Add(2); }")]
    [InlineData("partial class A(MethodCache cache) { [Cached] public partial Task<List<int>> GetAsync(int id); Task<List<int>> GetCoreAsync(int id) => Task.FromResult(new List<int>()); }")]
    [InlineData("partial class A(MethodCache cache) : I { [Cached] public partial List<int> Get(int id); List<int> GetCore(int id) => []; } interface I { List<int> Get(int id); }")]
    [InlineData("partial class A(MethodCache cache) { [Cached] public virtual partial List<int> Get(int id); List<int> GetCore(int id) => []; }")]
    [InlineData("partial class A(MethodCache cache) { [Cached(IsMiss = nameof(IsEmpty))] public partial List<int> Get(int id); List<int> GetCore(int id) => []; static bool IsEmpty(List<int> list) => true; }")]
    [InlineData("partial class A(MethodCache cache) { [Cached] public partial List<int>? Get(int id); List<int>? GetCore(int id) => null; [CachedBatch(Of = nameof(Get))] public partial Dictionary<int, List<int>> GetMany(int[] ids); Dictionary<int, List<int>> GetManyCore(int[] ids) => []; }")]
    [InlineData("class B { protected List<int> GetCore(int id) => []; } partial class A(MethodCache cache) : B { [Cached] public partial List<int> Get(int id); }")]
    // Nothing is known to return instead.
    [InlineData("partial class A(MethodCache cache) { [Cached] public partial int[,] Get(int id); int[,] GetCore(int id) => new int[1, 1]; }")]
    [InlineData("partial class A(MethodCache cache) { [Cached] public partial IReadOnlyList<int[]> Get(int id); IReadOnlyList<int[]> GetCore(int id) => []; }")]
    public async Task What_OthersSayOrUse_IsLeft(string file) => Assert.Empty(await FixVerifier.TitlesAsync("CG3002", file));

    [Fact]
    public Task All_AreChanged() => FixVerifier.FixAllAsync(
        "CG3002", Of("List<int>", "[]") + Of("string[]", "[]").Replace("class A", "class B", StringComparison.Ordinal), Of("IReadOnlyList<int>", "[]") + Of("IReadOnlyList<string>", "[]").Replace("class A", "class B", StringComparison.Ordinal));

    private static string Of(string type, string value) => $"partial class A(MethodCache cache) {{ [Cached] public partial {type} Get(int id); {type} GetCore(int id) => {value}; }}";
}
