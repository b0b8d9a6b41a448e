namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>Writes in other places: generic, private, inherited, of decorators.</summary>
    private static readonly Dictionary<string, UserCase> s_writePlaces = new()
    {
        ["writes of generic methods and types"] = Types(
            """
            internal partial class Store<TKey>(MethodCache cache) where TKey : struct, IFormattable
            {
                protected MethodCache Own => cache;
                private int _loads;
                [Cached] public partial string Get<T>(TKey id) where T : class;
                private string GetCore<T>(TKey id) where T : class => $"{typeof(T).Name}{++_loads}";
                [Invalidates(nameof(Get))] public partial void Save<T>(TKey id, T value) where T : class, new();
                private void SaveCore<T>(TKey id, T value) where T : class, new() { }
                [Updates(nameof(Value), With = "id=key")] public partial TValue Put<TValue>(TKey key, TValue value) where TValue : notnull;
                private TValue PutCore<TValue>(TKey key, TValue value) where TValue : notnull => value;
                [Cached] public virtual partial TValue Value<TValue>(TKey id) where TValue : notnull;
                private TValue ValueCore<TValue>(TKey id) where TValue : notnull => default!;
            }
            internal sealed class Thing;
            internal sealed partial class Things(MethodCache cache) : Store<int>(cache)
            {
                [Invalidates(nameof(Get))] public partial Task<int> Change<T>(int id) where T : class;
                private Task<int> ChangeCore<T>(int id) where T : class => Task.FromResult(id);
            }
            internal static partial class Others
            {
                [Invalidates(typeof(Store<int>), nameof(Store<int>.Get))] public static partial void Drop<T>(this MethodCache cache, int id) where T : class;
                private static void DropCore<T>(MethodCache cache, int id) where T : class { }
            }
            internal static class Story
            {
                public static async Task<string> Of(MethodCache cache)
                {
                    var store = new Things(cache);
                    var said = store.Get<Thing>(1) + store.Get<string>(1);
                    store.Save(1, new Thing());
                    said += $" {store.Get<Thing>(1)}{store.Get<string>(1)}";
                    await store.Change<string>(1);
                    said += $" {store.Get<Thing>(1)}{store.Get<string>(1)}";
                    cache.Drop<Thing>(1);
                    return said + $" {store.Get<Thing>(1)}{store.Put(1, 5)}{store.Value<int>(1)}{store.Value<string>(1)}";
                }
            }
            """,
            "await Story.Of(cache)", "Thing1String2 Thing3String2 Thing3String4 Thing555"),

        ["writes to private types, bases, nested and other types"] = Types(
            """
            internal partial class Base(MethodCache cache)
            {
                protected int Loads;
                [Cached] protected internal partial int Inherited(int id);
                private int InheritedCore(int id) => ++Loads;
                protected MethodCache Own => cache;
            }
            internal partial class Outer(MethodCache cache) : Base(cache)
            {
                private sealed record Secret(int Id);
                [Cached] private partial int Get(Secret secret);
                private int GetCore(Secret secret) => ++Loads;
                [Cached] private partial int Entries(Secret a, int b);
                private int EntriesCore(Secret a, int b) => ++Loads;
                [Cached] public partial int Open(int id);
                private int OpenCore(int id) => ++Loads;
                [Invalidates(nameof(Get)), Invalidates(nameof(Inherited), With = "id=secret.Id"), Invalidates(nameof(Entries), With = "a=secret, b=7"), Invalidates(nameof(Open), With = "id=secret.Id")]
                private partial void Write(Secret secret);
                private void WriteCore(Secret secret) { }
                public string All()
                {
                    var said = $"{Get(new(1))}{Inherited(1)}{Entries(new(1), 7)}{Open(1)}";
                    Write(new(1));
                    return said + $" {Get(new(1))}{Inherited(1)}{Entries(new(1), 7)}{Open(1)}";
                }
                internal partial struct Inner(MethodCache cache)
                {
                    [Invalidates(typeof(Outer), nameof(Outer.Open), Source = nameof(Write))] public partial Task<int> WriteAsync(int id);
                    private static int Write(int id) => id;
                }
            }
            internal sealed partial record Writer(MethodCache Cache)
            {
                [Invalidates(typeof(Outer), nameof(Outer.Inherited)), Invalidates(typeof(Outer), nameof(Outer.Open))] public partial ValueTask WriteAsync(int id);
                private ValueTask WriteCoreAsync(int id) => default;
            }
            internal static class Story
            {
                public static async Task<string> Of(MethodCache cache)
                {
                    var outer = new Outer(cache);
                    var said = outer.All();
                    await new Outer.Inner(cache).WriteAsync(1);
                    said += $" {outer.Inherited(1)}{outer.Open(1)}";
                    await new Writer(cache).WriteAsync(1);
                    return said + $" {outer.Inherited(1)}{outer.Open(1)}";
                }
            }
            """,
            "await Story.Of(cache)", "1234 5678 69 1011"),

        ["overridden writes, and sources with other nullability"] = Types(
            """
            internal partial class Base(MethodCache cache)
            {
                private int _loads;
                protected MethodCache Store => cache;
                [Cached] public partial string? Get(string? id);
                private string? GetCore(string? id) => id + ++_loads;
                [Invalidates(nameof(Get))] public virtual partial Task<List<string?>> SaveAsync(string id);
                private Task<List<string>> SaveCoreAsync(string? id) => Task.FromResult(new List<string> { id! });
            }
            internal partial class Derived(MethodCache cache) : Base(cache)
            {
                [Invalidates(nameof(Get), With = "id='b'", Source = nameof(Work))] public sealed override partial Task<List<string?>> SaveAsync(string id);
                private Task<List<string?>> Work(string id) => base.SaveAsync(id);
                [Updates(nameof(Get), With = "id=result")] public partial string Make(string? name);
                private static string MakeCore(string? name) => "made";
            }
            internal static class Story
            {
                public static async Task<string> Of(Derived it)
                {
                    var said = it.Get("a")! + it.Get("b");
                    await it.SaveAsync("a");
                    return $"{said} {it.Get("a")}{it.Get("b")} {it.Make(null)}{it.Get("made")}";
                }
            }
            """,
            "await Story.Of(new Derived(cache))", "a1b2 a3b4 mademade"),

        ["writes in nullable files of all kinds, and tags"] = Types(
            """
            #nullable disable
            internal sealed class Owner { public string Name { get; set; } public int[] Ids { get; set; } public DateTime Day { get; set; } }
            internal sealed partial class Catalog(MethodCache cache)
            {
                private int _loads;
                [Cached(Key = "{name}:{ids|set}:{day:yyyy}:{text|norm|hash}", Tags = new[] { "{{x}}\"\\:{name}", "{ids|set}:{name}", "{day:yyyy}/{name}", "{text|norm|hash}", "constant\\\"{{}}" })]
                public partial string Get(string name, int[] ids, DateTime day, string text);
                private string GetCore(string name, int[] ids, DateTime day, string text) => name + ++_loads;
                [Cached] public partial string Named(string name);
                private string NamedCore(string name) => name + ++_loads;
                [Invalidates(Tags = new[] { "{{x}}\"\\:{owner.Name}" })] public partial void A(Owner owner);
                private void ACore(Owner owner) { }
                [Invalidates(Tags = new[] { "{result.Ids|set}:{result.Name}" })] public partial Task<Owner> B(Owner owner);
                private Task<Owner> BCore(Owner owner) => Task.FromResult(owner);
                [Invalidates(Tags = new[] { "{owner.Day:yyyy}/{owner.Name}" })] public partial void C(Owner owner);
                private void CCore(Owner owner) { }
                [Invalidates(Tags = new[] { "{name|norm|hash}" })] public partial void D(string name);
                private void DCore(string name) { }
                [Invalidates(Tags = new[] { "constant\\\"{{}}" })] public partial void E();
                private void ECore() { }
                [Updates(nameof(Named), With = "name=result")] public partial Task<string> F(string name);
                private Task<string> FCore(string name) => Task.FromResult(name);
                [Updates(nameof(Named), With = "name=owner.Name"), Invalidates(Tags = new[] { "{owner.Name}" })] public partial string G(Owner owner);
                private string GCore(Owner owner) => "g";
                public async Task<string> All()
                {
                    var owner = new Owner { Name = "a:b", Ids = [2, 1, 2], Day = new DateTime(2026, 1, 2) };
                    string Read() => " " + Get("a:b", [1, 2], new DateTime(2026, 5, 6), " T  t ");
                    var said = Read();
                    A(owner); said += Read();
                    await B(owner); said += Read();
                    C(owner); said += Read();
                    D("t T"); said += Read();
                    E(); said += Read();
                    A(new Owner { Name = "a" }); said += Read();
                    await B(null);
                    G(null);
                    return said + " " + await F("f") + Named("f") + G(owner) + Named("a:b") + await F(null);
                }
            }
            """,
            "await new Catalog(cache).All()", " a:b1 a:b2 a:b3 a:b4 a:b5 a:b6 a:b6 ffgg"),

        ["writes of a decorator"] = Types(
            """
            internal interface IReleases
            {
                Task<string?> GetAsync(int id, CancellationToken ct);
                Task SaveAsync(int id, string title, CancellationToken ct);
                Task<string?> RenameAsync(int id, string title);
                void Delete(int id);
                int Count { get; }
            }
            internal sealed class Releases : IReleases
            {
                private readonly Dictionary<int, string> _all = [];
                public Task<string?> GetAsync(int id, CancellationToken ct) => Task.FromResult(_all.GetValueOrDefault(id));
                public Task SaveAsync(int id, string title, CancellationToken ct) { _all[id] = title; return Task.CompletedTask; }
                public Task<string?> RenameAsync(int id, string title) { _all[id] = title; return Task.FromResult<string?>(title); }
                public void Delete(int id) => _all.Remove(id);
                public int Count => _all.Count;
            }
            internal sealed partial class CachedReleases(IReleases inner, MethodCache cache) : IReleases
            {
                [Cached(MissTtl = "1m")] public partial Task<string?> GetAsync(int id, CancellationToken ct);
                [Invalidates(nameof(GetAsync))] public partial Task SaveAsync(int id, string title, CancellationToken ct);
                [Updates(nameof(GetAsync))] public partial Task<string?> RenameAsync(int id, string title);
                [Invalidates(nameof(GetAsync))] public partial void Delete(int id);
            }
            internal static class Story
            {
                public static async Task<string> Of(IReleases it)
                {
                    var said = $"{await it.GetAsync(1, default)}-";
                    await it.SaveAsync(1, "a", default);
                    said += await it.GetAsync(1, default);
                    await it.RenameAsync(1, "b");
                    said += await it.GetAsync(1, default);
                    it.Delete(1);
                    return said + $"-{await it.GetAsync(1, default)}{it.Count}";
                }
            }
            """,
            "await Story.Of(new CachedReleases(new Releases(), cache))", "-ab-0"),

        ["writes with a FusionCache"] = Types(
            $$"""
            {{FusionStubs}}
            internal sealed class Fusion(MethodCache inner) : ZiggyCreatures.Caching.Fusion.IFusionCache { public MethodCache Inner => inner; }
            internal sealed partial class Catalog(ZiggyCreatures.Caching.Fusion.IFusionCache methodCache)
            {
            {{Numbers}}
                [Invalidates(nameof(GetAsync)), Invalidates(Tags = new[] { "owner:{owner}" })] public partial Task SaveAsync(int id, string owner);
                private Task SaveCoreAsync(int id, string owner) => Task.CompletedTask;
                public async Task<string> All()
                {
                    var said = $"{await GetAsync(1)} {Page("a", 1)}";
                    await SaveAsync(1, "a");
                    return $"{said} {await GetAsync(1)} {Page("a", 1)}";
                }
            }
            """,
            "await new Catalog(new Fusion(cache)).All()", "1/1 2 1/3 4"),

        ["writes to streams, and what is not in the key"] = One(
            """
                private int _loads;
                [Cached] public partial IAsyncEnumerable<int> Stream(int id, CancellationToken ct = default);
                private async IAsyncEnumerable<int> StreamCore(int id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { await Task.Yield(); yield return ++_loads; }
                [Cached] public partial int Get(int id, [NotInKey] string trace, IServiceProvider? services, CancellationToken ct);
                private int GetCore(int id, string trace, IServiceProvider? services, CancellationToken ct) => ++_loads;
                [Cached] public partial int None();
                private int NoneCore() => ++_loads;
                [Invalidates(nameof(Stream)), Invalidates(nameof(Get)), Invalidates(nameof(None))] public partial void Save(int id);
                private void SaveCore(int id) { }
                private async Task<int> First() { await foreach (var item in Stream(1)) return item; return 0; }
                public async Task<string> All()
                {
                    var said = $"{await First()}{await First()}{Get(1, "", null, default)}{None()}";
                    Save(1);
                    return $"{said} {await First()}{Get(1, "", null, default)}{None()}";
                }
            """,
            "await it.All()", "1123 456"),
    };
}
