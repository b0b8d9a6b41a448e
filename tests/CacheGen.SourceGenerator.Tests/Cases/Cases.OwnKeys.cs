namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>What happened, as text: the value, or the exception and what it is about.</summary>
    private const string Caught = """
        internal static class Caught
        {
            public static string By(Func<object?> run)
            {
                try { return $"{run()}"; }
                catch (ArgumentException exception) { return $"{exception.GetType().Name}:{exception.ParamName}"; }
                catch (Exception exception) { return exception.Message; }
            }
        }
        """;

    private static readonly Dictionary<string, UserCase> s_goldenOwnKeys = new()
    {
        ["keys of one's own"] = Types(
            """
            internal static class Text
            {
                public static string Fold(string text) => text.Replace('é', 'e');
            }

            internal sealed class Listener
            {
                [CacheKeyPart] public int Id { get; init; }
                [CacheKeyPart] internal string? Country;
                public object? Session { get; set; }
            }

            [CachePrefix("music"), CacheDefaults(Ttl = "1h", FailSafe = "7d", Jitter = "5m")]
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached(Key = "artist:{name|norm|Slug}", Tags = new[] { "artist:{name|norm|Slug}" }, Jitter = null)]
                public partial string Artist(string name);
                private string ArtistCore(string name) => name;

                [Cached(KeyFrom = nameof(PageOf), Ttl = "10m")]
                public partial string Page(string query, int offset, IProgress<int>? progress);
                private string PageCore(string query, int offset, IProgress<int>? progress) => query;

                [Cached(Key = "mix:{listener}:{mood?|Shade ?? any}", FailSafe = null)]
                public partial string Mix(Listener listener, int? mood);
                private string MixCore(Listener listener, int? mood) => "mix";

                private static string Slug(string text) => Text.Fold(text).Replace(' ', '-');
                private static (string Kind, int Number) PageOf(int offset, string query) => ("page of " + query, offset / 20);
                private static string? Shade(int? mood) => mood is null ? null : mood < 0 ? "dark" : "bright";
            }
            """,
            """
            string.Join(' ', Catalog.Cache.Artist(cache, "  Café  Tacvba").Key, Catalog.Cache.Page(cache, "a", 45).Key,
                Catalog.Cache.Mix(cache, new Listener { Id = 1, Session = cache }, -3).Key, Catalog.Cache.Mix(cache, new Listener { Id = 1, Country = "DE" }, null).Key,
                new Catalog(cache).Page("a", 41, null) + new Catalog(cache).Page("a", 59, null) + cache.GetStatistics().Hits)
            """,
            "music:artist:cafe-tacvba music:(page%20of%20a,2) music:mix:(1,%null):dark music:mix:(1,DE):any aa1"),
    };

    private static readonly Dictionary<string, UserCase> s_transforms = new()
    {
        ["own transforms of every place and type"] = Types(
            """
            internal class Base<T> { protected static string FromBase(T value) => "base" + value; }
            internal static partial class Outer
            {
                private static string FromOuter(object? value) => "outer" + value;
                private static string Hidden(string value) => "hidden";
                internal sealed partial class Catalog(MethodCache cache) : Base<int>
                {
                    private static int Half(long number) => (int)(number / 2);
                    private static string Text(in DateTime day) => day.Year.ToString();
                    private static (int, string?) Pair(int number) => (number, null);
                    private static DateTime? Day(int number) => number == 0 ? null : new DateTime(number, 1, 1);
                    private static DayOfWeek Week(DateTime? day) => day?.DayOfWeek ?? DayOfWeek.Monday;
                    private static string[] Words(string text) => text.Split(' ');
                    private static string Over(string text) => "s" + text;
                    private static string Over(int number) => "i" + number;
                    private static string Over(int number, string text) => "?";
                    private static string Default(string? text, int length = 3) => "?";
                    private static string Default(string? text) => text ?? "none";
                    private string Hidden(int value) => "member";

                    [Cached(Key = "{id|FromBase}:{id|FromOuter}:{id|Half}:{id|Pair}:{id|Day|Week}:{id|Pair|hash}")] public partial int Ints(int id);
                    private int IntsCore(int id) => id;
                    [Cached(Key = "{day|Text}:{day:yyyy|Over}:{day|Week}:{text|Words}:{text|Words|set}:{text|lower|Over|upper}:{id|Over}")] public partial int More(DateTime day, string text, int id);
                    private int MoreCore(DateTime day, string text, int id) => id;
                    [Cached(Key = "{text|Default}:{id|Day}:{text|hash|FromOuter}")] public partial int Nullable(string? text, int id);
                    private int NullableCore(string? text, int id) => id;
                    [Cached(Key = "{text|Hidden}:{text|FromOuter|Over}")] public partial int Far(string text);
                    private int FarCore(string text) => 1;
                }
            }
            """,
            """
            string.Join(' ', Outer.Catalog.Cache.Ints(cache, 5).Key[14..], Outer.Catalog.Cache.More(cache, new DateTime(2026, 1, 2), "b a b", 7).Key[14..],
                Outer.Catalog.Cache.Nullable(cache, null, 0).Key[14..], Outer.Catalog.Cache.Far(cache, "x").Key[14..])
            """,
            "base5:outer5:2:(5,%null):Saturday:" + CompilerServices.CacheKey.Hash("(5,%null)")
                + " 2026:s2026:Friday:[b,a,b,]:[a,b,]:SB%20A%20B:i7 none:%null:outer hidden:souterx"),

        ["own transforms with the names of generated things"] = One(
            """
                private static string key(string text) => "k" + text;
                private static string table(string text) => "t" + text;
                private static string Slug(string text) => "s" + text;
                private static string @class(string text) => "c" + text;
                private static string Equals(string text) => "e" + text;
                private static string Cache2(string text) => "2" + text;
                [Cached(Key = "{slug|key|Slug|table}:{slug|@class}:{slug|Equals|Cache2}")] public partial int Get(string slug);
                private int GetCore(string slug) => 1;
                [Cached(Key = "{Slug|Slug}")] public partial int Other(string Slug);
                private int OtherCore(string Slug) => 2;
                [Cached(Key = "{slug|Slug}:{@class|Slug}")] public partial Task<int> SlugAsync(string slug, string @class);
                private Task<int> SlugCoreAsync(string slug, string @class) => Task.FromResult(3);
            """,
            """$"{Catalog.Cache.Get(cache, "x").Key} {Catalog.Cache.Other(cache, "y").Key} {Catalog.Cache.Slug(cache, "a", "b").Key} {it.Get("x") + it.Other("x") + await it.SlugAsync("x", "y")}" """,
            "Catalog:tskx:cx:2ex Catalog:sy Catalog:sa:sb 6"),

        ["own transforms without a word about null"] = Types(
            """
            #nullable disable
            internal sealed partial class Catalog(MethodCache cache)
            {
                private static string Slug(string text) => text?.Trim();
                [Cached(Key = "{text|Slug}")] public partial string Get(string text);
                private string GetCore(string text) => text;
                [Cached(KeyFrom = nameof(KeyOf))] public partial string From(string text);
                private string FromCore(string text) => text;
                private static string KeyOf(string text) => text;
            }
            """,
            """$"{Catalog.Cache.Get(cache, " a ").Key} {Catalog.Cache.Get(cache, null!).Key} {Catalog.Cache.From(cache, null!).Key}" """,
            "Catalog:a Catalog:%null Catalog:%null"),

        ["own transforms of generic types and static methods"] = Types(
            """
            internal sealed partial class Catalog<T>(MethodCache cache) where T : struct, IFormattable
            {
                private static string Slug(T value) => "slug" + value;
                [Cached(Key = "{id|Slug}", Tags = new[] { "{id|Slug}" })] public partial string Get(T id);
                private string GetCore(T id) => "";
                [Cached(Key = "{id|Slug}")] public static partial string Static<U>(T id, MethodCache own);
                private static string StaticCore<U>(T id, MethodCache own) => "";
            }
            """,
            """$"{Catalog<int>.Cache.Get(cache, 5).Key} {Catalog<int>.Cache.Static<string>(cache, 5).Key}" """,
            "Catalog<System.Int32>:slug5 Catalog<System.Int32;System.String>:slug5"),
    };

    private static readonly Dictionary<string, UserCase> s_keyFrom = new()
    {
        ["KeyFrom of every type"] = One(
            """
                internal sealed record Range(int From, string? To);
                [Cached(KeyFrom = nameof(Text), Version = 2)] public partial int A(int id, string name, CancellationToken ct = default);
                private int ACore(int id, string name) => id;
                [Cached(KeyFrom = nameof(Number))] public partial Task<int> BAsync(int id, [NotInKey] object trace);
                private Task<int> BCoreAsync(int id, object trace) => Task.FromResult(id);
                [Cached(KeyFrom = nameof(Whole))] public partial ValueTask<int> C(int from, string? to);
                private ValueTask<int> CCore(int from, string? to) => new(from);
                [Cached(KeyFrom = nameof(Optional), Tags = new[] { "all" })] public partial int D(int? id);
                private int DCore(int? id) => 1;
                [Cached(KeyFrom = nameof(Nothing))] public partial int E(int id);
                private int ECore(int id) => id;
                [Cached(KeyFrom = nameof(Many))] public partial int F(int[] ids);
                private int FCore(int[] ids) => ids.Length;
                [Cached(KeyFrom = nameof(Day))] public static partial int G(DateTime at, MethodCache own);
                private static int GCore(DateTime at, MethodCache own) => 1;
                private static string Text(object name) => "/" + name;
                private static long Number(long id) => id * 2;
                private static Range Whole(string? to, int from) => new(from, to);
                private static Range? Optional(int? id) => id is { } known ? new(known, "x") : null;
                private static string Nothing() => "nothing";
                private static IReadOnlyList<int> Many(IEnumerable<int> ids) => ids.Order().ToArray();
                private static DateTime Day(DateTime at) => at.Date;
            """,
            """
            string.Join(' ', Catalog.Cache.A(cache, "a:b").Key, Catalog.Cache.B(cache, 5).Key, Catalog.Cache.C(cache, 1, null).Key, Catalog.Cache.D(cache, null).Key,
                Catalog.Cache.D(cache, 1).Key, Catalog.Cache.E(cache).Key, Catalog.Cache.F(cache, [3, 1]).Key, Catalog.Cache.G(cache, new DateTime(2026, 1, 2, 3, 4, 5)).Key,
                it.A(1, "x") + it.A(2, "x") + await it.BAsync(4, cache) + await it.C(2, "y") + it.E(1) + it.E(2) + it.F([1, 2]) + it.F([2, 1]) + Catalog.G(default, cache))
            """,
            "Catalog:%2Fa%3Ab:v2 Catalog:10 Catalog:(1,%null) Catalog:%null Catalog:(1,x) Catalog:nothing Catalog:[1,3,] Catalog:20260102T000000 15"),

        ["KeyFrom with awkward names"] = One(
            """
                [Cached(KeyFrom = nameof(@string))] public partial int Get(int @class, int key, int value);
                private int GetCore(int @class, int key, int value) => 1;
                private static (int, int, int, int, int, int, int, int) @string(int value, int @class, int key) => (@class, key, value, 4, 5, 6, 7, 8);
                [Cached(KeyFrom = nameof(KeyOf))] public partial int KeyOfAsync(int KeyOf);
                private int KeyOfCoreAsync(int KeyOf) => 1;
                private static string KeyOf(int KeyOf) => "" + KeyOf;
            """,
            """$"{Catalog.Cache.Get(cache, 1, 2, 3).Key} {it.Get(1, 2, 3)} {Catalog.Cache.KeyOf(cache, 5).Key} {it.KeyOfAsync(5)}" """,
            "Catalog:(1,2,3,4,5,6,7,8) 1 Catalog:5 1"),
    };

    private static readonly Dictionary<string, UserCase> s_keyParts = new()
    {
        ["marked members of classes, records and structs"] = Types(
            $$"""
            {{Caught}}
            public class Person { [CacheKeyPart] public virtual int Id { get; init; } public object Other => this; [NotInKey] public int Ignored; }
            public sealed class Employee : Person { [CacheKeyPart] public override int Id { get; init; } [CacheKeyPart] public string? Job { get; init; } }
            public sealed record Search(string Text, [property: CacheKeyPart] int Page) { private readonly int _hidden = 1; public int Hidden => _hidden; }
            public struct Money : IFormattable { [CacheKeyPart] internal decimal Amount; public string Currency { get; set; } public string ToString(string? format, IFormatProvider? provider) => "money"; }
            public sealed partial class Catalog(MethodCache cache)
            {
                [Cached] public partial int Get(Employee employee, Search? search, Money money, List<Person?> people);
                private int GetCore(Employee employee, Search? search, Money money, List<Person?> people) => 1;
                [Cached(Key = "{person}:{person.Id}", Tags = new[] { "{person}" })] public partial int Named(Person person);
                private int NamedCore(Person person) => 2;
            }
            """,
            """
            Catalog.Cache.Get(cache, new Employee { Id = 1, Job = "a,b" }, new("x", 2), new Money { Amount = 1.50m, Currency = "EUR" }, [new Person { Id = 7 }, null]).Key
                + " " + Catalog.Cache.Named(cache, new Person { Id = 9 }).Key + " " + Caught.By(() => Catalog.Cache.Named(cache, new Employee { Id = 9 }))
                + " " + Caught.By(() => Catalog.Cache.Named(cache, null!))
            """,
            "Catalog:Get:(1,a%2Cb):(2):(1.5):[(7),%null,] Catalog:(9):9 ArgumentException:person ArgumentNullException:person"),
    };

    private static readonly Dictionary<string, UserCase> s_defaults = new()
    {
        ["defaults of the type, the types around it and the assembly"] = Types(
            $$"""
            [assembly: CacheDefaults(Ttl = "1h", FailSafe = "1d", MissTtl = "1m", MissFailSafe = "9d", SoftTimeout = "1s")]
            [assembly: CachePrefix("app")]
            {{Caught}}
            [CacheDefaults(Ttl = "2h", FailSafe = "2d")]
            internal static partial class Outer
            {
                [CacheDefaults(Ttl = "3h", SoftTimeout = null), CachePrefix("inner")]
                internal abstract partial class Inner(MethodCache cache)
                {
                    protected MethodCache Cached => cache;
                    [Cached] public partial string? All(int id);
                    private string? AllCore(int id) => null;
                    [Cached(Ttl = "4h", FailSafe = null, MissTtl = null, MissFailSafe = null)] public partial string? None(int id);
                    private string? NoneCore(int id) => null;
                }
            }
            internal sealed partial class Derived(MethodCache cache) : Outer.Inner(cache)
            {
                [Cached] public partial string? Own(int id);
                private string? OwnCore(int id) => null;
            }
            internal sealed class Teller() : MethodCache(new CacheGenOptions())
            {
                public override void Remove(string key) { }
                public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => default;
                public override void RemoveByTag(string tag) { }
                public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => default;
                public override void Clear() { }
                public override ValueTask ClearAsync(CancellationToken cancellationToken = default) => default;
                protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) =>
                    throw new InvalidOperationException($"{method.Policy.Ttl?.TotalHours} {method.Policy.FailSafe?.TotalDays} {method.Policy.MissTtl?.TotalMinutes} {method.Policy.MissFailSafe?.TotalDays} {method.Policy.SoftTimeout?.TotalSeconds}");
            }
            internal sealed class Other(MethodCache cache) : Outer.Inner(cache);
            """,
            """
            string.Join(" / ", Caught.By(() => new Other(new Teller()).All(1)), Caught.By(() => new Other(new Teller()).None(1)), Caught.By(() => new Derived(new Teller()).Own(1)),
                Outer.Inner.Cache.All(cache, 1).Key, Derived.Cache.Own(cache, 1).Key)
            """,
            "3 2 1 9  / 4     / 1 1 1 9 1 / app:inner:All:1 / app:Derived:Own:1"),
    };
}
