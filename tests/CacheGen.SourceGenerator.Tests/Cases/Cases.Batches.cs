namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenBatches = new()
    {
        ["batches"] = new(
            """
            using Shop;

            namespace Shop
            {
                internal sealed record Track(string Id, string Title);

                internal sealed partial class Catalog(MethodCache cache)
                {
                    [Cached(Key = "track:{id}:{market|lower}", Ttl = "24h", MissTtl = "5m")]
                    public partial Task<Track?> GetTrackAsync(string id, string market, CancellationToken ct = default);

                    private Task<Track?> GetTrackCoreAsync(string id, string market, CancellationToken ct) => Task.FromResult<Track?>(new(id, "alone"));

                    [CachedBatch(Of = nameof(GetTrackAsync), MaxBatch = 100, MaxParallel = 4)]
                    public partial Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct = default);

                    private Task<Dictionary<string, Track>> GetTracksCoreAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct) =>
                        Task.FromResult(ids.Where(id => id != "none").ToDictionary(id => id, id => new Track(id, "together")));

                    [CachedBatch(Key = "price:{isrc}:{currency ?? EUR}:{day:yyyyMMdd}", Ttl = "1h", KeyOf = nameof(IsrcOf))]
                    public partial ValueTask<IReadOnlyList<Price>> GetPricesAsync(List<string> isrcs, string? currency, DateTime day);

                    private static async ValueTask<Price[]> GetPricesCoreAsync(string[] isrcs, string? currency, DateTime day)
                    {
                        await Task.Yield();
                        return [.. isrcs.Reverse().Select(isrc => new Price(isrc, isrc.Length))];
                    }

                    private static string IsrcOf(Price price) => price.Isrc;

                    internal readonly record struct Price(string Isrc, decimal Amount);

                    [Cached(Key = "artist:{id}", Batch = nameof(GetArtistsAsync), BatchWindow = "5ms")]
                    public partial Task<string?> GetArtistAsync(int id, CancellationToken ct = default);

                    [CachedBatch(Of = nameof(GetArtistAsync), MaxBatch = 50)]
                    public partial Task<IReadOnlyDictionary<int, string>> GetArtistsAsync(IEnumerable<int> ids, CancellationToken ct = default);

                    private Task<IReadOnlyDictionary<int, string>> GetArtistsCoreAsync(IEnumerable<int> ids) =>
                        Task.FromResult<IReadOnlyDictionary<int, string>>(ids.ToDictionary(id => id, id => $"artist {id}"));
                }
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    var it = new Catalog(cache);
                    await it.GetTrackAsync("a", "US");
                    var tracks = await it.GetTracksAsync(["b", "a", "none", "b"], "us");
                    var prices = await it.GetPricesAsync(["x", "yy", "x"], null, new DateTime(2026, 1, 2));
                    var artists = await Task.WhenAll(it.GetArtistAsync(1), it.GetArtistAsync(2));
                    return string.Join(" ", tracks.Values.OrderBy(track => track.Id).Select(track => $"{track.Id} {track.Title}"))
                        + " " + string.Join(" ", prices.Select(price => $"{price.Isrc} {price.Amount}"))
                        + " " + string.Join(" ", artists) + " " + (await it.GetArtistsAsync([2, 3])).Count
                        + " " + Catalog.Cache.GetPrices(cache, "yy", null, new DateTime(2026, 1, 2)).Key + " " + Catalog.Cache.GetTrack(cache, "none", "us").Peek(out _);
                }
            }
            """,
            "a alone b together x 1 yy 2 artist 1 artist 2 2 Shop.Catalog:price:yy:EUR:20260102 True"),
    };

    private static readonly Dictionary<string, UserCase> s_batches = new()
    {
        ["batch: collections of ids"] = One(
            """
                [CachedBatch] public partial IReadOnlyDictionary<int, string> A(int[] ids);
                private static IReadOnlyDictionary<int, string> ACore(int[] ids) => All(ids);
                [CachedBatch] public partial IDictionary<int, string> B(params int[] ids);
                private static Dictionary<int, string> BCore(IReadOnlySet<int> ids) => All(ids);
                [CachedBatch] public partial Dictionary<int, string> C(HashSet<int> ids);
                private static IDictionary<int, string> CCore(List<int> ids) => All(ids);
                [CachedBatch] public partial IReadOnlyDictionary<int, string> D(ISet<int> ids);
                private static IEnumerable<KeyValuePair<int, string>> DCore(ISet<int> ids) => All(ids);
                [CachedBatch] public partial IReadOnlyDictionary<int, string> E(ICollection<int> ids);
                private static SortedDictionary<int, string> ECore(IList<int> ids) => new(All(ids));
                private static Dictionary<int, string> All(IEnumerable<int> ids) => ids.ToDictionary(id => id, id => $"<{id}>");
            """,
            "string.Join(\" \", it.A([1, 2]).Values.Concat(it.B(3, 4, 3).Values).Concat(it.C([5]).Values).Concat(it.D(new HashSet<int> { 6 }).Values).Concat(it.E([7]).Values))",
            "<1> <2> <3> <4> <5> <6> <7>"),

        ["batch: lists, arrays and structs"] = One(
            """
                [CachedBatch(KeyOf = nameof(IdOf))] public partial Task<IReadOnlyList<string>> A(IReadOnlyList<int> ids);
                private Task<IEnumerable<string?>> ACore(IReadOnlyList<int> ids) => Task.FromResult(ids.Select(id => (string?)$"{id}").Append(null));
                [CachedBatch(KeyOf = nameof(IdOf))] public partial ValueTask<string?[]> B(IReadOnlyList<int> ids, CancellationToken ct);
                private async ValueTask<List<string>> BCore(CancellationToken ct, IReadOnlyList<int> ids) { await Task.Yield(); return [.. ids.Where(id => id < 5).Select(id => $"{id}")]; }
                [CachedBatch] public partial Task<IReadOnlyDictionary<string, int>> C(IReadOnlyList<string> names);
                private Task<Dictionary<string, int>> CCore(IReadOnlyList<string> names) => Task.FromResult(names.Where(name => name.Length < 3).ToDictionary(name => name, name => name.Length));
                [CachedBatch] public partial Task<Dictionary<string, int?>> D(IReadOnlyList<string> names);
                private Task<Dictionary<string, int>> DCore(IReadOnlyList<string> names) => CCore(names);
                [CachedBatch] public partial Task<int[]> E(IReadOnlyList<string> names);
                private Task<Dictionary<string, int?>> ECore(IReadOnlyList<string> names) => D(names);
                private static int IdOf(string text) => int.Parse(text);
            """,
            """string.Join(",", await it.A([3, 1, 3])) + " " + string.Join(",", await it.B([4, 5], default)) + " " + (await it.C(["a", "bbb"])).Count + " " + (await it.D(["a", "bbb"]))["bbb"].HasValue + " " + string.Join(",", await it.E(["bb", "ccc", "a"]))""",
            "3,1 4, 1 False 2,1"),

        ["batch: a result that is said to be null at times"] = One(
            """
                [CachedBatch] public partial Task<Dictionary<int, string>?> A(IReadOnlyList<int> ids);
                private Task<Dictionary<int, string>> ACore(IReadOnlyList<int> ids) => Task.FromResult(ids.ToDictionary(id => id, id => $"{id}"));
                [CachedBatch(KeyOf = nameof(IdOf))] public partial ValueTask<IReadOnlyList<string>?> B(int[] ids);
                private async ValueTask<List<string>> BCore(int[] ids) { await Task.Yield(); return [.. ids.Select(id => $"{id}")]; }
                private static int IdOf(string text) => int.Parse(text);
            """,
            """(await it.A([1, 2]))!.Count + " " + (await it.B([3, 4]))!.Count""",
            "2 2"),

        ["batch: names that are in the way"] = One(
            """
                [CachedBatch(Key = "a:{@class}:{args.Length}:{self}:{table}")] public partial Task<IReadOnlyDictionary<int, string>> A(IReadOnlyCollection<int> @class, string args, int self, int table, CancellationToken ct = default);
                private Task<IReadOnlyDictionary<int, string>> ACore(IReadOnlyCollection<int> @class, string args, int self, int table, CancellationToken ct) => Make(@class);
                [CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> B(IReadOnlyCollection<int> keys, int key, int Item1, int ToString);
                private Task<IReadOnlyDictionary<int, string>> BCore(IReadOnlyCollection<int> keys, int key, int Item1, int ToString) => Make(keys);
                [CachedBatch(Key = "c:{ids}")] public partial Task<IReadOnlyDictionary<int, string>> C(IReadOnlyCollection<int> ids, [NotInKey] int self);
                private Task<IReadOnlyDictionary<int, string>> CCore(IReadOnlyCollection<int> ids, int self) => Make(ids);
                [CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> D(IReadOnlyCollection<int> ids, int ids_);
                private static Task<IReadOnlyDictionary<int, string>> DCore(IReadOnlyCollection<int> ids, int ids_) => Make(ids);
                private static Task<IReadOnlyDictionary<int, string>> Make(IReadOnlyCollection<int> ids) => Task.FromResult<IReadOnlyDictionary<int, string>>(ids.ToDictionary(id => id, id => $"{id}"));
            """,
            """(await it.A([1], "xx", 2, 3)).Count + (await it.B([1, 2], 3, 4, 5)).Count + (await it.C([1], 1)).Count + (await it.D([1], 2)).Count + " " + Catalog.Cache.B(cache, 1, 3, 4, 5).Key + " " + Catalog.Cache.A(cache, 1, "xx", 2, 3).Key + Catalog.Cache.C(cache, 7).Key""",
            "5 Catalog:B:1:3:4:5 Catalog:a:1:2:2:3Catalog:c:7"),

        ["batch: ids that are objects"] = One(
            """
                internal sealed record Song(string Artist, string Title);
                internal sealed class Album { public string? Name { get; init; } public override bool Equals(object? other) => other is Album album && album.Name == Name; public override int GetHashCode() => Name?.GetHashCode() ?? 0; }
                [CachedBatch] public partial Task<IReadOnlyDictionary<Song, string>> Songs(IReadOnlyCollection<Song> songs);
                private Task<Dictionary<Song, string>> SongsCore(IReadOnlyCollection<Song> songs) => Task.FromResult(songs.ToDictionary(song => song, song => song.Title + "!"));
                [CachedBatch(Key = "album:{album.Name}:{sort}", Tags = new[] { "album:{album.Name}" })] public partial Task<IReadOnlyDictionary<Album, string>> Albums(IReadOnlyCollection<Album> albums, string sort, int? page = null);
                private Task<Dictionary<Album, string>> AlbumsCore(IReadOnlyCollection<Album> albums, string sort, int? page) => Task.FromResult(albums.ToDictionary(album => album, album => album.Name + "?"));
            """,
            """(await it.Songs([new("a", "b")])).Values.Single() + (await it.Albums([new() { Name = "c" }], "d")).Values.Single() + Catalog.Cache.Songs(cache, new("a", "b")).Key + Catalog.Cache.Albums(cache, new() { Name = "c" }, "d").Peek(out _)""",
            "b!c?Catalog:Songs:(a,b)True"),

        ["batch: generic, static, nested, structs"] = Types(
            """
            public static partial class Outer
            {
                public readonly partial struct Inner<TId>(MethodCache cache) where TId : struct, IFormattable
                {
                    [Cached] public partial Task<T?> OneAsync<T>(TId id) where T : class;
                    private Task<T?> OneCoreAsync<T>(TId id) where T : class => Task.FromResult<T?>(null);
                    [CachedBatch(Of = nameof(OneAsync))] public partial Task<IReadOnlyDictionary<TId, T>> ManyAsync<T>(IReadOnlyCollection<TId> ids) where T : class;
                    private Task<Dictionary<TId, T>> ManyCoreAsync<T>(IReadOnlyCollection<TId> ids) where T : class => Task.FromResult(ids.ToDictionary(id => id, id => (T)(object)$"{id}{typeof(T).Name}"));
                    [CachedBatch] public partial Dictionary<TId, T?> Values<T>(IReadOnlyCollection<TId> ids) where T : struct;
                    private Dictionary<TId, T> ValuesCore<T>(IReadOnlyCollection<TId> ids) where T : struct => ids.ToDictionary(id => id, id => default(T));
                    [CachedBatch(Of = nameof(Own))] public static partial IReadOnlyDictionary<int, string> Owns(MethodCache store, IReadOnlyCollection<int> ids);
                    private static Dictionary<int, string> OwnsCore(MethodCache store, IReadOnlyCollection<int> ids) => ids.ToDictionary(id => id, id => "many");
                    [Cached] public static partial string? Own(int id, MethodCache store);
                    private static string? OwnCore(int id, MethodCache store) => "one";
                }
            }
            """,
            """(await new Outer.Inner<int>(cache).ManyAsync<string>([1])).Values.Single() + await new Outer.Inner<int>(cache).OneAsync<string>(1) + new Outer.Inner<int>(cache).Values<long>([3])[3] + Outer.Inner<long>.Owns(cache, [1])[1] + Outer.Inner<long>.Own(1, cache)""",
            "1String1String0manymany"),

        ["batch: overloads, bases and a null check"] = Types(
            """
            internal abstract class Base
            {
                protected static async Task<Dictionary<string, string>> GetCoreAsync(IReadOnlyCollection<string> ids) { await Task.Yield(); return ids.ToDictionary(id => id, id => id + id); }
                protected Task<string?> GetCoreAsync(string id) => Task.FromResult<string?>(id);
            }
            internal sealed partial class Catalog(MethodCache cache) : Base
            {
                [Cached] public partial Task<string?> GetAsync(string id);
                [CachedBatch] public partial Task<IReadOnlyDictionary<string, string>> GetAsync(IReadOnlyCollection<string> ids);
            }
            internal static class Test
            {
                public static async Task<string> Of(Catalog it)
                {
                    try { await it.GetAsync((IReadOnlyCollection<string>)null!); }
                    catch (ArgumentNullException exception) { return exception.ParamName + (await it.GetAsync(["a"]))["a"] + await it.GetAsync("a"); }
                    return "";
                }
            }
            """,
            "await Test.Of(new Catalog(cache)) + Catalog.Cache.GetAsync(cache, \"a\").Key + Catalog.Cache.Get(cache, \"a\").Key",
            "idsaaaCatalog:GetAsync(IReadOnlyCollection<string>):aCatalog:GetAsync(string):a"),

        ["batch: a decorator's"] = Types(
            """
            public interface IApi { Task<IReadOnlyDictionary<int, string>> GetAsync(IReadOnlyCollection<int> ids, CancellationToken ct); int Calls { get; } }
            internal sealed class Api : IApi
            {
                public int Calls { get; private set; }
                public Task<IReadOnlyDictionary<int, string>> GetAsync(IReadOnlyCollection<int> ids, CancellationToken ct)
                {
                    Calls += ids.Count;
                    return Task.FromResult<IReadOnlyDictionary<int, string>>(ids.ToDictionary(id => id, id => $"{id}"));
                }
            }
            internal sealed partial class CachedApi(IApi inner, MethodCache cache) : IApi
            {
                [CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> GetAsync(IReadOnlyCollection<int> ids, CancellationToken ct);
            }
            internal static class Test
            {
                public static async Task<string> Of(IApi api) => (await api.GetAsync([1, 2], default)).Count + " " + (await api.GetAsync([1, 2, 3], default)).Count + " " + api.Calls;
            }
            """,
            "await Test.Of(new CachedApi(new Api(), cache))",
            "2 3 3"),

        ["batch window: forms"] = One(
            """
                [Cached(Key = "a:{id}:{market}", Batch = nameof(ManyAsync), BatchWindow = "1ms")] public partial ValueTask<string?> A(int id, string? market, [NotInKey] IProgress<int>? progress = null);
                private Task<IReadOnlyDictionary<int, string>> ManyAsync(string? market, params int[] ids) => Task.FromResult<IReadOnlyDictionary<int, string>>(ids.ToDictionary(id => id, id => $"{id}{market}"));
                [Cached(Batch = nameof(Lengths), BatchWindow = "1ms")] public partial Task<int?> B(string name);
                private static Dictionary<string, int> Lengths(HashSet<string> names) => names.ToDictionary(name => name, name => name.Length);
                [Cached(Batch = nameof(Lengths), BatchWindow = "1ms")] public partial int? C(string name);
                [Cached(Batch = nameof(Items), BatchWindow = "1ms")] public partial Task<string?> D(int key);
                [CachedBatch(KeyOf = nameof(IdOf), MaxBatch = 1)] public partial Task<IReadOnlyList<string>> Items(IReadOnlyList<int> ids);
                private Task<string[]> ItemsCore(IReadOnlyList<int> ids) => Task.FromResult(ids.Select(id => $"{id}").ToArray());
                private static int IdOf(string text) => int.Parse(text);
            """,
            """await it.A(1, "x") + await it.B("abc") + it.C("abcd") + string.Join("", await Task.WhenAll(it.D(5), it.D(6)))""",
            "1x3456"),
    };
}
