using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Code as it is while somebody types it: the rules about values and times say what they like, and do not fail.</summary>
public class HalfTypedValueTests
{
    public static TheoryData<string> Bodies =>
    [
        "{ var x = x; return x; }",
        "{ var a = b; var b = a; return a; }",
        "{ IQueryable<Release> q = q.Where(r => true); return q.ToList(); }",
        "{ var q = db.Releases.Where(; return q.ToList(); }",
        "{ return db.Releases.Where(r => ).ToList(",
        "{ return ; }",
        "=> ;",
        "=> id switch { 1 => , _ => GetCore(id) };",
        "=> from r in select r;",
        "=> AsEnumerable();",
        "=> Enumerable.AsEnumerable();",
        "=> Enumerable.ToList();",
        "=> new ValueTask<IEnumerable<Release>>();",
        "{ yield return ; }",
        "=> db.Releases.ToDictionaryAsync( , );",
    ];

    public static TheoryData<string> Files =>
    [
        "public partial class A<T, U>(MethodCache cache) where T : U where U : T { [Cached] public partial T Get(int id); private T GetCore(int id) => throw new Exception(); }",
        "public partial class A(MethodCache cache) { [Cached(Ttl = , MissTtl = \"1h\")] public partial Missing? Get(int id); private Missing? GetCore(int id) => null; }",
        "public partial class A(MethodCache cache) { [Cached(Ttl = 5, RefreshAfter = null!, AdaptiveTtl = \"..\", SoftTimeout = nameof(X))] public partial List<> Get(int id); private List<> GetCore(int id) => null; }",
        "public partial class A(MethodCache cache) { [Cached(ServeStaleOn = new[] { typeof(Missing) }, FailSafe = \"1h\")] public partial (int, Missing) Get(int id); private (int, Missing) GetCore(int id) => default; }",
        "[CacheDefaults(Ttl = \"1h\", Ttl = \"2h\")] public partial class A(MethodCache cache) { [Cached, Cached(RefreshAfter = \"3h\")] public partial int[] Get(int id); private int[] GetCore(int id) => }",
        "public class R { public R(R r) { } public R Self { get; private set; } public List<R> this[int i] => } public partial class A(MethodCache cache) { [Cached] public partial R Get(int id); private R GetCore(int id) => ; }",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsJudgedWithoutFailing(string body) => await JudgeAsync(
        "using Microsoft.EntityFrameworkCore; public class Release { public int Id { get; set; } } public class Db : DbContext { public DbSet<Release> Releases => null!; } "
        + $"public partial class A(MethodCache cache, Db db) {{ [Cached] public partial IEnumerable<Release> Get(int id); private IEnumerable<Release> GetCore(int id) {body} }} " + EntityFramework.Source);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_IsJudgedWithoutFailing(string file) => await JudgeAsync(file);

    // An analyzer that throws fails the test there.
    private static async Task JudgeAsync(string file) => Assert.NotNull(await Compiler.JudgeAsync(Compiler.Generate(Compiler.Compile(
        file + " namespace CacheGen { internal static class FusionCacheExtensions; } namespace ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson { class S { object s = new FusionCacheSystemTextJsonSerializer(; } }",
        LanguageVersion.CSharp13)).Compilation));
}
