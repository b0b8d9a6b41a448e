namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenValues = new()
    {
        ["values that say what becomes of them"] = new(
            """
            public sealed record Release(int Id, string Title, DateTimeOffset? Expires, IReadOnlyList<Track> Tracks);
            public readonly record struct Track(string Title, int? Seconds);
            public sealed record Decision(string SceneId, bool Allowed);

            public sealed partial class Catalog(MethodCache cache)
            {
                private int _calls;

                [Cached(Key = "release:{id}", Ttl = "24h", MissTtl = "5m", MissFailSafe = "365d", FailSafe = "7d", IsMiss = nameof(IsEmpty), StoreWhen = nameof(IsComplete), TtlFrom = nameof(TtlOf), FailWhen = nameof(IsBroken),
                    ServeStaleOn = new[] { typeof(System.IO.IOException), typeof(TimeoutException) }, NeverServeStaleOn = new[] { typeof(KeyNotFoundException) })]
                public partial Task<Release?> GetAsync(int id, CancellationToken ct = default);
                private Task<Release?> GetCoreAsync(int id) => Task.FromResult<Release?>(new(id, $"{++_calls}", null, []));

                private static bool IsEmpty(Release release) => release.Title.Length == 0;
                private static bool IsComplete(Release release) => release.Tracks.All(track => track.Seconds is not null);
                private static TimeSpan? TtlOf(Release release) => release.Expires - DateTimeOffset.UtcNow;
                private static bool IsBroken(Release? release) => release is { Id: < 0 };

                [Cached(AdaptiveTtl = "10m..24h")]
                public partial ValueTask<Release> LearnAsync(int id);
                private Task<Release> LearnCoreAsync(int id) => Task.FromResult(new Release(id, "", null, []));

                [Cached(Key = "decide:{user}", Ttl = "30m", ValidWhen = nameof(SceneIsThereAsync))]
                public partial Task<Decision?> DecideAsync(string user, [NotInKey] string room, CancellationToken ct = default);
                private Task<Decision?> DecideCoreAsync(string user, string room) => Task.FromResult<Decision?>(new(room + ++_calls, true));
                private Task<bool> SceneIsThereAsync(Decision decision, string room, CancellationToken ct) => Task.FromResult(decision.SceneId.StartsWith(room));

                [Cached(ValidWhen = nameof(IsPositive))]
                public static partial int Count(int id, MethodCache own);
                private static int CountCore(int id, MethodCache own) => id;
                private static bool IsPositive(int count) => count > 0;
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    var it = new Catalog(cache);
                    return $"{(await it.GetAsync(1))!.Title}{(await it.GetAsync(1))!.Title} {(await it.GetAsync(-1))!.Title}{(await it.GetAsync(-1))!.Title} "
                        + $"{(await it.DecideAsync("a", "r"))!.SceneId} {(await it.DecideAsync("a", "r"))!.SceneId} {(await it.DecideAsync("a", "s"))!.SceneId} "
                        + $"{ReferenceEquals(await it.LearnAsync(1), await it.LearnAsync(1))} {Catalog.Count(3, cache)}{Catalog.Count(-3, cache)}";
                }
            }
            """,
            "11 23 r4 r4 s5 True 3-3"),
    };

    private static readonly Dictionary<string, UserCase> s_values = new()
    {
        ["predicates on values that are never null, on nullable ones and on what they convert to"] = One(
            """
                private int _calls;
                private int Next() => ++_calls;
                [Cached(IsMiss = nameof(IsZero))] public partial int Number(int id);
                private int NumberCore(int id) => Next() * id;
                [Cached(StoreWhen = nameof(IsZero))] public partial int? Maybe(int? id);
                private int? MaybeCore(int? id) => id;
                [Cached(StoreWhen = nameof(IsBig))] public partial short Converted(short id);
                private short ConvertedCore(short id) => id;
                [Cached(StoreWhen = nameof(IsAny), FailWhen = nameof(IsNothing), IsMiss = nameof(HasItems))] public partial List<string?>? Items(int id);
                private List<string?>? ItemsCore(int id) => id == 0 ? null : [null, Next().ToString()];
                [Cached(TtlFrom = nameof(Ttl))] public partial string? Text(int id);
                private string? TextCore(int id) => Next().ToString();
                [Cached(TtlFrom = nameof(TtlOrNull))] public partial (string A, int? B) Tuple(int id);
                private (string A, int? B) TupleCore(int id) => (Next().ToString(), null);
                private static bool IsZero(int value) => value == 0;
                private static bool IsBig(long value) => value > 100;
                private static bool IsAny(object? value) => true;
                private static bool IsNothing(IEnumerable<string?> items) => false;
                private static bool HasItems(in IReadOnlyCollection<string?> items) => items.Count > 0;
                private static TimeSpan Ttl(string value) => TimeSpan.FromMinutes(value.Length);
                private static TimeSpan? TtlOrNull((string, int?) value) => value.Item2 is null ? TimeSpan.Zero : null;
            """,
            "$\"{it.Number(0)}{it.Number(0)} {it.Number(1)}{it.Number(1)} {it.Maybe(null)}{it.Maybe(7)} {it.Converted(5)} {it.Items(1)![1]}{it.Items(1)![1]}{it.Items(0)} {it.Text(1)}{it.Text(1)} {it.Tuple(1).A}{it.Tuple(1).A}\"",
            "00 33 7 5 45 66 78"),

        ["predicates of base types, of generic types and of generic methods"] = Types(
            """
            internal class Page<T> { public List<T> Items { get; } = []; }
            internal abstract class Repository<TKey> where TKey : notnull
            {
                protected static bool IsEmpty<T>(Page<T> page) where T : class => page.Items.Count == 0;
                protected static bool IsDefault(TKey key) => EqualityComparer<TKey>.Default.Equals(key, default);
            }
            internal sealed partial class Catalog<TKey>(MethodCache cache) : Repository<TKey> where TKey : notnull
            {
                private int _calls;
                [Cached(IsMiss = nameof(IsEmpty), FailWhen = nameof(Fails))] public partial Page<T>? Get<T>([NotInKey] TKey id, [NotInKey] T item) where T : class;
                private Page<T>? GetCore<T>(TKey id, T item) where T : class => ++_calls < 3 ? new() : new() { Items = { item } };
                private static bool Fails<U>(Page<U>? page) => page is null;
                [Cached(StoreWhen = nameof(IsDefault), ValidWhen = nameof(Agrees))] public partial TKey Same([NotInKey] TKey id);
                private TKey SameCore(TKey id) => id;
                private bool Agrees(TKey value, TKey id) => EqualityComparer<TKey>.Default.Equals(value, id);
                [Cached(ValidWhen = nameof(IsGood))] public partial Task<T?> Any<T>([NotInKey] T item) where T : class;
                private Task<T?> AnyCore<T>(T item) where T : class => Task.FromResult<T?>(item);
                private ValueTask<bool> IsGood<T>(T found, T? item) where T : class => new(ReferenceEquals(found, item));
                public int Calls => _calls;
            }
            internal static class Use
            {
                public static async Task<string> Of(MethodCache cache)
                {
                    var it = new Catalog<int>(cache);
                    return $"{it.Get(1, "a")!.Items.Count}{it.Get(1, "a")!.Items.Count}{it.Get(1, "a")!.Items.Count}{it.Get(1, "a")!.Items.Count}{it.Calls} {it.Same(4)} {await it.Any("x")}{await it.Any("x")}";
                }
            }
            """,
            "await Use.Of(cache)", "00113 4 xx"),

        ["predicates with awkward names and overloads"] = One(
            """
                [Cached(IsMiss = "value", StoreWhen = nameof(@class), FailWhen = nameof(key), TtlFrom = nameof(Equals))] public partial string? GetAsync(string @event);
                private string? GetCoreAsync(string @event) => @event;
                private static bool value(string text) => text == "miss";
                private static bool @class(string text) => text != "unstored";
                private static bool key(string text) => false;
                private static TimeSpan? Equals(string text) => null;
                [Cached(StoreWhen = nameof(Get))] public partial object? Other(int self, int value, int ct, int args);
                private object? OtherCore(int self, int value, int ct, int args) => "x";
                private static bool Get(string text) => false;
                private static bool Get(object text) => true;
                private bool Get(object text, int more) => true;
                [Cached(ValidWhen = nameof(self))] public partial string Checked(string value, int args, int ct, bool self);
                private string CheckedCore(string value, int args, int ct, bool self) => value + args;
                private bool self(string text, string value, int ct, int args, bool self) => self;
                [Cached(ValidWhen = nameof(Item1))] public partial string Tuple(string Item1, int Rest);
                private string TupleCore(string Item1, int Rest) => Item1;
                private static bool Item1(string text, int Rest, string Item1) => text == Item1;
            """,
            "$\"{it.GetAsync(\"a\")}{it.GetAsync(\"miss\")}{it.GetAsync(\"unstored\")}{it.Other(1, 2, 3, 4)}{it.Other(1, 2, 3, 4)}{it.Checked(\"v\", 1, 2, true)}{it.Tuple(\"t\", 1)}{it.Tuple(\"t\", 1)} {cache.GetStatistics().Hits}\"",
            "amissunstoredxxv1tt 2"),

        ["predicates in structs, static methods and a file that says nothing of null"] = Types(
            """
            #nullable disable
            internal readonly partial struct Prices(MethodCache cache)
            {
                [Cached(IsMiss = nameof(IsEmpty), ValidWhen = nameof(IsRight))] public partial Task<string> GetAsync(string id);
                private Task<string> GetCoreAsync(string id) => Task.FromResult(id.Length == 0 ? null : id);
                private static bool IsEmpty(string price) => price.Length == 0;
                private readonly bool IsRight(string price, string id) => price == id;
                [Cached(FailWhen = nameof(IsEmpty), ValidWhen = nameof(IsLong))] public static partial ValueTask<string> StaticAsync(string id, MethodCache own);
                private static ValueTask<string> StaticCoreAsync(string id, MethodCache own) => new(id);
                private static Task<bool> IsLong(string price) => Task.FromResult(price.Length > 0);
            }
            """,
            "$\"{await new Prices(cache).GetAsync(\"\")}{await new Prices(cache).GetAsync(\"a\")}{await new Prices(cache).GetAsync(\"a\")}{await Prices.StaticAsync(\"b\", cache)}{await Prices.StaticAsync(\"b\", cache)}\"",
            "aabb"),

        ["stale values by exceptions of every kind"] = Types(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                private sealed class Gone<T> : Exception;
                [Cached(NeverServeStaleOn = new[] { typeof(Gone<int>), typeof(System.IO.IOException) }, ServeStaleOn = new System.Type[0])] public partial int Get(int id);
                private int GetCore(int id) => id < 0 ? throw new Gone<int>() : id;
                [Cached(ServeStaleOn = new Type[] { typeof(Exception) }, NeverServeStaleOn = null)] public partial int Other(int id);
                private int OtherCore(int id) => id;
            }
            """,
            "$\"{new Catalog(cache).Get(1)}{new Catalog(cache).Other(2)}\"", "12"),
    };
}
