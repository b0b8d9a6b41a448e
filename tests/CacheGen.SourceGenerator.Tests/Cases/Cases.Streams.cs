namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private const string Lists = """
        internal static class Lists
        {
            public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> stream)
            {
                var items = new List<T>();
                await foreach (var item in stream)
                    items.Add(item);
                return items;
            }
            public static async Task<string> JoinAsync<T>(this IAsyncEnumerable<T> stream) => string.Join(",", (await stream.ToListAsync()).Select(item => item?.ToString() ?? "null"));
        }
        """;

    private static readonly Dictionary<string, UserCase> s_goldenStreams = new()
    {
        ["streams"] = Types(Lists + """

            namespace Music
            {
                public sealed record Track(string Id, string? Title);

                public sealed partial class Library(MethodCache cache)
                {
                    public int Loads { get; private set; }

                    [Cached(Key = "tracks:{artistId}", Ttl = "24h", FailSafe = "7d", RefreshAfter = "12h", SoftTimeout = "2s", HardTimeout = "1m")]
                    public partial IAsyncEnumerable<Track> GetTracksAsync(string artistId, CancellationToken ct = default);

                    private async IAsyncEnumerable<Track> GetTracksCoreAsync(string artistId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
                    {
                        Loads++;
                        for (var number = 1; number <= 3; number++)
                        {
                            await Task.Delay(0, ct);
                            yield return new Track($"{artistId}{number}", null);
                        }
                    }

                    [Cached(MaxItems = 2, Tags = new[] { "numbers" })]
                    public partial IAsyncEnumerable<T?> Repeat<T>(T? value, int count) where T : struct, IFormattable;

                    private static async IAsyncEnumerable<T?> RepeatCore<T>(T? value, int count) where T : struct, IFormattable
                    {
                        for (; count > 0; count--)
                        {
                            await Task.Yield();
                            yield return value;
                        }
                    }
                }
            }
            """,
            """
            await new Func<Task<string>>(async () =>
            {
                var library = new Music.Library(cache);
                var tracks = library.GetTracksAsync("a");
                var before = library.Loads;
                var first = await tracks.ToListAsync();
                var again = await tracks.ToListAsync();
                Music.Library.Cache.GetTracks(cache, "a").Peek(out var stored);
                Music.Library.Cache.Repeat<int>(cache, 7, 3).Peek(out var none);
                return $"{before} {library.Loads} {first.Count} {first[2].Id} {ReferenceEquals(first[0], again[0])} {stored!.Count} {await library.Repeat<int>(7, 2).JoinAsync()} {await library.Repeat<int>(7, 3).JoinAsync()} {none is null} {await library.Repeat<int>(null, 0).JoinAsync()}";
            })()
            """,
            "0 1 3 a3 True 3 7,7 7,7,7 True "),
    };

    /// <summary>Methods that return IAsyncEnumerable.</summary>
    private static readonly Dictionary<string, UserCase> s_streams = new()
    {
        ["streams from sources of every shape"] = Types(Lists + """

            internal abstract class Base
            {
                protected virtual async IAsyncEnumerable<string> LoadAsync(int id) { await Task.Yield(); yield return $"base{id}"; }
            }
            internal sealed partial class Catalog(MethodCache cache) : Base
            {
                [Cached(Source = nameof(LoadAsync))] public partial IAsyncEnumerable<string> A(int id);
                protected override async IAsyncEnumerable<string> LoadAsync(int id) { await Task.Yield(); yield return $"own{id}"; }
                [Cached(Source = nameof(Statics))] public partial IAsyncEnumerable<string?> B(int id, string? name, CancellationToken ct);
                private static IAsyncEnumerable<string> Statics(int id, string? name) => Forward(id);
                private static async IAsyncEnumerable<string> Forward(int id) { await Task.Yield(); yield return $"static{id}"; }
                [Cached] public partial IAsyncEnumerable<(string? Name, int)> CAsync();
                private async IAsyncEnumerable<(string? Name, int)> CAsyncCore([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token) { yield return (null, 1); await Task.Delay(0, token); }
                [Cached] public partial IAsyncEnumerable<List<string?>?> D(CancellationToken load, int ct, string table, string key, string self, string args, string items);
                private async IAsyncEnumerable<List<string?>> DCore(int ct, string table, string key, string self, string args, string items) { await Task.Yield(); yield return [table + key + self + args + items, null]; }
                [Cached(Source = nameof(A))] public partial IAsyncEnumerable<string> OverAnother(int id);
                [Cached] public partial IAsyncEnumerable<int>? Maybe(int id);
                private async IAsyncEnumerable<int> MaybeCore(int id) { await Task.Yield(); yield return id; }
            }
            """,
            """
            $"{await new Catalog(cache).A(1).JoinAsync()} {await new Catalog(cache).B(1, null, default).JoinAsync()} {await new Catalog(cache).CAsync().JoinAsync()} "
                + $"{(await new Catalog(cache).D(default, 1, "t", "k", "s", "a", "i").ToListAsync())[0]!.Count} {await new Catalog(cache).OverAnother(1).JoinAsync()} {await new Catalog(cache).Maybe(4)!.JoinAsync()}"
            """,
            "own1 static1 (, 1) 2 own1 4"),

        ["streams of generic, static and struct types"] = Types(Lists + """

            internal sealed partial class Store<T>(MethodCache cache) where T : struct, IFormattable
            {
                [Cached] public partial IAsyncEnumerable<KeyValuePair<T, U?>> Pairs<U>(T key, [NotInKey] U? value) where U : class;
                private async IAsyncEnumerable<KeyValuePair<T, U?>> PairsCore<U>(T key, U? value) where U : class { await Task.Yield(); yield return new(key, value); }
                [Cached] public partial IAsyncEnumerable<T> Same(T value);
                private async IAsyncEnumerable<T> SameCore(T value) { await Task.Yield(); yield return value; }
            }
            internal static partial class Tools
            {
                [Cached] public static partial IAsyncEnumerable<int> Count(MethodCache cache, int to);
                private static async IAsyncEnumerable<int> CountCore(MethodCache cache, int to) { for (var i = 0; i < to; i++) { await Task.Yield(); yield return i; } }
                [Cached(MaxItems = int.MaxValue)] public static partial IAsyncEnumerable<int> CountOn(this MethodCache cache, int to);
                private static IAsyncEnumerable<int> CountOnCore(MethodCache cache, int to) => CountCore(cache, to);
            }
            internal readonly partial record struct Point(MethodCache Cache, int X)
            {
                [Cached] public partial IAsyncEnumerable<int> Xs(int times);
                private async IAsyncEnumerable<int> XsCore(int times) { await Task.Yield(); yield return X; yield return times; }
            }
            """,
            """
            $"{await new Store<int>(cache).Pairs(1, "a").JoinAsync()} {await new Store<Guid>(cache).Same(Guid.Empty).JoinAsync()} {await Tools.Count(cache, 3).JoinAsync()} {await cache.CountOn(2).JoinAsync()} {await new Point(cache, 5).Xs(2).JoinAsync()}"
            """,
            "[1, a] 00000000-0000-0000-0000-000000000000 0,1,2 0,1 5,2"),

        ["streams in a file without nullability"] = new(
            """
            #nullable disable
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached] public partial IAsyncEnumerable<string> Names(string name);
                private async IAsyncEnumerable<string> NamesCore(string name) { await Task.Yield(); yield return name; yield return null; }
            }
            public static class Program
            {
                public static async Task<string> Run()
                {
                    var count = 0;
                    await foreach (var name in new Catalog(MethodCache.CreateInProcess()).Names("a"))
                        count += name is null ? 10 : 1;
                    return $"{count}";
                }
            }
            """, "11"),

        ["streams that are implemented for an interface, or overridden"] = Types(Lists + """

            internal interface INames { IAsyncEnumerable<string> NamesAsync(int id, CancellationToken ct = default); }
            internal abstract class Base { public abstract IAsyncEnumerable<int> Numbers(int to); }
            internal sealed partial class Catalog(MethodCache cache) : Base, INames
            {
                [Cached] public partial IAsyncEnumerable<string> NamesAsync(int id, CancellationToken ct = default);
                private async IAsyncEnumerable<string> NamesCoreAsync(int id) { await Task.Yield(); yield return $"n{id}"; }
                [Cached] public override partial IAsyncEnumerable<int> Numbers(int to);
                private async IAsyncEnumerable<int> NumbersCore(int to) { await Task.Yield(); yield return to; }
            }
            """,
            """$"{await Ask(new Catalog(cache))} {await Sum(new Catalog(cache))}"; Task<string> Ask(INames names) => names.NamesAsync(1).JoinAsync(); Task<string> Sum(Base numbers) => numbers.Numbers(2).JoinAsync() """,
            "n1 2"),

        ["streams of a wrapped interface"] = Types(Lists + """

            public interface IMusic
            {
                IAsyncEnumerable<string> TracksAsync(string album, CancellationToken ct = default);
                IAsyncEnumerable<int> Years();
            }
            internal sealed class Api : IMusic
            {
                public int Calls { get; set; }
                public async IAsyncEnumerable<string> TracksAsync(string album, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { Calls++; await Task.Yield(); yield return album + Calls; }
                public async IAsyncEnumerable<int> Years() { Calls++; await Task.Yield(); yield return 1999; }
            }
            internal sealed partial class CachedMusic(IMusic inner, MethodCache cache) : IMusic
            {
                [Cached] public partial IAsyncEnumerable<string> TracksAsync(string album, CancellationToken ct = default);
            }
            """,
            """
            await new Func<Task<string>>(async () =>
            {
                var api = new Api();
                IMusic music = new CachedMusic(api, cache);
                return $"{await music.TracksAsync("a").JoinAsync()} {await music.TracksAsync("a").JoinAsync()} {await music.Years().JoinAsync()} {await music.Years().JoinAsync()} {api.Calls}";
            })()
            """,
            "a1 a1 1999 1999 3"),

        ["streams that are invalidated and updated"] = Types(Lists + """

            internal sealed partial class Library(MethodCache cache)
            {
                private int _loads;
                [Cached] public partial IAsyncEnumerable<int> Numbers(int id);
                private async IAsyncEnumerable<int> NumbersCore(int id) { await Task.Yield(); yield return ++_loads; }
                [Invalidates(nameof(Numbers))] public partial Task ForgetAsync(int id);
                private Task ForgetCoreAsync(int id) => Task.CompletedTask;
                [Updates(nameof(Numbers))] public partial Task<List<int>> SaveAsync(int id);
                private Task<List<int>> SaveCoreAsync(int id) => Task.FromResult(new List<int> { 7, 8 });
            }
            """,
            """
            await new Func<Task<string>>(async () =>
            {
                var library = new Library(cache);
                var told = $"{await library.Numbers(1).JoinAsync()} {await library.Numbers(1).JoinAsync()}";
                await library.ForgetAsync(1);
                told += $" {await library.Numbers(1).JoinAsync()}";
                await library.SaveAsync(1);
                return told + $" {await library.Numbers(1).JoinAsync()}";
            })()
            """,
            "1 1 2 7,8"),

        ["streams and what is said of their lists"] = Types(Lists + """

            internal sealed partial class Catalog(MethodCache cache)
            {
                private int _loads;
                private bool _isCurrent = true;
                private async IAsyncEnumerable<int> Load(int count) { await Task.Yield(); _loads++; for (var i = 0; i < count; i++) yield return _loads; }
                private static bool IsEmpty(IReadOnlyList<int> items) => items.Count == 0;
                private static bool IsWhole(IReadOnlyList<int>? items) => items is null || items.Count > 1;
                private static TimeSpan? Fresh(IEnumerable<int> items) => items.Any() ? TimeSpan.FromHours(1) : null;
                private async Task<bool> IsCurrentAsync(IReadOnlyList<int> items, int count, CancellationToken ct) { await Task.Delay(0, ct); return _isCurrent; }
                [Cached(Source = nameof(Load), IsMiss = nameof(IsEmpty), MissTtl = "1m", MaxItems = 3)] public partial IAsyncEnumerable<int> Misses(int count);
                [Cached(Source = nameof(Load), IsMiss = nameof(IsEmpty))] public partial IAsyncEnumerable<int> Nothing(int count);
                [Cached(Source = nameof(Load), StoreWhen = nameof(IsWhole), TtlFrom = nameof(Fresh))] public partial IAsyncEnumerable<int> Whole(int count);
                [Cached(Source = nameof(Load), FailWhen = nameof(IsEmpty), FailSafe = "1d")] public partial IAsyncEnumerable<int> Failing(int count);
                [Cached(Source = nameof(Load), ValidWhen = nameof(IsCurrentAsync), MaxItems = 3)] public partial IAsyncEnumerable<int> Current(int count);
                [Cached(Source = nameof(Load), AdaptiveTtl = "1m..1h")] public partial IAsyncEnumerable<int> Learning(int count, CancellationToken ct = default);
                public void Change() => _isCurrent = false;
            }
            """,
            """
            await new Func<Task<string>>(async () =>
            {
                var it = new Catalog(cache);
                var told = $"{await it.Misses(0).JoinAsync()}{await it.Misses(0).JoinAsync()} {await it.Misses(1).JoinAsync()} {await it.Misses(4).JoinAsync()} {await it.Misses(4).JoinAsync()}";
                told += $" {await it.Nothing(0).JoinAsync()}{await it.Nothing(0).JoinAsync()}{await it.Nothing(1).JoinAsync()} {await it.Whole(1).JoinAsync()} {await it.Whole(1).JoinAsync()} {await it.Whole(2).JoinAsync()} {await it.Whole(2).JoinAsync()}";
                told += $" {await it.Failing(0).JoinAsync()}{await it.Failing(1).JoinAsync()} {await it.Learning(1).JoinAsync()} {await it.Current(1).JoinAsync()} {await it.Current(1).JoinAsync()} {await it.Current(4).JoinAsync()}";
                it.Change();
                return told + $" {await it.Current(1).JoinAsync()} {await it.Current(4).JoinAsync()}";
            })()
            """,
            " 2 3,3,3,3 4,4,4,4 7 8 9 10,10 10,10 12 13 14 14 15,15,15,15 16 17,17,17,17"),

        ["streams without a cache"] = Types(Lists + """

            internal sealed partial class Catalog(MethodCache cache)
            {
                public int Loads { get; set; }
                [Cached(MaxItems = 1)] public partial IAsyncEnumerable<int> Numbers(int to);
                private async IAsyncEnumerable<int> NumbersCore(int to) { Loads++; for (var i = 0; i < to; i++) { await Task.Yield(); yield return i; } }
            }
            """,
            """
            await new Func<Task<string>>(async () =>
            {
                var catalog = new Catalog(MethodCache.None);
                return $"{await catalog.Numbers(3).JoinAsync()} {await catalog.Numbers(3).JoinAsync()} {catalog.Loads}";
            })()
            """,
            "0,1,2 0,1,2 2"),
    };
}
