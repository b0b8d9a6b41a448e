using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG1014Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { InCatalog("public Task<int> TwiceAsync(int id) => {|CG1014:GetCoreAsync|}(id, default);"), "call 'GetAsync', whose source it is" },
        { InCatalog("public async Task<int> TwiceAsync(int id) { var one = await {|CG1014:GetCoreAsync|}(id, default); return one * 2; }"), "'GetCoreAsync' is called past the cache" },
        { InCatalog("public Task<int[]> AllAsync(int[] ids) => Task.WhenAll(ids.Select(id => this.{|CG1014:GetCoreAsync|}(id, default)));"), "GetAsync" },
        { InCatalog("public Task<int> One => {|CG1014:GetCoreAsync|}(1, default);"), "GetAsync" },
        { InCatalog("public int Local() { return Inner(); int Inner() => {|CG1014:GetCoreAsync|}(1, default).Result; }"), "GetAsync" },
        { InCatalog("internal sealed class Inner(Catalog catalog) { public Task<int> GetAsync(int id) => catalog?.{|CG1014:GetCoreAsync|}(id, default)!; }"), "GetAsync" },
        { "partial class A(MethodCache cache) { [Cached(Source = nameof(Fetch))] public partial int Get(int id); internal int Fetch(int id) => id; } class B(A a) { public int Get(int id) => a.{|CG1014:Fetch|}(id); }", "call 'Get'" },
        { "partial class A<T>(MethodCache cache) where T : notnull { [Cached] public partial int Get<U>(int id) where U : class; int GetCore<U>(int id) where U : class => id; public int M(int id) => {|CG1014:GetCore<string>|}(id); }".Replace("{|CG1014:GetCore<string>|}", "{|CG1014:GetCore|}<string>", StringComparison.Ordinal), "call 'Get'" },
        { "partial class A(MethodCache cache) { [CachedBatch] public partial Dictionary<int, string> Get(int[] ids); Dictionary<int, string> GetCore(int[] ids) => []; public string M(int id) => {|CG1014:GetCore|}([id])[id]; }", "call 'Get'" },
    };

    public static TheoryData<string> Fine =>
    [
        // the cached method itself, and other parts of a cache
        InCatalog("public Task<int> TwiceAsync(int id) => GetAsync(id);"),
        InCatalog("[Cached] public partial Task<int> SumAsync(int id, CancellationToken ct); private Task<int> SumCoreAsync(int id, CancellationToken ct) => GetCoreAsync(id, ct);"),
        InCatalog("[CachedBatch] public partial Task<Dictionary<int, string>> NamesAsync(int[] ids); private async Task<Dictionary<int, string>> NamesCoreAsync(int[] ids) { await GetCoreAsync(ids[0], default); return []; }"),
        InCatalog("[Invalidates(nameof(GetAsync))] public partial Task ChangeAsync(int id); private async Task ChangeCoreAsync(int id) => await GetCoreAsync(id, default);"),
        InCatalog("[Cached(Key = \"b:{id}\", ValidWhen = nameof(IsTrue))] public partial Task<int> OtherAsync(int id); private Task<int> OtherCoreAsync(int id) => GetAsync(id); private async ValueTask<bool> IsTrue(int value, int id) => await GetCoreAsync(id, default) == value;"),
        // itself, its base
        "partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id == 0 ? 0 : GetCore(id - 1); }",
        "partial class A(MethodCache cache) { [Cached] public partial int Get(int id); protected virtual int GetCore(int id) => id; } class B(MethodCache cache) : A(cache) { protected override int GetCore(int id) => base.GetCore(id) + 1; public int Base(int id) => base.GetCore(id); }",
        // it is meant: by the source's accessibility, by the caller's name, by what the caller does
        "partial class A(MethodCache cache) { [Cached(Source = nameof(Fetch))] public partial int Get(int id); public int Fetch(int id) => id; } class B(A a) { public int Get(int id) => a.Fetch(id); }",
        InCatalog("public Task<int> GetFreshAsync(int id) => GetCoreAsync(id, default);"),
        InCatalog("public Task ReloadAsync(int id) => GetCoreAsync(id, default);"),
        InCatalog("public async Task UpdateAsync(int id) { var now = await GetCoreAsync(id, default); Console.WriteLine(now); }"),
        InCatalog("public async Task PutAsync(int id) { var now = await GetCoreAsync(id, default); await Cache.Get(C, id).SetAsync(now); }"),
        InCatalog("public async Task BuyAsync(int id) { await using var scope = C.BeginInvalidationScope(); await GetCoreAsync(id, default); await scope.CompleteAsync(); }"),
        InCatalog("public string Name => nameof(GetCoreAsync);"),
        // no source of a cached method
        InCatalog("[Invalidates(nameof(GetAsync))] public partial Task ChangeAsync(int id); private Task ChangeCoreAsync(int id) => Task.CompletedTask; public Task BothAsync() => ChangeCoreAsync(1);"),
        InCatalog("private Task<int> OtherCoreAsync(int id) => Task.FromResult(id); public Task<int> M() => OtherCoreAsync(1);"),
        "interface IDb { int Get(int id); } partial class A(IDb db, MethodCache cache) : IDb { [Cached] public partial int Get(int id); } class B(IDb db) { public int M(int id) => db.Get(id); }",
        InCatalog("public Task<int> TwiceAsync(int id) =>\n#pragma warning disable CG1014\nGetCoreAsync(id, default);\n#pragma warning restore CG1014\n"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task CallOfASource_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG1014", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task OtherCall_IsLeftAlone(string file) => Assert.Empty(await Markup.JudgeAsync("CG1014", file));

    [Fact]
    public async Task Tests_MayCallSources()
    {
        var source = Markup.Plain(InCatalog("public Task<int> TwiceAsync(int id) => GetCoreAsync(id, default);"));
        var compilation = Compiler.Compile([("User.cs", source)], LanguageVersion.CSharp13, references: MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        Assert.DoesNotContain(await Compiler.JudgeAsync(Compiler.Generate(compilation).Compilation), diagnostic => diagnostic.Id == "CG1014");
    }

    private static string InCatalog(string member) =>
        "public partial class Catalog(MethodCache cache) { public MethodCache C => cache; [Cached(Key = \"a:{id}\")] public partial Task<int> GetAsync(int id, CancellationToken ct = default); "
        + "private Task<int> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult(id); " + member + " }";
}
