namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>What the cases of this file are about: who asks when, with a number that grows at each load.</summary>
    private const string Numbers = """
            private int _loads;
            [Cached(Key = "item:{id}", MissTtl = "1m")] public partial Task<string?> GetAsync(int id, CancellationToken ct = default);
            private Task<string?> GetCoreAsync(int id) => Task.FromResult<string?>($"{id}/{++_loads}");
            [Cached(Key = "page:{owner}:{page}", Tags = new[] { "owner:{owner}" })] public partial int Page(string owner, int page);
            private int PageCore(string owner, int page) => ++_loads;
        """;

    private static readonly Dictionary<string, UserCase> s_goldenWrites = new()
    {
        ["invalidates and updates"] = Types(
            """
            internal sealed record Release(int Id, string Title, Artist? Artist);
            internal sealed record Artist(int Id);
            internal sealed record Draft(string Title);

            [CachePrefix("discogs")]
            internal sealed partial class Catalog(MethodCache cache)
            {
                private readonly Dictionary<int, Release> _database = [];
                private readonly List<string> _said = [];
                public string Said => string.Join(" ", _said);

                [Cached(Key = "release:{id}", MissTtl = "5m")]
                public partial Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);
                private Task<Release?> GetReleaseCoreAsync(int id, CancellationToken ct) { _said.Add($"load {id}"); return Task.FromResult(_database.GetValueOrDefault(id)); }

                [Cached(Key = "releases:{artistId}:{page}", Tags = new[] { "artist:{artistId}" })]
                public partial int Count(int artistId, int page);
                private int CountCore(int artistId, int page) { _said.Add($"count {artistId}:{page}"); return _database.Count; }

                [Updates(nameof(GetReleaseAsync), With = "id=result.Id")]
                [Invalidates(Tags = new[] { "artist:{result.Artist.Id}" })]
                public partial Task<Release> AddAsync(Draft draft, int artistId, CancellationToken ct = default);
                private async Task<Release> AddCoreAsync(Draft draft, int artistId, CancellationToken ct) { await Task.Yield(); return _database[1] = new(1, draft.Title, new(artistId)); }

                [Invalidates(nameof(GetReleaseAsync), With = "id=release.Id")]
                [Invalidates(nameof(Count), With = "artistId=release.Artist.Id, page=0")]
                public partial Task SaveAsync(Release release, CancellationToken ct = default);
                private Task SaveCoreAsync(Release release) { _database[release.Id] = release; return Task.CompletedTask; }

                [Invalidates(nameof(GetReleaseAsync), Tags = new[] { "releases", "artist:{artistId}" })]
                public partial bool Delete(int id, int artistId);
                private bool DeleteCore(int id, int artistId) => _database.Remove(id);
            }

            internal static class Story
            {
                public static async Task<string> Of(Catalog catalog)
                {
                    var before = $"{await catalog.GetReleaseAsync(1)}{catalog.Count(7, 0)}{catalog.Count(7, 1)}";
                    await catalog.AddAsync(new("a"), 7);
                    var added = $"{(await catalog.GetReleaseAsync(1))!.Title}{catalog.Count(7, 0)}{catalog.Count(7, 1)}";
                    await catalog.SaveAsync(new(1, "b", new(7)));
                    var saved = $"{(await catalog.GetReleaseAsync(1))!.Title}{catalog.Count(7, 0)}{catalog.Count(7, 1)}";
                    await catalog.SaveAsync(new(1, "c", null));
                    var lonely = $"{(await catalog.GetReleaseAsync(1))!.Title}{catalog.Count(7, 0)}";
                    catalog.Delete(1, 7);
                    return $"{before} {added} {saved} {lonely} {(await catalog.GetReleaseAsync(1))?.Title}{catalog.Count(7, 0)} | {catalog.Said}";
                }
            }
            """,
            "await Story.Of(new Catalog(cache))",
            "00 a11 b11 c1 0 | load 1 count 7:0 count 7:1 count 7:0 count 7:1 load 1 count 7:0 load 1 load 1 count 7:0"),
    };

    private static readonly Dictionary<string, UserCase> s_writes = new()
    {
        ["writes of every return type"] = One(
            Numbers + """
                [Invalidates(nameof(GetAsync))] public partial void A(int id);
                private void ACore(int id) { }
                [Invalidates(nameof(GetAsync))] public partial int B(int id);
                private int BCore(int id) => id;
                [Invalidates(nameof(GetAsync))] public partial Task CAsync(int id);
                private async Task CCoreAsync(int id) => await Task.Yield();
                [Invalidates(nameof(GetAsync))] internal partial Task<string> D(int id, CancellationToken token);
                private ValueTask<string> DCore(int id, CancellationToken ct) => new("d");
                [Invalidates(nameof(GetAsync))] internal partial ValueTask EAsync(int id);
                private ValueTask ECoreAsync(int id, CancellationToken ct) => default;
                [Invalidates(nameof(GetAsync))] private partial ValueTask<int> FAsync(int id);
                private int FCoreAsync(int id) => id;
                [Invalidates(nameof(GetAsync))] public partial Task GAsync(int id);
                private void GCoreAsync(int id) { }
                [Invalidates(nameof(GetAsync))] public partial Task<int?> HAsync(int id);
                private Task<int?> HCoreAsync(int id) => Task.FromResult<int?>(null);
                public async Task<string> All()
                {
                    var said = await GetAsync(1);
                    A(1); said += " " + await GetAsync(1) + B(1);
                    await CAsync(1); said += " " + await GetAsync(1) + await D(1, default);
                    await EAsync(1); said += " " + await GetAsync(1) + await FAsync(1);
                    await GAsync(1); said += " " + await GetAsync(1) + await HAsync(1);
                    return said + " " + await GetAsync(1) + " " + await GetAsync(1);
                }
            """,
            "await it.All()", "1/1 1/21 1/3d 1/41 1/5 1/6 1/6"),

        ["writes whose paths meet null"] = One(
            Numbers + """
                internal sealed class Owner { public string? Name { get; init; } public int? First { get; init; } public Point? Place { get; init; } }
                internal readonly record struct Point(int X, int? Y);
                internal sealed class Box { public Owner? Owner { get; init; } }
                [Invalidates(nameof(GetAsync), With = "id = box.Owner.First")]
                [Invalidates(nameof(Page), With = "owner=box?.Owner.Name, page = box.Owner.Place.Y")]
                public partial void Write(Box box);
                private void WriteCore(Box box) { }
                [Invalidates(nameof(GetAsync))] public partial void Maybe(int? id);
                private void MaybeCore(int? id) { }
                [Invalidates(nameof(GetAsync), With = "id=result.First")] public partial Task<Owner?> ResultAsync(Owner? returned);
                private Task<Owner?> ResultCoreAsync(Owner? returned) => Task.FromResult(returned);
                [Cached(Key = "tag:{name}")] public partial string Named(string? name);
                private string NamedCore(string? name) => $"{name}{++_loads}";
                [Invalidates(nameof(Named), With = "name=owner.Name")] public partial void Rename(Owner? owner);
                private void RenameCore(Owner? owner) { }
                public async Task<string> All()
                {
                    var said = $"{await GetAsync(1)} {Page("a", 2)}";
                    Write(new()); Write(new() { Owner = new() }); Write(new() { Owner = new() { Name = "a", Place = new(2, null) } }); Maybe(null);
                    await ResultAsync(null); await ResultAsync(new());
                    said += $" | {await GetAsync(1)} {Page("a", 2)}";
                    Write(new() { Owner = new() { Name = "a", Place = new(3, 2) } });
                    said += $" | {await GetAsync(1)} {Page("a", 2)}";
                    Write(new() { Owner = new() { First = 1 } });
                    said += $" | {await GetAsync(1)}";
                    Maybe(1);
                    said += $" | {await GetAsync(1)}";
                    await ResultAsync(new() { First = 1 });
                    said += $" | {await GetAsync(1)} {Named(null)}";
                    Rename(null);
                    said += $" {Named(null)}";
                    Rename(new());
                    return said + $" {Named(null)}";
                }
            """,
            "await it.All()", "1/1 2 | 1/1 2 | 1/1 3 | 1/4 | 1/5 | 1/6 7 7 8"),

        ["writes with literals"] = One(
            """
                internal enum Order { None, Added, @new }
                private int _loads;
                [Cached(Key = "{a}:{b}:{c}:{d}:{e}:{f}:{g}:{h}:{i}")] public partial int Get(long a, byte? b, string c, char d, bool e, decimal f, Order? g, Order h, string? i);
                private int GetCore(long a, byte? b, string c, char d, bool e, decimal f, Order? g, Order h, string? i) => ++_loads;
                [Invalidates(nameof(Get), With = "a=-5, b=200,c='it''s \"x\", {y}\\', d=',' , e=true, f=-2, g=new, h=Order.Added, i=null")]
                public partial void Write();
                private void WriteCore() { }
                [Cached(Key = "{id}:{on}")] public partial int Get(int id, bool on);
                private int GetCore(int id, bool on) => ++_loads;
                [Invalidates(nameof(Get), With = "on=false")] public partial void Small(int id);
                private void SmallCore(int id) { }
                public string All()
                {
                    var said = $"{Get(-5, 200, "it's \"x\", {y}\\", ',', true, -2, Order.@new, Order.Added, null)}{Get(1, false)}{Get(1, true)}";
                    Write();
                    said += $" {Get(-5, 200, "it's \"x\", {y}\\", ',', true, -2m, Order.@new, Order.Added, null)}{Get(1, false)}{Get(1, true)}";
                    Small(1);
                    return said + $" {Get(1, false)}{Get(1, true)}";
                }
            """,
            "it.All()", "123 423 53"),

        ["writes whose parameters convert, and overloads of the target"] = One(
            """
                private int _loads;
                [Cached(Key = "{id}:{page}:{ids}")] public partial int Get(long id, int? page, IReadOnlyList<int> ids);
                private int GetCore(long id, int? page, IReadOnlyList<int> ids) => ++_loads;
                [Cached(Key = "{id}:{page}:{ids}:")] public partial int Get(int id, int page, int[] ids);
                private int GetCore(int id, int page, int[] ids) => ++_loads;
                [Invalidates(nameof(Get))] public partial void Write(short id, byte? page, List<int> ids);
                private void WriteCore(short id, byte? page, List<int> ids) { }
                [Updates(nameof(Names), With = "id=result.Count")] public partial Task<List<string>> AddAsync();
                private Task<List<string>> AddCoreAsync() => Task.FromResult(new List<string> { "a" });
                [Cached] public partial IReadOnlyList<string?>? Names(int id);
                private IReadOnlyList<string?>? NamesCore(int id) => null;
                public async Task<string> All()
                {
                    var said = $"{Get(1L, 2, [3])}{Get(1L, null, [3])}";
                    Write(1, 2, [3]);
                    said += $" {Get(1L, 2, [3])}{Get(1L, null, [3])}";
                    Write(1, null, [3]);
                    return said + $" {Get(1L, 2, [3])}{Get(1L, null, [3])} {(await AddAsync()).Count}{Names(1)!.Count}";
                }
            """,
            "await it.All()", "12 32 34 11"),

        ["writes with awkward names"] = One(
            """
                private int _loads;
                [Cached(Key = "{@class}:{result}")] public partial int Get(int @class, int result);
                private int GetCore(int @class, int result) => ++_loads;
                [Invalidates(nameof(Get), With = "class=Cache, @result = result")] public partial int Write(int Cache, int result, int Methods, int WriteCore);
                private int WriteCore(int Cache, int result, int Methods, int WriteCore) => Cache + result + Methods + WriteCore;
                [Invalidates(nameof(Get))] public partial int @return(int @class, int result, int result_);
                private int returnCore(int @class, int result, int result_) => result;
                public string All() => $"{Get(1, 2)}{Write(1, 2, 3, 4)}{Get(1, 2)}{@return(1, 2, 3)}{Get(1, 2)}";
            """,
            "it.All()", "110223"),

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
