namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>Names that meet the generator's own, and words that mean something elsewhere.</summary>
    private static readonly Dictionary<string, UserCase> s_naming = new()
    {
        ["parameters called as what is generated"] = One(
            """
                [Cached] public partial int A(int Methods);
                private int ACore(int Methods) => Methods;
                [Cached] public partial int B(int Cache, string Methods);
                private int BCore(int Cache, string Methods) => Cache;
                [Cached] public partial Task<int> CAsync(int table, int key, int value, CancellationToken self);
                private Task<int> CCoreAsync(int table, int key, int value, CancellationToken self) => Task.FromResult(table + key + value);
                [Cached] public partial int D(string key);
                private int DCore(string key) => key.Length;
                [Cached] public partial int E(string? value);
                private int ECore(string? value, CancellationToken args) => value?.Length ?? 0;
                [Cached] public partial ValueTask<int> F(int args, CancellationToken table);
                private ValueTask<int> FCore(int args) => new(args);
                [Cached] public partial int G(int _);
                private int GCore(int _) => _;
                [Cached] public partial int H(int _, int self, int args, CancellationToken ct);
                private int HCore(int _, int self, int args, CancellationToken ct) => _ + self + args;
                [Cached] public partial int I(int Item2, int Item1, int Rest, int ToString, int x);
                private int ICore(int Item2, int Item1, int Rest, int ToString, int x) => Item2;
                [Cached] public partial int J(int Equals, int GetHashCode, int JKey, int Deconstruct, int PrintMembers, int MemberwiseClone);
                private int JCore(int Equals, int GetHashCode, int JKey, int Deconstruct, int PrintMembers, int MemberwiseClone) => Equals;
                [Cached] public partial int K(int id, int Id, int ID);
                private int KCore(int id, int Id, int ID) => id * 100 + Id * 10 + ID;
            """,
            """$"{it.A(1)} {it.B(2, "")} {await it.CAsync(1, 1, 1, default)} {it.D("four")} {it.E("fives")} {await it.F(6, default)} {it.G(7)} {it.H(1, 2, 5, default)} {it.I(9, 0, 0, 0, 0)} {it.J(10, 0, 0, 0, 0, 0)} {it.K(1, 2, 3)}" """,
            "1 2 3 4 5 6 7 8 9 10 123"),

        ["contextual keywords"] = One(
            """
                [Cached] public partial Task<int> async(int async);
                private Task<int> asyncCore(int async) => Task.FromResult(async);
                [Cached] public partial int await(int from);
                private int awaitCore(int from) => from;
                [Cached] public partial int var(string? from, string? select, string? let, string? when, string? where, string? nameof, string? value, string? get, string? set, string? init, string? global, string? with, string? and, string? or, string? not, string? async, string? await, string? yield, string? dynamic, string? extension, string? allows, string? managed, string? on, string? by, string? into);
                private int varCore(string? from, string? select, string? let, string? when, string? where, string? nameof, string? value, string? get, string? set, string? init, string? global, string? with, string? and, string? or, string? not, string? async, string? await, string? yield, string? dynamic, string? extension, string? allows, string? managed, string? on, string? by, string? into) => 25;
                [Cached(Key = "{from ?? a}:{async|lower}:{global.Length}:{@checked}")] public partial int from(string? from, string async, string global, bool @checked);
                private int fromCore(string? from, string async, string global, bool @checked) => 3;
                [Cached] public partial int @default(in int @in, params int[] @params);
                private int defaultCore(int @in, int[] @params) => @in + @params.Length;
                [Cached] public partial int record(int when);
                private int recordCore(int when) => when;
            """,
            """$"{await it.async(1)} {it.await(2)} {it.from(null, "A", "g", true)} {it.@default(4)} {Catalog.Cache.from(cache, null, "A", "g", true).Key} {it.record(6)}" """,
            "1 2 3 4 Catalog:a:a:1:true 6"),

        ["type parameters called as what is generated"] = One(
            """
                [Cached] public partial string A<Methods>(int id);
                private string ACore<Methods>(int id) => typeof(Methods).Name + id;
                [Cached] public partial string B<Method>(int id);
                private string BCore<Method>(int id) => typeof(Method).Name + id;
                [Cached] public partial string C<@class>(int id) where @class : notnull;
                private string CCore<@class>(int id) where @class : notnull => typeof(@class).Name + id;
                [Cached] public partial string D<Table, Key, Value, Self, Cache>(int id, string other);
                private string DCore<Table, Key, Value, Self, Cache>(int id, string other) => typeof(Table).Name + id;
                [Cached] public partial string E<E_>(int id);
                private string ECore<E_>(int id) => typeof(E_).Name + id;
            """,
            """$"{it.A<int>(1)} {it.B<int>(2)} {it.C<int>(3)} {it.D<int, int, int, int, int>(4, "")} {it.E<int>(5)}" """,
            "Int321 Int322 Int323 Int324 Int325"),

        ["methods called as what is generated"] = Types(
            """
            internal sealed partial class A(MethodCache cache)
            {
                [Cached] public partial Task<int> CacheAsync(int id);
                private Task<int> CacheCoreAsync(int id) => Task.FromResult(id);
                [Cached] public partial int Methods(int id);
                private int MethodsCore(int id) => id;
                [Cached] public partial int CachedMethods(int id);
                private int CachedMethodsCore(int id) => id;
            }
            internal sealed partial class B(MethodCache cache)
            {
                [Cached] public partial int Cache(int id);
                private int CacheCore(int id) => id;
                [Cached] public partial Task<int> CacheEntriesAsync(int id);
                private Task<int> CacheEntriesCoreAsync(int id) => Task.FromResult(id);
                [Cached] public partial int Get(int id, int other);
                private int GetCore(int id, int other) => id;
                [Cached] public partial int GetKey(int id, int other);
                private int GetKeyCore(int id, int other) => other;
                [Cached] public partial int Async(int id);
                private int AsyncCore(int id) => id;
                [Cached] public partial Task<int> ifAsync(int id);
                private Task<int> ifCoreAsync(int id) => Task.FromResult(id);
            }
            internal sealed partial class C(MethodCache cache)
            {
                [Cached] public override partial string ToString();
                private string ToStringCore() => "text";
                [Cached] public override partial int GetHashCode();
                private int GetHashCodeCore() => 5;
                [Cached] public partial bool Equals(string? other);
                private bool EqualsCore(string? other) => true;
                [Cached] public partial string GetType(int id);
                private string GetTypeCore(int id) => "type";
                [Cached] public partial string Finalize(int id);
                private string FinalizeCore(int id) => "end";
                [Cached] public partial string TryGet(int TryGetTask);
                private string TryGetCore(int TryGetTask) => "tried";
            }
            """,
            """$"{await new A(cache).CacheAsync(1)} {new A(cache).Methods(2)} {new A(cache).CachedMethods(3)} {new B(cache).Cache(4)} {await new B(cache).CacheEntriesAsync(5)} {new B(cache).Get(6, 0)} {new B(cache).GetKey(0, 7)} {await new B(cache).ifAsync(8)} {new C(cache)} {new C(cache).GetHashCode()} {new C(cache).Equals("")} {new C(cache).GetType(1)} {new C(cache).TryGet(1)}" """,
            "1 2 3 4 5 6 7 8 text 5 True type tried"),

        ["handles that only names in types would tell apart"] = One(
            """
                [Cached] public partial int Get((int A, int B) pair);
                private int GetCore((int A, int B) pair) => pair.A;
                [Cached] public partial Task<int> GetAsync((int X, int Y) pair);
                private Task<int> GetCoreAsync((int X, int Y) pair) => Task.FromResult(pair.Y);
                [Cached] public partial int Find(List<string?> names);
                private int FindCore(List<string?> names) => 3;
                [Cached] public partial Task<int> FindAsync(List<string> names);
                private Task<int> FindCoreAsync(List<string> names) => Task.FromResult(4);
                [Cached] public partial int Of<T>(T id) where T : struct, Enum;
                private int OfCore<T>(T id) where T : struct, Enum => 5;
                [Cached] public partial Task<int> OfAsync<U>(U id) where U : struct, Enum;
                private Task<int> OfCoreAsync<U>(U id) where U : struct, Enum => Task.FromResult(6);
                [Cached] public partial int Id(A.Item item);
                private int IdCore(A.Item item) => item.Id;
                [Cached] public partial int Id(B.Item item);
                private int IdCore(B.Item item) => item.Id;
                internal static class A { internal readonly record struct Item(int Id); }
                internal static class B { internal readonly record struct Item(int Id); }
            """,
            """$"{it.Get((1, 0))} {await it.GetAsync((0, 2))} {it.Find([])} {await it.FindAsync([])} {it.Of(DayOfWeek.Friday)} {await it.OfAsync(DayOfWeek.Friday)} {it.Id(new Catalog.A.Item(7))} {it.Id(new Catalog.B.Item(8))} {cache.GetStatistics().Methods.Select(method => method.Method).Distinct().Count()}" """,
            "1 2 3 4 5 6 7 8 8"),

        ["a parameter that hides the static source"] = One(
            """
                [Cached(Source = "load")] public partial int A(int load);
                private static int load(int id) => id;
                [Cached(Source = "find")] public partial int B(int a, int find);
                private static int find(int a, int b) => a + b;
            """,
            """$"{it.A(1)} {it.B(1, 1)}" """,
            "1 2"),

        ["namespaces and types called as what the code names"] = new(
            """
            namespace Shop.System.CacheGen.Threading
            {
                internal static class Task { }
                internal static class TimeSpan { }
                internal static class ArgumentNullException { }
                internal sealed partial class MethodCache2(global::CacheGen.MethodCache cache)
                {
                    private static int System => 0;
                    private static int CacheGen => 0;
                    [Cached(Ttl = "1h")] public partial global::System.Threading.Tasks.Task<string> Get(string id, string other);
                    private global::System.Threading.Tasks.Task<string> GetCore(string id, string other) => global::System.Threading.Tasks.Task.FromResult($"{id}{System}{CacheGen}");
                }
                internal static class Task<T> { }
            }
            namespace @namespace.record.await.global
            {
                internal sealed partial class @in<@out>(MethodCache cache)
                {
                    internal sealed partial record @ref(MethodCache cache)
                    {
                        [Cached] public partial int Get([NotInKey] @ref? other, int id);
                        private int GetCore(@ref? other, int id) => id;
                    }
                    [Cached] public partial int Get(int id);
                    private int GetCore(int id) => id;
                }
            }
            public static class Program
            {
                public static Task<string> Run() => Task.FromResult("");
            }
            """,
            ""),

        ["names that are not ASCII"] = new(
            """
            namespace Büro.カタログ
            {
                internal sealed partial class Größe(MethodCache speicher)
                {
                    [Cached(Key = "größe:{maß.Länge}:{straße|norm}")] public partial Task<int> MißAsync(Maß maß, string straße, string ünder_‿x);
                    private Task<int> MißCoreAsync(Maß maß, string straße, string ünder_‿x) => Task.FromResult(maß.Länge);
                }
                internal sealed record Maß(int Länge);
                internal sealed partial class A‿B(MethodCache c)
                {
                    [Cached] public partial int Ä(int ä);
                    private int ÄCore(int ä) => ä;
                }
            }
            public static class Program
            {
                public static async Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    return $"{await new Büro.カタログ.Größe(cache).MißAsync(new(3), "A", "")} {Büro.カタログ.Größe.Cache.Miß(cache, new(3), " A").Key} {new Büro.カタログ.A‿B(cache).Ä(2)}";
                }
            }
            """,
            "3 Büro.カタログ.Größe:größe:3:a 2"),
    };
}
