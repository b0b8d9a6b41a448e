namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_golden = new()
    {
        ["primary constructor"] = new(
            """
            #pragma warning disable CS1591
            namespace Shop
            {
                public sealed partial class Catalog(MethodCache cache)
                {
                    public int Calls { get; private set; }

                    /// <summary>The user's own words.</summary>
                    [Cached(Key = "item:{id}", Ttl = "24h", MissTtl = "5m", FailSafe = "7d")]
                    public partial Task<string?> GetAsync(int id, CancellationToken ct = default);

                    private Task<string?> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult<string?>($"{id}/{++Calls}");
                }
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    var catalog = new Shop.Catalog(cache);
                    return $"{await catalog.GetAsync(1)} {await catalog.GetAsync(1)} {await catalog.GetAsync(2)} {Shop.Catalog.Cache.Get(cache, 1).Key}";
                }
            }
            """,
            "1/1 1/1 2/2 Shop.Catalog:item:1"),

        ["field that a parameter initialises"] = new(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                private readonly MethodCache _cache = cache;
                private int _calls;

                [Cached] internal partial ValueTask<int> GetAsync(string name);
                private ValueTask<int> GetCoreAsync(string name) => new(++_calls);
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var catalog = new Catalog(MethodCache.CreateInProcess());
                    return $"{await catalog.GetAsync("a")}{await catalog.GetAsync("a")}{await catalog.GetAsync("b")}";
                }
            }
            """,
            "112"),

        ["property, inherited cache and overrides"] = new(
            """
            internal abstract partial class Repository
            {
                protected Repository(MethodCache cache) => Methods = cache;
                protected MethodCache Methods { get; }
                [Cached(Source = nameof(LoadAsync))] public virtual partial Task<string> GetAsync(int id);
                protected abstract Task<string> LoadAsync(int id);
            }

            internal partial class Users : Repository
            {
                public Users(MethodCache cache) : base(cache) { }
                [Cached(Source = nameof(LoadAsync))] public sealed override partial Task<string> GetAsync(int id);
                [Cached] protected internal virtual partial string Name(int id);
                private string NameCore(int id) => $"name {id}";
                protected override Task<string> LoadAsync(int id) => Task.FromResult($"user {id}");
            }

            internal sealed partial class Admins : Users
            {
                public Admins(MethodCache cache) : base(cache) { }
                [Cached] public new partial string Name(int id);
                private string NameCore(int id) => $"admin {id}";
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    Repository users = new Users(cache);
                    return $"{await users.GetAsync(1)}, {new Users(cache).Name(2)}, {new Admins(cache).Name(2)}, {Users.Cache.Get(cache, 1).Peek(out _)} {Repository.Cache.Get(cache, 1).Peek(out _)}";
                }
            }
            """,
            "user 1, name 2, admin 2, True False"),

        ["keywords and awkward names"] = new(
            """
            namespace @class.@event
            {
                internal sealed partial class @string(MethodCache cache)
                {
                    [Cached] public partial Task<int> @void(int @int, string table, string key, int value, int self, int args, int ct, int Item1, CancellationToken @default);
                    private static Task<int> voidCore(int @int, string table, string key, int value, int self, int args, int ct, int Item1) => Task.FromResult(@int + table.Length + key.Length + value + self + args + ct + Item1);
                    [Cached] public partial int One(int self);
                    private int OneCore(int self) => self;
                    [Cached] public partial ValueTask<int> Two(string ct);
                    private ValueTask<int> TwoCore(string ct, CancellationToken token) => new(ct.Length);
                    [Cached] public partial int Cached(int cache_, int type, int record, int field);
                    private int CachedCore(int cache_, int type, int record, int field) => cache_ + type + record + field;
                }
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var it = new @class.@event.@string(MethodCache.CreateInProcess());
                    return $"{await it.@void(1, "a", "b", 1, 1, 1, 1, 1, default)} {it.One(5)} {await it.Two("xy")} {it.Cached(1, 2, 3, 4)}";
                }
            }
            """,
            "8 5 2 10"),

        ["generic methods with every constraint"] = new(
            """
            internal interface IThing { string Name { get; } }
            internal sealed class Thing : IThing { public string Name => "thing"; }

            internal sealed partial class Store<TOwner>(MethodCache cache) where TOwner : class, new()
            {
                [Cached] public partial Task<string> A<T>(int id) where T : class, IThing, new();
                private Task<string> ACore<T>(int id) where T : class, IThing, new() => Task.FromResult(typeof(T).Name + id);
                [Cached] public partial Task<string> B<T>(int id) where T : struct;
                private Task<string> BCore<T>(int id) where T : struct => Task.FromResult(typeof(T).Name + id);
                [Cached] public partial Task<string> C<T>(int id) where T : unmanaged;
                private Task<string> CCore<T>(int id) where T : unmanaged => Task.FromResult(typeof(T).Name + id);
                [Cached] public partial Task<string> D<T>(int id) where T : notnull;
                private Task<string> DCore<T>(int id) where T : notnull => Task.FromResult(typeof(T).Name + id);
                [Cached] public partial Task<T?> E<T, TBase>(int id) where T : class?, TBase where TBase : class?;
                private Task<T?> ECore<T, TBase>(int id) where T : class?, TBase where TBase : class? => Task.FromResult<T?>(null);
                [Cached] public partial Task<T> F<T>([NotInKey] T value);
                private Task<T> FCore<T>(T value) => Task.FromResult(value);
                [Cached] public partial T G<T>(T id) where T : struct, Enum;
                private T GCore<T>(T id) where T : struct, Enum => id;
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var store = new Store<Thing>(MethodCache.CreateInProcess());
                    return $"{await store.A<Thing>(1)} {await store.B<int>(1)} {await store.B<long>(1)} {await store.C<Guid>(1)} {await store.D<string>(1)} {await store.E<string, object>(1)} {await store.F(7)} {await store.F("x")} {store.G(DayOfWeek.Friday)}";
                }
            }
            """,
            "Thing1 Int321 Int641 Guid1 String1  7 x Friday"),

        ["structs, records and nesting"] = new(
            """
            public partial class Outer<T>
            {
                internal readonly partial record struct Inner(MethodCache Methods, int Seed)
                {
                    [Cached] internal readonly partial string Get(int id);
                    private readonly string GetCore(int id) => $"{typeof(T).Name} {Seed} {id}";

                    internal static partial class Deep
                    {
                        private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
                        [Cached] internal static partial int Twice(int value, in int factor);
                        private static int TwiceCore(int value, int factor) => value * factor;
                    }
                }
            }

            internal partial record Shop(string Name, MethodCache Cache)
            {
                [Cached] public partial Task<string> PriceAsync(string item);
                private Task<string> PriceCoreAsync(string item) => Task.FromResult($"{Name} {item}");
            }

            internal static partial class Extensions
            {
                private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
                [Cached] internal static partial string Slug(this string text);
                private static string SlugCore(string text) => text.ToLowerInvariant();
            }

            internal partial struct Point(MethodCache cache)
            {
                [Cached] public partial int Get(int x);
                private int GetCore(int x) => x + 1;
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    return $"{new Outer<string>.Inner(cache, 3).Get(4)}, {Outer<int>.Inner.Deep.Twice(2, 5)}, {await new Shop("Alpha", cache).PriceAsync("lp")}, {Shop.CacheEntries.Price(cache, "lp").Peek(out _)}, {new Point(cache).Get(1)}, {"Slug".Slug()}";
                }
            }
            """,
            "String 3 4, 10, Alpha lp, True, 2, slug"),

        ["overloads, handles and members called Methods"] = new(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                public string Methods { get; } = "mine";
                [Cached] public partial string Get(int id);
                [Cached] public partial string Get(string id);
                [Cached] public partial string Get(int id, CancellationToken ct);
                [Cached] public partial Task<string> GetAsync(int id);
                private string GetCore(int id) => $"int {id}";
                private string GetCore(string id) => $"string {id}";
                private Task<string> GetCoreAsync(int id) => Task.FromResult($"async {id}");
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var catalog = new Catalog(MethodCache.CreateInProcess());
                    return $"{catalog.Get(5)}, {catalog.Get("5")}, {catalog.Get(5, default)}, {await catalog.GetAsync(5)}, {catalog.Methods}";
                }
            }
            """,
            "int 5, string 5, int 5, async 5, mine"),

        ["nullable source differences"] = new(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached] public partial Task<string?> AAsync(int id);
                private Task<string> ACoreAsync(int id) => Task.FromResult("a");
                [Cached] public partial ValueTask<IReadOnlyList<string?>?> BAsync(int? id, string? text, (int Id, string? Name) pair);
                private ValueTask<IReadOnlyList<string?>> BCoreAsync(int? id, string? text, (int Id, string? Name) pair) => new(new[] { text, pair.Name });
                [Cached] public partial (int Count, string Name) C(DateTime? when, Guid[]? ids);
                private (int Count, string Name) CCore(DateTime? when, Guid[]? ids) => (ids?.Length ?? 0, when?.Kind.ToString() ?? "none");
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var catalog = new Catalog(MethodCache.CreateInProcess());
                    var c = catalog.C(null, null);
                    return $"{await catalog.AAsync(1)} {(await catalog.BAsync(null, null, (1, "n")))!.Count} {c.Count} {c.Name}";
                }
            }
            """,
            "a 2 0 none"),

        ["templates"] = new(
            """
            internal sealed record Address(string City, string? Street);
            internal sealed record User(int Id, Address? Address);

            [CachePrefix("t")]
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached(Key = "a:{user.Id}:{user.Address.City}:{date:yyyy-MM-dd}:{text|norm|hash}/{sort ?? added}", Version = 3, Tags = new[] { "user:{user.Id}/{sort ?? added}", "all" })]
                public partial Task<int> A(User user, DateTime date, string text, string? sort);
                private Task<int> ACore(User user, DateTime date, string text, string? sort) => Task.FromResult(1);
                [Cached(Key = "b:{{x}}:{ids|set}:{page ?? 1}:{day ?? Monday}\"\\")]
                public partial int B(IReadOnlyList<int> ids, int? page, DayOfWeek? day);
                private int BCore(IReadOnlyList<int> ids, int? page, DayOfWeek? day) => 1;
            }

            public static class Program
            {
                public static Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    return Task.FromResult(Catalog.Cache.A(cache, new User(1, null), new DateTime(2026, 1, 2), " A  b ", null).Key + " " + Catalog.Cache.B(cache, [3, 1, 3], null, null).Key);
                }
            }
            """,
            $"t:a:1:%null:2026-01-02:{CompilerServices.CacheKey.Hash("a b")}/added:v3 t:b:{{x}}:[1,3,]:1:Monday\"\\"),

        ["members called as generated ones"] = new(
            """
            internal sealed partial class Cache(MethodCache methods)
            {
                [Cached] public override sealed partial string ToString();
                private string ToStringCore() => "text";
                [Cached] public partial int Methods(int id);
                private int MethodsCore(int id) => id;
                [Cached] public partial int Get(int id);
                [Cached(Source = nameof(GenericCore))] public partial int Get<T>(int id);
                private int GetCore(int id) => id + 1;
                private int GenericCore<T>(int id) => id + 2;
            }

            public static class Program
            {
                public static Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    var it = new Cache(cache);
                    return Task.FromResult($"{it} {it.Methods(1)} {it.Get(1)} {it.Get<int>(1)} {Cache.CacheEntries.Get<int>(cache, 1).Peek(out _)}");
                }
            }
            """,
            "text 1 2 3 True"),

        ["open type arguments as values"] = new(
            """
            internal sealed partial class Box<T>(MethodCache cache, Func<int, T?> make)
            {
                [Cached(MissTtl = "1m")] public partial Task<T?> GetAsync(int id);
                private Task<T?> GetCoreAsync(int id) => Task.FromResult(make(id));
                [Cached] public partial T?[] Many(int id);
                private T?[] ManyCore(int id) => new[] { make(id) };
                [Cached] public partial ValueTask<Dictionary<string, List<T?>>> MapAsync();
                private async Task<Dictionary<string, List<T?>>> MapCoreAsync(CancellationToken ct) { await Task.Yield(); return new() { ["a"] = new() { make(0) } }; }
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    var text = new Box<string>(cache, id => id == 0 ? null : "s" + id);
                    var number = new Box<int>(cache, id => id);
                    return $"{await text.GetAsync(0)}{await text.GetAsync(1)} {await number.GetAsync(2)} {number.Many(3)[0]} {(await text.MapAsync())["a"].Count}";
                }
            }
            """,
            "s1 2 3 1"),

        ["partial type over several declarations"] = new(
            """
            namespace A.B
            {
                internal abstract partial class Base<TKey, TValue> where TKey : struct, Enum
                {
                    protected abstract MethodCache Store { get; }
                }

                internal sealed partial class Derived : Base<DayOfWeek, string>
                {
                    [Cached(Key = "{day}")] internal partial Task<string> NameAsync(DayOfWeek day, IProgress<int>? progress = null);
                }

                internal sealed partial class Derived
                {
                    private readonly MethodCache _own;
                    public Derived(MethodCache own) => _own = own;
                    protected override MethodCache Store => _own;
                    private Task<string> NameCoreAsync(DayOfWeek day, IProgress<int>? progress) { progress?.Report(1); return Task.FromResult($"{day}"); }
                }
            }

            public static class Program
            {
                public static async Task<string> Run() => await new A.B.Derived(MethodCache.CreateInProcess()).NameAsync(DayOfWeek.Friday);
            }
            """,
            "Friday"),

        ["obsolete and unsafe"] = new(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Obsolete("old")]
                [Cached] public unsafe partial int Old(int id);
                [Obsolete("old")]
                private int OldCore(int id) => id;
                [Cached] private partial int Hidden(Secret secret);
                private int HiddenCore(Secret secret) => secret.Value;
                public int Show() => Hidden(new Secret(9));
                private readonly record struct Secret(int Value);
            }

            public static class Program
            {
                public static Task<string> Run() => Task.FromResult($"{new Catalog(MethodCache.CreateInProcess()).Show()}");
            }
            """,
            "9"),

        ["FusionCache in place of a MethodCache"] = Types(
            $$"""
            {{FusionStubs}}
            internal sealed record Fusion(MethodCache Inner) : ZiggyCreatures.Caching.Fusion.IFusionCache;
            internal sealed partial class Catalog(ZiggyCreatures.Caching.Fusion.IFusionCache fusion)
            {
                [Cached] public partial string Get(int id);
                private string GetCore(int id) => $"{id}";
            }
            """,
            """$"{new Catalog(new Fusion(cache)).Get(1)} {Catalog.Cache.Get(cache, 1).Peek(out _)}" """,
            "1 True"),
    };
}
