using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>What methods take, return and say of themselves.</summary>
    private static readonly Dictionary<string, UserCase> s_signatures = new()
    {
        ["return shapes"] = One(
            """
                private int _calls;
                [Cached] public partial int A(int id);
                private int ACore(int id) => id + ++_calls;
                [Cached] public partial int? B(int id);
                private int? BCore(int id) => null;
                [Cached] public partial Task<int[]> CAsync(int id);
                private Task<int[]> CCoreAsync(int id) => Task.FromResult(new[] { id });
                [Cached] public partial ValueTask<(int Id, string? Name)> DAsync(int id);
                private ValueTask<(int Id, string? Name)> DCoreAsync(int id) => new((id, null));
                [Cached] public partial ValueTask<Dictionary<string, List<int?>>?> EAsync(int id);
                private Task<Dictionary<string, List<int?>>?> ECoreAsync(int id) => Task.FromResult<Dictionary<string, List<int?>>?>(null);
                [Cached] public partial Task<Task<int>> F(int id);
                private Task<Task<int>> FCore(int id) => Task.FromResult(Task.FromResult(id));
                [Cached] public partial Task<List<dynamic>> G(int id);
                private Task<List<dynamic>> GCore(int id) => Task.FromResult<List<dynamic>>([id]);
                [Cached] public partial object H(int id);
                private object HCore(int id) => id;
                [Cached] public partial int[,]? I(int id);
                private int[,] ICore(int id) => new int[id, id];
            """,
            """$"{it.A(1)} {it.A(1)} {it.B(1)} {(await it.CAsync(3))[0]} {(await it.DAsync(4)).Name} {(await it.EAsync(5))?.Count} {await await it.F(6)} {(await it.G(7))[0]} {it.H(8)} {it.I(3)!.Length}" """,
            "2 2  3   6 7 8 9"),

        ["modifiers"] = new(
            """
            internal abstract class Base
            {
                public virtual int A(int id) => -1;
                protected internal virtual int B(int id) => -1;
                public int C(int id) => -1;
            }

            internal unsafe partial class Catalog(MethodCache cache) : Base
            {
                [Cached] public sealed override partial int A(int id);
                private static int ACore(int id) => id;
                [Cached] protected internal override partial int B(int id);
                private static int BCore(int id) => id;
                [Cached] public new partial int C(int id);
                private static int CCore(int id) => id;
                [Cached] private protected virtual partial int D(int id);
                private static int DCore(int id) => id;
                [Cached] protected partial int E(int id);
                private static int ECore(int id) => id;
                [Cached] private partial int F(int id);
                private static int FCore(int id) => id;
                [Cached] public unsafe partial int G(int id, [NotInKey] nint p);
                private static int GCore(int id, nint p) => *(int*)p;
                [Cached] public static partial int H(MethodCache c, int id);
                private static int HCore(MethodCache c, int id) => id;
                [Cached] static internal unsafe partial int I(MethodCache c, int id);
                private static int ICore(MethodCache c, int id) => id;
                public string Show() { var x = 8; return $"{A(1)}{B(2)}{C(3)}{D(4)}{E(5)}{F(6)}{G(7, (nint)(&x))}{H(cache, 9)}{I(cache, 0)}"; }
            }

            public static class Program
            {
                public static Task<string> Run() => Task.FromResult(new Catalog(MethodCache.CreateInProcess()).Show());
            }
            """,
            "123456890"),

        ["parameters of every kind"] = Types(
            """
            internal readonly record struct Point(int X, int Y);
            internal static partial class Extensions
            {
                private static MethodCache Shared { get; } = MethodCache.CreateInProcess();
                [Cached] internal static partial int Sum(this in Point point, int more = 3);
                private static int SumCore(Point point, int more) => point.X + point.Y + more;
                [Cached] internal static partial string Join(this string first, params string[] others);
                private static string JoinCore(string first, string[] others) => string.Join('-', others.Prepend(first));
                [Cached] internal static partial int Default(int? a = null, string? b = "x", DayOfWeek c = DayOfWeek.Friday, CancellationToken d = default);
                private static int DefaultCore(in int? a, in string? b, in DayOfWeek c) => (a ?? 1) + (b?.Length ?? 0) + (int)c;
                [Cached] internal static partial int Caller([NotInKey, System.Runtime.CompilerServices.CallerLineNumber] int line = 0, in int by = 2);
                private static int CallerCore(int line, in int by) => by;
                [Cached] internal static partial string Tuple((int Id, (string? Name, Guid Tag) Inner) pair, ValueTuple<int> one);
                private static string TupleCore((int Id, (string? Name, Guid Tag) Inner) pair, ValueTuple<int> one) => $"{pair.Inner.Name}{one.Item1}";
                [Cached] internal static partial int Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j);
                private static int NineCore(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) => j;
            }
            """,
            """$"{new Point(1, 2).Sum()} {"a".Join("b", "c")} {"a".Join()} {Extensions.Default()} {Extensions.Caller()} {Extensions.Tuple((1, ("n", default)), new(7))} {Extensions.Nine(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}" """,
            "6 a-b-c a 7 2 n7 10"),

        ["cancellation tokens anywhere"] = One(
            """
                [Cached] public partial Task<int> AAsync(CancellationToken first, int id);
                private Task<int> ACoreAsync(int id, CancellationToken last) => Task.FromResult(id);
                [Cached] public partial Task<int> BAsync(int a, CancellationToken middle, int b);
                private Task<int> BCoreAsync(CancellationToken first, int a, int b) => Task.FromResult(a + b);
                [Cached] public partial Task<int> CAsync(int a, int b);
                private Task<int> CCoreAsync(int a, CancellationToken middle, int b) => Task.FromResult(a * b);
                [Cached] public partial Task<int> DAsync(CancellationToken only = default);
                private Task<int> DCoreAsync() => Task.FromResult(4);
                [Cached] public partial int E(CancellationToken only);
                private int ECore(CancellationToken only) => only.CanBeCanceled ? 5 : 6;
                [Cached] public partial ValueTask<int> FAsync();
                private ValueTask<int> FCoreAsync(CancellationToken only) => new(7);
            """,
            """$"{await it.AAsync(default, 1)} {await it.BAsync(1, default, 2)} {await it.CAsync(3, 4)} {await it.DAsync()} {await it.FAsync()}" """,
            "1 3 12 4 7"),

        ["holes through null, and literals for it"] = One(
            """
                [Cached(Key = "{when.Year}:{when?.Month:00}:{a ?? 1}:{b ?? -1}:{c ?? 5}:{d ?? 18446744073709551615}:{e ?? false}:{f ?? x\"y}:{pair.First.Length}")]
                public partial int Get(DateTime? when, byte? a, sbyte? b, uint? c, ulong? d, bool? e, string? f, (string? First, int Second)? pair);
                private int GetCore(DateTime? when, byte? a, sbyte? b, uint? c, ulong? d, bool? e, string? f, (string? First, int Second)? pair) => 1;
            """,
            """Catalog.Cache.Get(cache, null, null, null, null, null, null, null, null).Key + " " + Catalog.Cache.Get(cache, new DateTime(2026, 3, 4), 2, 2, 2, 2, true, "", ("abc", 1)).Key""",
            "Catalog:%null:%null:1:-1:5:18446744073709551615:false:x%22y:%null Catalog:2026:03:2:2:2:2:true::3"),

        ["params collections"] = One(
            """
                [Cached] public partial int Count(params IReadOnlyList<int> ids);
                private int CountCore(IReadOnlyList<int> ids) => ids.Count;
            """,
            """$"{it.Count(1, 2, 3)} {Catalog.Cache.Count(cache, 1, 2, 3).Peek(out _)}" """,
            "3 True",
            LanguageVersion.CSharp13),

        ["pointers stay out of the key"] = new(
            """
            internal unsafe partial class Catalog(MethodCache cache)
            {
                [Cached] public partial int Get(Handle handle);
                private int GetCore(Handle handle) => handle.Id;
            }
            internal unsafe struct Handle(int id) { public readonly int Id = id; [NotInKey] public int* Where = null; }
            public static class Program
            {
                public static Task<string> Run() => Task.FromResult($"{new Catalog(MethodCache.CreateInProcess()).Get(new Handle(3))}");
            }
            """,
            "3"),

        ["methods that say experimental, unreferenced code, platforms"] = One(
            """
                [System.Diagnostics.CodeAnalysis.Experimental("SHOP1"), System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("x"), System.Runtime.Versioning.SupportedOSPlatform("windows")]
                [Cached] public partial int Get(int id);
                [System.Diagnostics.CodeAnalysis.Experimental("SHOP2"), System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("x"), System.Runtime.Versioning.SupportedOSPlatform("windows")]
                private int GetCore(int id) => id;
            #pragma warning disable SHOP1
                public int Show() => Get(4);
            """,
            """$"{it.Show()}" """,
            "4"),
    };
}
