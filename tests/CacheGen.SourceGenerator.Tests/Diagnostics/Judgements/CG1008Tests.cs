using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.Flow;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Sources that wait for themselves.</summary>
public class CG1008Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id);
            private async Task<string> GetCoreAsync(int id) => await {|CG1008:GetAsync(id)|};
            """), "'GetAsync' is called by its own source 'GetCoreAsync' with the arguments that it has itself, and so waits for itself" },
        { InCatalog("""
            [Cached] public partial string Get(int id, [NotInKey] string trace);
            private string GetCore(int number, string trace) { var same = number; return id(); string id() => {|CG1008:this.Get(same, trace + "!")|}; }
            """), "'Get'" },
        { InCatalog("""
            [Cached] public partial Task<string> GetAllAsync(CancellationToken ct = default);
            private Task<string> GetAllCoreAsync(CancellationToken ct) => Task.Run(() => {|CG1008:GetAllAsync()|});
            """), "'GetAllAsync'" },
        { InCatalog("""
            [Cached] public partial string Get(int id, string market);
            private string GetCore(int id, string market) => api.Get(id) ?? Again(market, id);
            private string Again(string where, int what) => {|CG1008:Get(market: where, id: what)|};
            """), "'Get'" },
        { InCatalog("""
            [CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> GetAllAsync(int[] ids);
            private async Task<Dictionary<int, string>> GetAllCoreAsync(int[] ids) => (await {|CG1008:GetAllAsync(ids)|}).ToDictionary(pair => pair.Key, pair => pair.Value);
            """), "'GetAllAsync'" },
    };

    public static TheoryData<string> Fine =>
    [
        // Recursion over what differs is how recursion is cached.
        InCatalog("""
            [Cached] public partial long Sum(int n);
            private long SumCore(int n) => n == 0 ? 0 : n + Sum(n - 1);
            """),
        InCatalog("""
            [Cached(Key = "node:{node.Id}")] public partial string Path(Node node);
            private string PathCore(Node node) { var parent = node.Parent; return parent is null ? "" : Path(parent) + node.Id; }
            """, "internal sealed class Node { public int Id { get; set; } public Node? Parent { get; set; } }"),
        InCatalog("""
            [Cached] public partial string Get(int id, string market);
            private string GetCore(int id, string market) => market == "DE" ? api.Get(id) : Get(id, "DE");
            """),
        InCatalog("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) { id++; return Get(id); }
            """),
        InCatalog("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) { var other = id; other = id / 2; return Get(other); }
            """),
        InCatalog("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => Step(id) + Step(id - 1);
            private string Step(int id) => Get(id);
            """),
        InCatalog("""
            [Cached] public partial string Swap(int a, int b);
            private string SwapCore(int a, int b) => a < b ? Swap(b, a) : api.Get(a);
            """),
        // Another method, another instance, another overload.
        InCatalog("""
            [Cached] public partial string Get(int id);
            private string GetCore(int id) => Get(id.ToString()) + Other(id);
            [Cached] public partial string Get(string id);
            private string GetCore(string id) => api.Get(id);
            [Cached] public partial string Other(int id);
            private string OtherCore(int id) => api.Get(id);
            """),
        "internal sealed partial class Chain(Chain? next, MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => next?.Get(id) ?? \"\"; }",
        "internal sealed partial class C(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => nameof(Get) + id; public string Twice(int id) => Get(id) + Get(id); }",
        InCatalog("""
            [Cached] public partial string Get(int id);
            #pragma warning disable CG1008
            private string GetCore(int id) => Get(id);
            """),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Source_WaitsForItself(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG1008", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsNotFlagged(string file) => Assert.Empty(await Markup.JudgeAsync("CG1008", file));
}
