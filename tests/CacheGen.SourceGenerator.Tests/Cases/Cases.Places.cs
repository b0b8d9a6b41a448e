namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>Where types may stand, and what may stand around them.</summary>
    private static readonly Dictionary<string, UserCase> s_places = new()
    {
        ["types around types"] = Types(
            """
            internal partial interface IShop<T>
            {
                public sealed partial class Catalog(MethodCache cache)
                {
                    [Cached] public partial string Get(int id);
                    private string GetCore(int id) => $"{typeof(T).Name}{id}";
                }
            }
            internal partial struct Outer
            {
                internal partial record Middle<T>
                {
                    internal static partial class Inner
                    {
                        private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
                        [Cached] internal static partial string Get(int id);
                        private static string GetCore(int id) => $"{typeof(T).Name}{id}";
                        private sealed partial class Private(MethodCache cache)
                        {
                            [Cached] internal partial string Get(int id);
                            private string GetCore(int id) => $"private{id}";
                        }
                        public static string Show() => new Private(s_cache).Get(1);
                    }
                }
            }
            """,
            """$"{new IShop<int>.Catalog(cache).Get(1)} {Outer.Middle<long>.Inner.Get(2)} {Outer.Middle<long>.Inner.Show()}" """,
            "Int321 Int642 private1"),

        ["types whose names differ in case alone"] = Types(
            """
            namespace Shop { internal sealed partial class Catalog(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "1"; } }
            namespace SHOP { internal sealed partial class Catalog(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "2"; } }
            internal static partial class Outer { internal sealed partial class Inner(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "3"; } }
            internal static partial class OUTER { internal sealed partial class Inner(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "4"; } }
            internal sealed partial class Catalog(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "5"; }
            internal sealed partial class CaTalog(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "6"; }
            internal sealed partial class CATALOG(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "7"; }
            internal sealed partial class Catalog<T>(MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => "8"; }
            """,
            """new Shop.Catalog(cache).Get(1) + new SHOP.Catalog(cache).Get(1) + new Outer.Inner(cache).Get(1) + new OUTER.Inner(cache).Get(1) + new Catalog(cache).Get(1) + new CaTalog(cache).Get(1) + new CATALOG(cache).Get(1) + new Catalog<int>(cache).Get(1)""",
            "12345678"),

        ["types in several parts"] = Types(
            """
            internal sealed partial class Catalog { private readonly MethodCache _cache; [Cached] public partial string A(int id); }
            internal sealed partial class Catalog { private string ACore(int id) => "a"; private string BCore(int id) => "b"; }
            sealed partial class Catalog { [Cached] public partial string B(int id); public Catalog(MethodCache cache) => _cache = cache; }
            """,
            """new Catalog(cache).A(1) + new Catalog(cache).B(1)""",
            "ab"),

        ["an assembly that is CLS-compliant"] = Types(
            """
            [assembly: CLSCompliant(true)]
            #pragma warning disable CS1591, CS3001, CS3002, CS3024
            namespace Shop
            {
                public sealed partial class Catalog
                {
                    private readonly MethodCache _cache;
                    public Catalog(MethodCache cache) => _cache = cache;
                    [Cached] public partial uint Get(uint id);
                    private uint GetCore(uint id) => id;
                    [Cached] public partial ulong Get<T>(sbyte id) where T : struct, IConvertible;
                    private ulong GetCore<T>(sbyte id) where T : struct, IConvertible => 2;
                }
            }
            """,
            """$"{new Shop.Catalog(cache).Get(1)} {new Shop.Catalog(cache).Get<int>(1)}" """,
            "1 2"),

        ["a public catalog with documentation"] = new(
            """
            namespace Shop
            {
            /// <summary>Documented.</summary>
            public partial class Catalog(MethodCache cache)
            {
                /// <summary>The user's own words.</summary>
                /// <param name="id">Whose.</param>
                /// <param name="ct">Ends the wait.</param>
                /// <returns>The answer.</returns>
                [Cached] public virtual partial Task<string> GetAsync(int id, CancellationToken ct = default);
                private Task<string> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult("a");

                /// <summary>An enum.</summary>
                protected enum Kind
                {
                    /// <summary>One.</summary>
                    One,
                }

                /// <summary>Of a protected type.</summary>
                [Cached] protected partial Task<string> OfKindAsync(Kind kind);
                private static Task<string> OfKindCoreAsync(Kind kind) => Task.FromResult($"{kind}");

                /// <summary>Of both kinds.</summary>
                [Cached] protected internal partial string Of(DayOfWeek day, Guid? id);
                private static string OfCore(DayOfWeek day, Guid? id) => $"{day}";
            }

            /// <summary>Says.</summary>
            public static class Program2
            {
                /// <summary>Says.</summary>
                public static Task<string> Run() => new Catalog(MethodCache.CreateInProcess()).GetAsync(1);
            }
            }

            public static class Program { public static Task<string> Run() => Shop.Program2.Run(); }
            """,
            "a"),

        ["a program of top-level parts"] = Types(
            """
            internal sealed partial class Catalog
            {
                private readonly MethodCache _cache = MethodCache.CreateInProcess();
                // Several attributes in one list, with its own name, aliased, spelt out.
                [System.Diagnostics.DebuggerStepThrough, Cached(Ttl = Times.Day, Key = "a" + Times.Tail), Obsolete("x")] public partial int A(int id);
                private int ACore(int id) => id;
                [global::CacheGen.CachedAttribute(Ttl = $"{Times.Hours}h")] public partial int B(int id);
                private int BCore(int id) => id;
                [method: CacheGen.Cached(Key = @"c:{id}")] public partial int C(int id);
                private int CCore(int id) => id;
                [Cached(Key = "d:{id}", Ttl = null, Version = -1)] public partial int D(int id);
                private int DCore(int id) => id;
            }
            internal static class Times { public const string Day = "24h"; public const string Tail = ":{id}"; public const string Hours = "2"; }
            """,
            """$"{new Catalog().B(1)} {Catalog.Cache.A(cache, 1).Key} {Catalog.Cache.C(cache, 1).Key} {Catalog.Cache.D(cache, 1).Key}" """,
            "1 Catalog:a:1 Catalog:c:1 Catalog:d:1:v-1"),
    };
}
