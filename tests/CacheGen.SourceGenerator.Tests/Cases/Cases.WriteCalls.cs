namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenWriteCalls = new()
    {
        ["writes behind a limiter, and without a source"] = Limited(
            """
            internal sealed record Playlist(string Id, string Name, string Snapshot);

            [CachePrefix("spotify")]
            internal sealed partial class Playlists(MethodCache cache)
            {
                private readonly List<string> _said = [];
                public string Said => string.Join(" ", _said);

                [Cached(Key = "playlist:{id}", Tags = new[] { "playlist:{id}" })]
                public partial Task<Playlist?> GetAsync(string id, CancellationToken ct = default);
                private Task<Playlist?> GetCoreAsync(string id) { _said.Add($"load {id}"); return Task.FromResult<Playlist?>(new(id, "a", $"{_said.Count}")); }

                [Invalidates(Tags = new[] { "playlist:{playlistId}" }, RateLimit = "spotify")]
                public partial Task<string> AddTracksAsync(string playlistId, IReadOnlyList<string> tracks, CancellationToken ct = default);
                private async Task<string> AddTracksCoreAsync(string playlistId, IReadOnlyList<string> tracks, CancellationToken ct) { await Task.Yield(); _said.Add($"add {Limiter.Held}"); return "snapshot"; }

                [Updates(nameof(GetAsync), RateLimit = "spotify")]
                public partial Playlist? Rename(string id, string name);
                private Playlist? RenameCore(string id, string name) { _said.Add($"rename {Limiter.Held}"); return new(id, name, ""); }

                [Invalidates(nameof(GetAsync), RateLimit = "spotify")]
                public partial ValueTask DeleteAsync(string id, CancellationToken ct = default);
                private void DeleteCoreAsync(string id, CancellationToken ct) => _said.Add($"delete {Limiter.Held}");

                [Invalidates(Tags = new[] { "playlist:{id}" }, Source = null)]
                public partial Task ForgetAsync(string id, CancellationToken ct = default);

                [Invalidates(nameof(GetAsync), Source = null)]
                public partial void Forget(string id);
            }

            internal static class Story
            {
                public static async Task<string> Of(Playlists it)
                {
                    await it.GetAsync("a:b");
                    await it.AddTracksAsync("a:b", []);
                    await it.GetAsync("a:b");
                    it.Rename("a:b", "new");
                    var renamed = (await it.GetAsync("a:b"))!.Name;
                    await it.DeleteAsync("a:b");
                    await it.GetAsync("a:b");
                    await it.ForgetAsync("a:b");
                    await it.GetAsync("a:b");
                    it.Forget("a:b");
                    await it.GetAsync("a:b");
                    return $"{it.Said} | {renamed} {Limiter.Held}";
                }
            }
            """,
            "await Story.Of(new Playlists(cache))",
            "load a:b add 1 load a:b rename 1 delete 1 load a:b load a:b load a:b | new 0"),
    };

    private static readonly Dictionary<string, UserCase> s_writeCalls = new()
    {
        ["writes of every return type behind a limiter"] = Limited(
            $$"""
            internal sealed partial class Catalog(MethodCache cache)
            {
            {{Numbers}}
                private int Held(int id) => id * 10 + Limiter.Held;
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial void A(int id);
                private void ACore(int id) { if (Limiter.Held != 1) throw new InvalidOperationException(); }
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial int B(int id);
                private int BCore(int id) => Held(id);
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial Task CAsync(int id);
                private async Task CCoreAsync(int id) { await Task.Yield(); ACore(id); }
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] internal partial Task<string> D(int id, CancellationToken token);
                private ValueTask<string> DCore(int id, CancellationToken ct) => new($"{Held(id)}");
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] internal partial ValueTask EAsync(int id);
                private ValueTask ECoreAsync(int id, CancellationToken ct) => default;
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] private partial ValueTask<int> FAsync(int id);
                private int FCoreAsync(int id) => Held(id);
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial Task<int?> HAsync(int id);
                private Task<int?> HCoreAsync(int id) => Task.FromResult<int?>(null);
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial Task<List<string?>> IAsync(int id);
                private Task<List<string>> ICoreAsync(int id) => Task.FromResult(new List<string> { "i" });
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial int J(in int id);
                private int JCore(in int id) => Held(id);
                [Invalidates(nameof(GetAsync), RateLimit = "spotify")] public partial Task<T> KAsync<T>(int id, T value) where T : class?;
                private Task<T> KCoreAsync<T>(int id, T value) where T : class? => Task.FromResult(value);
                [Updates(nameof(GetAsync), With = "id=7", RateLimit = "spotify")] public partial ValueTask<string?> Result(string? result);
                private ValueTask<string?> ResultCore(string? result) => new(result);
                public async Task<string> All()
                {
                    var said = await GetAsync(1);
                    A(1); said += " " + await GetAsync(1) + " " + B(1);
                    await CAsync(1); said += " " + await GetAsync(1) + " " + await D(1, default);
                    await EAsync(1); said += " " + await GetAsync(1) + " " + await FAsync(1);
                    said += $" {await HAsync(1)}{(await IAsync(1))[0]}{J(1)}{await KAsync(1, "k")}{await Result("r")}{await GetAsync(7)} {Limiter.Held}";
                    return said + " " + await GetAsync(1);
                }
            }
            """,
            "await new Catalog(cache).All()", "1/1 1/2 11 1/3 11 1/4 11 i11krr 0 1/5"),

        ["a limiter for writes in nullable files of all kinds, and with a FusionCache"] = Limited(
            $$"""
            {{FusionStubs}}
            internal sealed class Fusion(MethodCache inner) : ZiggyCreatures.Caching.Fusion.IFusionCache { public MethodCache Inner => inner; }
            #nullable disable
            internal sealed partial class Catalog(ZiggyCreatures.Caching.Fusion.IFusionCache methodCache)
            {
                private int _loads;
                [Cached] public partial string Named(string name);
                private string NamedCore(string name) => name + ++_loads;
                [Updates(nameof(Named), With = "name=result", RateLimit = "spotify")] public partial Task<string> FAsync(string name, CancellationToken ct);
                private Task<string> FCoreAsync(string name) => Task.FromResult(name);
                [Invalidates(nameof(Named), RateLimit = "spotify")] public partial void G(string name);
                private void GCore(string name) { }
                [Invalidates(nameof(Named), Source = null)] public partial Task H(string name);
                public async Task<string> All()
                {
                    var said = Named("a") + await FAsync("a", default) + Named("a");
                    G("a");
                    said += Named("a");
                    await H("a");
                    return said + Named("a") + Limiter.Held;
                }
            }
            #nullable restore
            """,
            "await new Catalog(new Fusion(cache)).All()", "a1aaa2a30"),

        ["limiters with awkward names, said once of several attributes"] = Limited(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                private int _loads;
                [Cached] public partial int @class(int id);
                private int classCore(int id) => ++_loads;
                [Cached(Tags = new[] { "all" })] public partial int Get(int id);
                private int GetCore(int id) => ++_loads;
                [Invalidates(nameof(Get)), Invalidates(nameof(@class), RateLimit = "a \"b\"\\ {c}\n")] public partial int Write(int id, int result, int cache_, CancellationToken @default);
                private int WriteCore(int id, int result, int cache_, CancellationToken @default) => id + result + cache_ + Limiter.Held;
                [Updates(nameof(Get), RateLimit = Name), Invalidates(Tags = new[] { "all" }, RateLimit = Name)] public partial int Put(int id);
                private int PutCore(int id) => id + Limiter.Held;
                private const string Name = "spotify";
                public string All() => $"{Get(1)}{@class(1)} {Write(1, 2, 3, default)} {Get(1)}{@class(1)} {Put(1)} {Get(1)}{@class(1)}";
            }
            """,
            "new Catalog(cache).All()", "12 7 34 2 24"),

        ["a limiter that the type's defaults say is not that of its writes"] = Types(
            """
            [CacheDefaults(RateLimit = "nobody's")]
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached(RateLimit = null)] public partial int Get(int id);
                private int GetCore(int id) => id;
                [Invalidates(nameof(Get))] public partial int Put(int id);
                private int PutCore(int id) => id;
                [Invalidates(nameof(Get), RateLimit = null, Source = null)] public partial void Forget(int id);
                [Cached] public partial int Limited(int id);
                private int LimitedCore(int id) => id;
                public string All()
                {
                    Forget(1);
                    var said = $"{Get(1)}{Put(2)}";
                    try { return said + Limited(3); } catch (InvalidOperationException) { return said; }
                }
            }
            """,
            "new Catalog(cache).All()", "12"),

        ["writes without a source, of every kind"] = Types(
            """
            internal sealed record Owner(string? Name, int? First);
            internal partial class Store<TKey>(MethodCache cache) where TKey : struct, IFormattable
            {
                private int _loads;
                [Cached(Key = "{id}:{name|norm}", Tags = new[] { "name:{name|norm}" })] public partial string Get(TKey id, string? name);
                private string GetCore(TKey id, string? name) => $"{++_loads}";
                [Cached] public partial int Generic<T>(TKey id) where T : class;
                private int GenericCore<T>(TKey id) where T : class => ++_loads;
                [Invalidates(nameof(Get), With = "name=owner.Name", Source = null)] public partial void One(TKey id, Owner owner);
                [Invalidates(Tags = new[] { "name:{owner.Name|norm}" }), Invalidates(nameof(Generic), Source = null)] public virtual partial ValueTask TwoAsync<T>(TKey id, Owner owner, CancellationToken ct = default) where T : class;
                [Invalidates(nameof(Get), With = "name='c'", Source = default)] public partial Task Overloaded(TKey id, string trace);
                [Invalidates(nameof(Get), With = "name='c'")] public partial Task Overloaded(TKey id);
                private Task OverloadedCore(TKey id) => Task.FromResult(++_loads);
            }
            internal static partial class Others
            {
                private const string? None = null;
                [Invalidates(typeof(Store<int>), nameof(Store<int>.Get), Source = None)] public static partial Task Drop(this MethodCache cache, int id, string? name);
            }
            internal static class Story
            {
                public static async Task<string> Of(MethodCache cache)
                {
                    var store = new Store<int>(cache);
                    string Read() => $"{store.Get(1, "a b")}{store.Get(1, "c")}{store.Generic<string>(1)} ";
                    var said = Read();
                    store.One(1, new("c", null)); said += Read();
                    await store.TwoAsync<string>(1, new(" A  B", 1)); said += Read();
                    await cache.Drop(1, "a b"); said += Read();
                    await store.Overloaded(1);
                    return said + Read();
                }
            }
            """,
            "await Story.Of(cache)", "123 143 546 746 796 "),

        ["a decorator's method without a source is not passed on"] = Types(
            """
            internal interface IReleases
            {
                Task<string?> GetAsync(int id, CancellationToken ct);
                Task ForgetAsync(int id, CancellationToken ct);
                void Forget(int id);
                Task SaveAsync(int id);
            }
            internal sealed class Releases : IReleases
            {
                public string Said { get; private set; } = "";
                public Task<string?> GetAsync(int id, CancellationToken ct) { Said += "get "; return Task.FromResult<string?>(null); }
                public Task ForgetAsync(int id, CancellationToken ct) { Said += "forget "; return Task.CompletedTask; }
                public void Forget(int id) => Said += "forget ";
                public Task SaveAsync(int id) { Said += "save "; return Task.CompletedTask; }
            }
            internal sealed partial class CachedReleases(IReleases inner, MethodCache cache) : IReleases
            {
                [Cached(MissTtl = "1m")] public partial Task<string?> GetAsync(int id, CancellationToken ct);
                [Invalidates(nameof(GetAsync), Source = null)] public partial Task ForgetAsync(int id, CancellationToken ct);
                [Invalidates(nameof(GetAsync), Source = null)] public partial void Forget(int id);
            }
            internal static class Story
            {
                public static async Task<string> Of(Releases inner, IReleases it)
                {
                    await it.GetAsync(1, default); await it.GetAsync(1, default);
                    await it.ForgetAsync(1, default);
                    await it.GetAsync(1, default);
                    it.Forget(1);
                    await it.GetAsync(1, default);
                    await it.SaveAsync(1);
                    return inner.Said;
                }
                public static Task<string> Of(MethodCache cache) { var inner = new Releases(); return Of(inner, new CachedReleases(inner, cache)); }
            }
            """,
            "await Story.Of(cache)", "get get get save "),

        ["methods that call nothing, or a source of their own, answer for the interface of a decorator"] = Types(
            """
            internal interface IOld { Task DropAsync(int id); void Renewed(int id); }
            internal interface IStore : IOld
            {
                Task<int> GetAsync(int id, CancellationToken ct = default);
                Task ForgetAsync(int id, CancellationToken ct = default);
                Task QuietAsync(int id);
                void Quiet(in int id) { Store.Said.Add("default"); }
                ValueTask LoseAsync<T>(int id);
                Task<int> PutAsync(int id);
                Task<string?> ReadAsync(int id);
                Task<IReadOnlyDictionary<int, int>> ManyAsync(IReadOnlyCollection<int> ids, CancellationToken ct);
                void Both(int id);
                void Both(int id, CancellationToken ct);
                void Several(int id, CancellationToken ct);
                new void Renewed(int id);
                void Overload(string id);
            }
            internal interface IOther { Task DropAsync(int id); }
            internal sealed class Store : IStore, IOther
            {
                public static List<string> Said { get; } = [];
                private static Task Say(string what) { Said.Add(what); return Task.CompletedTask; }
                public Task<int> GetAsync(int id, CancellationToken ct) { Say("get"); return Task.FromResult(Said.Count); }
                public Task ForgetAsync(int id, CancellationToken ct) => Say("wrong");
                public Task QuietAsync(int id) => Say("wrong");
                public void Quiet(in int id) => Say("wrong");
                public ValueTask LoseAsync<T>(int id) { Say("wrong"); return default; }
                public Task<int> PutAsync(int id) { Say("wrong"); return Task.FromResult(0); }
                public Task<string?> ReadAsync(int id) { Say("wrong"); return Task.FromResult<string?>(null); }
                public Task<IReadOnlyDictionary<int, int>> ManyAsync(IReadOnlyCollection<int> ids, CancellationToken ct) { Say("wrong"); return Task.FromResult<IReadOnlyDictionary<int, int>>(new Dictionary<int, int>()); }
                public void Both(int id) => Say("both");
                public void Both(int id, CancellationToken ct) => Say("wrong");
                public void Several(int id, CancellationToken ct) => Say("wrong");
                public Task DropAsync(int id) => Say("wrong");
                public void Renewed(int id) => Say("wrong");
                public void Overload(string id) => Say("overload");
            }
            internal sealed partial class Deco(Store inner, MethodCache cache) : IStore, IOther
            {
                [Cached(Key = "r:{id}")] public partial Task<int> GetAsync(int id, CancellationToken ct = default);
                [Invalidates(nameof(GetAsync), Source = null)] public partial Task ForgetAsync(int id);
                [Invalidates(nameof(GetAsync), Source = null)] internal partial Task QuietAsync(int id, CancellationToken ct = default);
                [Invalidates(nameof(GetAsync), Source = null)] internal partial void Quiet(int id);
                [Invalidates(nameof(GetAsync), Source = null)] private partial ValueTask LoseAsync<TItem>(int id);
                [Invalidates(nameof(GetAsync))] internal partial Task<int> PutAsync(int id);
                private Task<int> PutCoreAsync(int id) { Store.Said.Add("put"); return Task.FromResult(id); }
                [Cached(Source = nameof(Load))] public partial Task<string?> ReadAsync(int id, CancellationToken ct);
                private string? Load(int id) { Store.Said.Add("read"); return $"{id}"; }
                [CachedBatch(Key = "many:{ids}")] internal partial Task<IReadOnlyDictionary<int, int>> ManyAsync(IReadOnlyCollection<int> ids, CancellationToken ct);
                private IEnumerable<KeyValuePair<int, int>> ManyCoreAsync(int[] ids) { Store.Said.Add("many"); return ids.Select(id => KeyValuePair.Create(id, id)); }
                [Invalidates(nameof(GetAsync), Source = null)] private partial void Both(int id, CancellationToken ct);
                [Invalidates(nameof(GetAsync), With = "id=0", Source = null)] internal partial void Several(int id);
                [Invalidates(nameof(GetAsync), Source = null)] internal partial void Several(int id, CancellationToken ct);
                [Invalidates(nameof(GetAsync), Source = null)] internal partial Task DropAsync(int id);
                [Invalidates(nameof(GetAsync), Source = null)] internal partial void Renewed(int id);
                [Invalidates(nameof(GetAsync), Source = null)] internal partial void Overload(int id);
            }
            internal static class Story
            {
                public static async Task<string> Of<T>(T it) where T : IStore, IOther
                {
                    Store.Said.Clear();
                    var read = "";
                    async Task After(Task done) { await done; read += $"{await it.GetAsync(1)}"; }
                    async Task AfterAll(Action act) { act(); await After(Task.CompletedTask); }
                    await AfterAll(() => { });
                    await After(it.ForgetAsync(1, new CancellationToken(canceled: true)));
                    await After(it.QuietAsync(1));
                    await AfterAll(() => it.Quiet(1));
                    await After(it.LoseAsync<string>(1).AsTask());
                    await After(it.PutAsync(1));
                    await After(((IOld)it).DropAsync(1));
                    await After(((IOther)it).DropAsync(1));
                    await AfterAll(() => it.Both(1));
                    await AfterAll(() => it.Both(1, default));
                    await AfterAll(() => it.Several(1, default));
                    await AfterAll(() => it.Renewed(1));
                    await AfterAll(() => ((IOld)it).Renewed(1));
                    await AfterAll(() => it.Overload("1"));
                    await it.ReadAsync(1); await it.ReadAsync(1);
                    await it.ManyAsync([1], default); await it.ManyAsync([1], default);
                    return $"{read} {string.Join(' ', Store.Said)}";
                }
            }
            """,
            "await Story.Of(new Deco(new Store(), cache))", "1234578991112131414 get get get get get put get get get both get get get get overload read many"),
    };

    /// <summary>Types with a cache that knows a limiter, and a limiter that knows how many of its leases are out.</summary>
    private static UserCase Limited(string types, string run, string says) => new(
        $$"""
        using System.Threading.RateLimiting;

        {{types}}

        internal sealed class Limiter : RateLimiter
        {
            public static int Held { get; private set; }
            public override TimeSpan? IdleDuration => null;
            public override RateLimiterStatistics? GetStatistics() => null;
            protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease();
            protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(new Lease());

            private sealed class Lease : RateLimitLease
            {
                public Lease() => Held++;
                public override bool IsAcquired => true;
                public override IEnumerable<string> MetadataNames => [];
                public override bool TryGetMetadata(string metadataName, out object? metadata) { metadata = null; return false; }
                protected override void Dispose(bool disposing) => Held--;
            }
        }

        public static class Program
        {
            public static async Task<string> Run()
            {
                using var limiter = new Limiter();
                var options = new CacheGenOptions();
                options.RateLimiters.Add("spotify", limiter);
                options.RateLimiters.Add("a \"b\"\\ {c}\n", limiter);
                var cache = MethodCache.CreateInProcess(options);
                await Task.Yield();
                return {{run}};
            }
        }
        """, says);
}
