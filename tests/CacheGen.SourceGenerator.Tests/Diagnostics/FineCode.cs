using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>What looks like a mistake and is none. A rule that cries wolf is switched off.</summary>
internal static partial class FineCode
{
    public static TheoryData<string> Members =>
    [
        "[Cached] public partial Task<int> GetAsync(int id, CancellationToken ct = default); private async Task<int> GetCoreAsync(int id) { await Task.Yield(); return id; }",
        "[Cached] public partial Task<int> GetAsync(int id); private Task<int> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult(1);",
        "[Cached(Source = nameof(Load))] public partial Task<int> GetAsync(int id); private Task<int> Load(int id) => Task.FromResult(1); private Task<int> GetCoreAsync(int id) => Load(id);",
        "[Cached] public partial Task<int> GetAsync(int id); private Task<int> GetCoreAsync(int id) => Task.FromResult(1); private Task<int> GetCoreAsync(string id) => Task.FromResult(1);",
        "[Cached] public partial int Get(in int id); private int GetCore(int id) => 1;",
        "[Cached] public partial int Get(int id, IProgress<int> progress, System.Net.Http.HttpClient http); private int GetCore(int id, IProgress<int> progress, System.Net.Http.HttpClient http) => 1;",
        "[Cached] public partial int Get([NotInKey] object thing); private int GetCore(object thing) => 1;",
        "[Cached(Key = \"all\")] public partial int Get(object thing); private int GetCore(object thing) => 1;",
        "[Cached(Key = \"{{literal}}:{id}\")] public partial int Get(int id); private int GetCore(int id) => 1;",
        "[Cached(Key = \"{a}:{b} {c}/{d}\")] public partial int Get(int a, int b, int c, int d); private int GetCore(int a, int b, int c, int d) => 1;",
        "[Cached(Key = \"{day:D}:{when:HH:mm}:{id:N}\")] public partial int Get(DayOfWeek day, DateTime when, Guid id); private int GetCore(DayOfWeek day, DateTime when, Guid id) => 1;",
        "[Cached(Ttl = \"1.5h\", Jitter = \"1d2h3m4s5ms\", FailSafe = \"10675199.02:48:05\", SoftTimeout = \"1h 30m\")] public partial int Get(int id); private int GetCore(int id) => 1;",

        // CG4009 to CG4011: RateLimit, BackgroundScope and MaxEntries
        "[Cached(MaxEntries = 1)] public partial int Get(int id); private int GetCore(int id) => id;",
        "[CacheDefaults(MaxEntries = 5_000)] internal partial class A(MethodCache cache) { public object C => cache; [Cached(MaxEntries = int.MaxValue)] public partial int Get(int id); private int GetCore(int id) => id; }",
        "[Cached(RateLimit = \"a b\")] public partial int Get(int id); private int GetCore(int id) => id;",
        "[Cached(RateLimit = null, BackgroundScope = false)] public partial int Get(int id, IServiceProvider services); private int GetCore(int id, IServiceProvider services) => id;",
        "[Cached(BackgroundScope = true)] public partial int Get(int id, TimeProvider clock, System.Net.Http.HttpClient http); private int GetCore(int id, TimeProvider clock, System.Net.Http.HttpClient http) => id;",
        "[Cached(BackgroundScope = true)] public static partial int Get(int id, MethodCache own); private static int GetCore(int id, MethodCache own) => id;",

        // CG4003: generic methods whose type arguments follow from the value
        "[Cached(IsMiss = nameof(IsDefault))] public partial int? Get(int id); private int? GetCore(int id) => id; private static bool IsDefault<T>(T value) => EqualityComparer<T>.Default.Equals(value, default);",
        "[Cached(IsMiss = nameof(IsEmpty))] public partial List<string?>? Get(int id); private List<string?>? GetCore(int id) => null; private static bool IsEmpty<T>(IEnumerable<T?> items) where T : class => !items.Any();",
        "[Cached(IsMiss = nameof(IsEmpty))] public partial int[][] Get(int id); private int[][] GetCore(int id) => []; private static bool IsEmpty<T>(T[][] items) where T : unmanaged => items.Length == 0;",
        "[Cached(IsMiss = nameof(IsEmpty))] public partial List<Item> Get(int id); private List<Item> GetCore(int id) => []; private static bool IsEmpty<T>(IEnumerable<T> items) where T : class, IComparable<T>, new() => !items.Any(); internal class Item : IComparable<Item> { public int CompareTo(Item? other) => 0; }",
        "[Cached(IsMiss = nameof(IsEmpty))] public partial List<T> Get<T>(int id) where T : Item; private List<T> GetCore<T>(int id) where T : Item => []; private static bool IsEmpty<TItem, TList>(TList items) where TList : IReadOnlyCollection<Item> => true; private static bool IsEmpty<TList>(TList items) where TList : IReadOnlyCollection<Item> => items.Count == 0; internal class Item;",
        "[Cached(ValidWhen = nameof(Has))] public partial Task<string[]> GetAsync([NotInKey] string wanted); private Task<string[]> GetCoreAsync(string wanted) => Task.FromResult<string[]>([]); private static bool Has<T>(IReadOnlyList<T> found, T wanted) => found.Contains(wanted);",
        "[Cached(IsMiss = nameof(Is))] public partial T Get<T>(int id) where T : class?; private T GetCore<T>(int id) where T : class? => default!; private static bool Is<T>(T v) where T : class? => true;",
        "[Cached(IsMiss = nameof(Is))] public partial T? Get<T>(int id) where T : class; private T? GetCore<T>(int id) where T : class => default!; private static bool Is<T>(T v) where T : class? => true;",
        "[Cached(IsMiss = nameof(Is))] public partial T Get<T>(int id) where T : class?, IComparable; private T GetCore<T>(int id) where T : class?, IComparable => default!; private static bool Is<T>(T v) where T : class, IComparable => true;",
        "[Cached(IsMiss = nameof(Is))] public partial List<T> Get<T>(int id) where T : IComparable?; private List<T> GetCore<T>(int id) where T : IComparable? => default!; private static bool Is<T>(List<T> v) where T : IComparable? => true;",
        "[Cached(IsMiss = nameof(Is))] public partial Dictionary<string, (T, U)> Get<T, U>(int id) where U : T; private Dictionary<string, (T, U)> GetCore<T, U>(int id) where U : T => default!; private static bool Is<T, U>(Dictionary<string, (T, U)> v) where U : T => true;",
        "[Cached(IsMiss = nameof(Is))] public partial List<T> Get<T, U>(int id) where T : U where U : notnull; private List<T> GetCore<T, U>(int id) where T : U where U : notnull => default!; private static bool Is<A>(List<A> v) where A : notnull => true;",
        "[Cached(IsMiss = nameof(Is))] public partial Dictionary<string, Out<string>.C> Get(int id); private Dictionary<string, Out<string>.C> GetCore(int id) => default!; private static bool Is<T, U>(Dictionary<U, T> v) where T : Out<U>.I where U : notnull => true; internal class Out<T> { public interface I; public class C : I; }",
        "[Cached(IsMiss = nameof(Is))] public partial Dictionary<string, Out<int>.In<string>.C> Get(int id); private Dictionary<string, Out<int>.In<string>.C> GetCore(int id) => default!; private static bool Is<T, U>(Dictionary<U, T> v) where T : Out<int>.In<U>.I where U : notnull => true; internal class Out<T> { public class In<U> { public interface I; public class C : I; } }",
        "[Cached(IsMiss = nameof(Is))] public partial (T, U) Get<T, U>(int id) where T : Out<U>.In<T[]>.I; private (T, U) GetCore<T, U>(int id) where T : Out<U>.In<T[]>.I => default!; private static bool Is<A, B>((A, B) v) where A : Out<B>.In<A[]>.I => true; internal class Out<T> { public class In<U> { public interface I; } }",

        // CG1001: a body in the source, in another part, no attribute of ours
        "public partial int Get(int id); public partial int Get(int id) => id;",
        "[Other.Cached] public int Get(int id) => id;",
        "[Mine.CacheGen.Cached] public int Get(int id) => id;",

        // CG1002, CG1003, CG1004: the source
        "[Cached] public partial int Get(int id); private int GetCore(int id, CancellationToken ct = default) => id; private int GetCore(int id, string other) => id;",
        "[Cached] public partial int Get(int id); private int GetCore(in int id) => id;",
        "[Cached] public partial int Get(int id); private int GetCore(int other) => other;",
        "[Cached] public partial string? Get(string name); private string GetCore(string? name) => \"\";",
        "[Cached] public partial T? Get<T>(int id); private T GetCore<T>(int id) => default!;",
        "[Cached] public partial T Get<T>(int id); private U GetCore<U>(int id) => default!;",
        "[Cached] public partial int Get(int id); private int GetCore(int id) => 1; private int GetCore(int id, int page) => 1; private int GetCore<T>(int id) => 1;",
        "[Cached] public partial int Get(int id); [Cached] public partial Task<int> GetAsync(int id); private int GetCore(int id) => 1; private Task<int> GetCoreAsync(int id) => Task.FromResult(1);",
        "[Cached] public partial (int A, int B) Get((int X, int Y) p); private (int A, int B) GetCore((int X, int Y) q) => q;",
        "[Cached(Source = \"GetCore\")] public partial int Get(int id); private int GetCore(int id) => 1; private int GetCoreAsync(int id) => 1;",

        // CG1006: values
        "[Cached] public partial int? Get(int? id); private int? GetCore(int? id) => id;",
        "[Cached] public partial ReadOnlyMemory<char> Get(int id); private ReadOnlyMemory<char> GetCore(int id) => default;",
        "[Cached] public partial nint Get(nint id); private nint GetCore(nint id) => id;",
        "[Cached] public partial int Get([NotInKey] Memory<int> id); private int GetCore(Memory<int> id) => 1;",
        "[Cached] public partial Task<Task> Get(int id); private Task<Task> GetCore(int id) => Task.FromResult(Task.CompletedTask);",

        // CG1007: no blocking
        "[Cached] public partial Task<int> Get(int id); private int GetCore(int id) => 1;",
        "[Cached] public partial ValueTask<int> Get(int id); private Task<int> GetCore(int id) => Task.FromResult(1);",
        "[Cached] public partial int Get(int id); private int GetCore(int id) => 1; private Task<int> GetCoreAsync(int id) => Task.FromResult(1);",

        // CG1010: local functions and lambdas of other attributes
        "public int M() { [System.Diagnostics.DebuggerHidden] static int Local(int id) => id; Func<int, int> f = [System.Diagnostics.DebuggerHidden] (int id) => id; return f(Local(1)); }",

        // CG2001, CG2002, CG2003: the key
        "[Cached(Key = \"{user.Id}\")] public partial int Get(User user); private int GetCore(User user) => 1; internal sealed class User { public int Id = 1; }",
        "[Cached(Key = \"{user.Name.Length}:{user?.Name}\")] public partial int Get(IUser user); private int GetCore(IUser user) => 1; internal interface INamed { string Name { get; } } internal interface IUser : INamed;",
        "[Cached(Key = \"{@class}:{ @class }\")] public partial int Get(int @class); private int GetCore(int @class) => 1;",
        "[Cached(Key = \"{item.Hidden}\")] private partial int Get(Item item); private int GetCore(Item item) => 1; private sealed class Item { internal int Hidden => 1; }",
        "[Cached] public partial int Get([NotInKey] Func<int> f, IProgress<int>? p, [NotInKey] System.IO.Stream s, IServiceProvider sp, TimeProvider t, System.Data.IDbConnection c, int id); private int GetCore(Func<int> f, IProgress<int>? p, System.IO.Stream s, IServiceProvider sp, TimeProvider t, System.Data.IDbConnection c, int id) => 1;",
        "[Cached] public partial int Get(Query query); private int GetCore(Query query) => 1; internal sealed record Query(string Text, [NotInKey] object Trace) { [NotInKey] public Random? R { get; init; } private static int s_x = 1; public int X => s_x; public const int Y = 2; }",
        "[Cached] public partial int Get(Version v, Uri u, Half h, Int128 i, char c, TimeOnly t, DateOnly d, DateTimeOffset o, System.Numerics.BigInteger b, System.Text.Rune r); private int GetCore(Version v, Uri u, Half h, Int128 i, char c, TimeOnly t, DateOnly d, DateTimeOffset o, System.Numerics.BigInteger b, System.Text.Rune r) => 1;",
        "[Cached] public partial int Get(List<(int, string?)> a, HashSet<Guid>? b, System.Collections.Immutable.ImmutableArray<int> c, int[][] d); private int GetCore(List<(int, string?)> a, HashSet<Guid>? b, System.Collections.Immutable.ImmutableArray<int> c, int[][] d) => 1;",
        "[Cached] public partial int Get<T>(T id) where T : struct, IFormattable; private int GetCore<T>(T id) where T : struct, IFormattable => 1;",

        // CG2008: templates
        "[Cached(Key = \"a-{id}-b\")] public partial int Get(int id); private int GetCore(int id) => 1;",
        "[Cached(Key = \"größe:{id}{{}}\")] public partial int Get(int id); private int GetCore(int id) => 1;",
        "[Cached(Key = \"{name|norm|hash}:{other|upper ?? NONE}:{id|hash}\")] public partial int Get(string name, string? other, int id); private int GetCore(string name, string? other, int id) => 1;",
        "[Cached(Key = \"{id:D20}:{price:0.00}:{t:hh\\\\:mm}:{page ?? -1}:{flag ?? true}\")] public partial int Get(int id, decimal price, TimeSpan t, int? page, bool? flag); private int GetCore(int id, decimal price, TimeSpan t, int? page, bool? flag) => 1;",
        "[Cached(Key = \"\"\"a:{id}\"\"\")] public partial int Get(int id); private int GetCore(int id) => 1;",

        // CG1011: tags
        "[Cached(Key = \"{user.Name}:{id:D4}\", Tags = new[] { \"all\", \"u:{user.Name}\", \"{ id:D4}\", \"ALL\" })] public partial int Get(User user, int id); private int GetCore(User user, int id) => 1; internal sealed class User { public string Name = \"\"; }",
        "[Cached(Tags = new string[] { \"{id}\", \"a:{id}\" })] public partial int Get(int id, CancellationToken ct); private int GetCore(int id, CancellationToken ct) => 1;",

        // CG2001, CG2008, CG4003: transforms and keys of one's own
        "[Cached(Key = \"{name|Slug}\")] public partial int Get(string name); private int GetCore(string name) => 1; internal static string Slug(string? x, int y = 3) => x ?? \"\"; internal static string Slug(string x) => x;",
        "[Cached(Key = \"{user.Id}\")] public partial int Get([NotInKey] User user); private int GetCore(User user) => 1; internal sealed class User { public int Id => 1; }",
        "[Cached(KeyFrom = nameof(KeyOf))] public partial int Get(in int a, string? b, object c); private int GetCore(in int a, string? b, object c) => 1; internal static (long, object?) NotThis(int x) => (x, null); private static string KeyOf(in int a, object? b) => $\"{a}{b}\";",
        "[Cached(Key = null, KeyFrom = null)] public partial int Get(int a); private int GetCore(int a) => 1;",
        "[Cached] public partial int Get(User user); private int GetCore(User user) => 1; internal sealed class User { [CacheKeyPart] public int Id => 1; public object? Session { get; set; } private int _other; public int Next() => _other++; }",

        // CG1012: scopes
        "[Cached, CacheScope(\"org.unit-1\")] public partial int Get(int id, ICacheScope scope); private int GetCore(int id, ICacheScope scope) => id;",
        "[Cached, CacheScope] public static partial int Get([CacheScope] int user, MethodCache own); private static int GetCore(int user, MethodCache own) => user;",
        "[CacheScope] public int NotOurs([CacheScope] int id) => id;",

        // CG1009, CG5xxx: invalidation
        .. Writes,

        // CG4001: durations
        "[Cached(Ttl = null, MissTtl = \"1ms\", MissFailSafe = \"365d\", FailSafe = \"365d\", HardTimeout = \"0.5s\", RefreshAfter = \"23:59:59.999\")] public partial int Get(int id); private int GetCore(int id) => 1;",
        "private const string Day = \"24h\"; [Cached(Ttl = Day)] public partial int Get(int id); private int GetCore(int id) => 1;",

        // CG4007, CG1006: streams
        "[Cached(MaxItems = 1)] public partial IAsyncEnumerable<int> Get(int id); private IAsyncEnumerable<int> GetCore(int id) => throw new Exception();",
        "private const int Most = int.MaxValue; [Cached(MaxItems = Most)] public partial IAsyncEnumerable<int> Get(int id); private IAsyncEnumerable<int> GetCore(int id) => throw new Exception();",
        "[Cached] public partial IAsyncEnumerable<string?> Get(int id); private IAsyncEnumerable<string> GetCore(int id) => throw new Exception();",
        "[Cached] public partial IAsyncEnumerable<Task<int>> Get(int id, CancellationToken ct); private IAsyncEnumerable<Task<int>> GetCore(int id) => throw new Exception();",
        "[Cached] public partial IEnumerable<int> Get(int id); private IEnumerable<int> GetCore(int id) => [id];",
        "[Cached] public partial Stream<int> Get(int id); private Stream<int> GetCore(int id) => new(); internal sealed class Stream<T>;",
    ];

    public static TheoryData<string> Types =>
    [
        "internal partial class A { [Cached] public partial int Get(int id, MethodCache a); private int GetCore(int id, MethodCache a) => id; private MethodCache b = MethodCache.None; private MethodCache c = MethodCache.None; public object P => (b, c); }",
        "internal partial class A { private static readonly MethodCache s_a = MethodCache.None; [Cached] public static partial int Get(int id); private static int GetCore(int id) => id; }",
        "internal partial class A(MethodCache a, string b) { private readonly MethodCache _c = a; public string B => b; [Cached] public partial int Get(int a, string b2); private int GetCore(int a, string b) => a; }",
        "#nullable disable\ninternal partial class A { private readonly MethodCache _c; public A(MethodCache c) { _c = c; } [Cached] public partial string Get(string id); private string GetCore(string id) => id; }",
        "internal partial interface IOuter { internal partial struct A(MethodCache c) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; } }",
        "internal class Outer { private partial class Unrelated; } internal partial class A(MethodCache c) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }",
        "internal abstract partial class A(MethodCache c) { [Cached] public partial int Get(int id); protected abstract int GetCore(int id); }",
        "[assembly: CacheDefaults(Ttl = null, MissTtl = \"1m\")] [CacheDefaults(Ttl = \"soon\")] internal class NoMethods; [CacheDefaults(Ttl = \"soon\")] internal partial class A(MethodCache c) { [Cached(Ttl = \"1h\")] public partial int Get(int id); private int GetCore(int id) => id; }",
        "internal interface IA { int Get(int id); } internal partial class A(MethodCache c) : IA { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }",
    ];
}
