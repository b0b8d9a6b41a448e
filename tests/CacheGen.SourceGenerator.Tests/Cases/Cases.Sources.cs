namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>The uncached methods behind the cached ones.</summary>
    private static readonly Dictionary<string, UserCase> s_sources = new()
    {
        ["sources of every shape"] = One(
            """
                [Cached] public partial Task<string?> AAsync(int id);
                private string ACoreAsync(int id) => $"a{id}";
                [Cached] public partial ValueTask<string> BAsync(int id);
                private async Task<string> BCoreAsync(int id, CancellationToken ct) { await Task.Delay(0, ct); return $"b{id}"; }
                [Cached] public partial Task<string> CAsync(int id);
                private async ValueTask<string> CCoreAsync(int id) { await Task.Yield(); return $"c{id}"; }
                [Cached] public partial string? D(int id);
                private string DCore(int id, CancellationToken ct) => $"d{id}";
                [Cached(Source = nameof(Load))] public partial Task<string> E(int id);
                [Cached(Source = nameof(Load))] public partial Task<string> F(int id);
                private static Task<string> Load(int id) => Task.FromResult($"ef{id}");
                [Cached] public partial ValueTask<string?> GAsync(int id);
                private string GAsyncCore(int id) => $"g{id}";
                [Cached] public partial Task<IEnumerable<string?>?> H(int id);
                private Task<IEnumerable<string?>> HCoreAsync(int id) => Task.FromResult(Enumerable.Empty<string?>());
                [Cached] public partial (string? A, List<string?>? B)? I(int id);
                private (string? A, List<string?>? B)? ICore(int id) => ("i", null);
                [Cached] public partial ValueTask<string?[]?> JAsync(string id);
                private ValueTask<string?[]> JCoreAsync(string? id) => new(["j"]);
                [Cached] public partial Task<List<string?>> KAsync(List<string> ids);
                private Task<List<string>> KCoreAsync(List<string?> ids) => Task.FromResult(new List<string>());
                [Cached] public partial ValueTask<List<string?>> LAsync(int id);
                private ValueTask<List<string>> LCoreAsync(int id) => new(new List<string>());
            """,
            """$"{await it.AAsync(1)} {await it.BAsync(1)} {await it.CAsync(1)} {it.D(1)} {await it.E(1)} {await it.F(1)} {await it.GAsync(1)} {(await it.H(1))!.Count()} {it.I(1)!.Value.A} {(await it.JAsync(""))![0]}" """,
            "a1 b1 c1 d1 ef1 ef1 g1 0 i j"),

        ["sources of overloads with and without a token"] = One(
            """
                [Cached(Key = "a:{id}")] public partial Task<string> GetAsync(int id);
                private Task<string> GetCoreAsync(int id) => Task.FromResult($"a{id}");
                [Cached(Key = "b:{id}")] public partial Task<string> GetAsync(int id, CancellationToken ct);
                private Task<string> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult($"b{id}");
            """,
            """await it.GetAsync(1) + await it.GetAsync(1, default)""",
            "a1b1"),

        ["sources up the hierarchy"] = Types(
            """
            internal abstract class A
            {
                protected virtual Task<string> LoadAsync(int id) => Task.FromResult($"a{id}");
                protected static string Name(int id) => $"a{id}";
                protected internal string Other<T>(int id) => $"a{typeof(T).Name}";
                protected string Hidden(int id) => $"a{id}";
            }
            internal abstract class B : A { protected override Task<string> LoadAsync(int id) => Task.FromResult($"b{id}"); }
            internal class C : B { protected override Task<string> LoadAsync(int id) => Task.FromResult($"c{id}"); protected new string Hidden(int id) => $"c{id}"; }
            internal sealed partial class D(MethodCache cache) : C
            {
                [Cached(Source = nameof(LoadAsync))] public partial Task<string> GetAsync(int id);
                [Cached(Source = nameof(Name))] public partial string GetName(int id);
                [Cached(Source = nameof(Other))] public partial string GetOther<T>(int id);
                [Cached(Source = nameof(Hidden))] public partial string GetHidden(int id);
            }
            internal abstract class Generic<T> { protected virtual Task<T?> FindCoreAsync(T id) => Task.FromResult<T?>(id); }
            internal sealed partial class Closed(MethodCache cache) : Generic<int>
            {
                [Cached] public partial Task<int> FindAsync(int id);
                protected override Task<int> FindCoreAsync(int id) => Task.FromResult(id + 1);
            }
            internal sealed partial class Open<T>(MethodCache cache) : Generic<List<T>> where T : struct, IFormattable
            {
                [Cached] public partial Task<List<T>?> FindAsync(List<T> id);
            }
            """,
            """$"{await new D(cache).GetAsync(1)} {new D(cache).GetName(1)} {new D(cache).GetOther<int>(1)} {new D(cache).GetHidden(1)} {await new Closed(cache).FindAsync(1)} {(await new Open<int>(cache).FindAsync([1, 2]))!.Count}" """,
            "c1 a1 aInt32 c1 2 2"),

        ["sources that are overloaded, partial, or cached themselves"] = One(
            """
                [Cached] public partial string Get(int id);
                [Cached] public partial string Get(string id);
                [Cached] public partial string Get(int id, string name);
                private string GetCore(int id, CancellationToken ct) => "int";
                private string GetCore(string id) => "string";
                private string GetCore(int id, string name) => "both";
                private string GetCore<T>(int id) => "generic";
                private string GetCore(long id) => "long";
                [Cached(Source = nameof(Raw))] public partial string Again(int id);
                private partial string Raw(int id);
                private partial string Raw(int id) => "partial";
                [Cached(Source = nameof(Get))] public partial string OverAnother(int id);
            """,
            """$"{it.Get(1)} {it.Get("1")} {it.Get(1, "")} {it.Again(1)} {it.OverAnother(1)}" """,
            "int string both partial int"),

        ["sources that are obsolete, or whose parts are"] = Types(
            """
            [Obsolete("old")] internal sealed record Old(int Id);
            internal sealed record Query(string Text) { [Obsolete("old")] public int Page { get; init; } }
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached, Obsolete("old")] public partial Old GetOld(Old old);
                [Obsolete] private Old GetOldCore(Old old) => old;
                [Cached] public partial string Search(Query query);
            #pragma warning disable CS0618
                private string SearchCore(Query query) => query.Text + query.Page;
            }
            """,
            """new Catalog(cache).Search(new("q"))""",
            "q0"),
    };
}
