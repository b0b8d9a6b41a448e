using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG4003: what the policy names.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { On("IsMiss = {|CG4003:\"IsEmty\"|}"), "IsMiss names 'IsEmty', but the type and its bases have no such method: it must be static bool IsEmty(Release? value)" },
        { On("IsMiss = {|CG4003:nameof(Instance)|}"), "it is not static" },
        { On("StoreWhen = {|CG4003:nameof(Two)|}"), "it takes more than the value" },
        { On("StoreWhen = {|CG4003:nameof(None)|}"), "it takes no value" },
        { On("StoreWhen = {|CG4003:nameof(OfInt)|}"), "it takes int, not Release" },
        { On("FailWhen = {|CG4003:nameof(Text)|}"), "it returns string: it must be static bool Text(Release? value)" },
        { On("FailWhen = {|CG4003:nameof(Later)|}"), "it returns Task<bool>" },
        { On("FailWhen = {|CG4003:nameof(ByRef)|}"), "ref or out" },
        { On("FailWhen = {|CG4003:nameof(Unknowable)|}"), "its type parameter 'T' does not follow from Release?: it must be static bool Unknowable(Release? value)" },
        { On("FailWhen = {|CG4003:nameof(OfList)|}"), "its type parameter 'T' does not follow from Release" },
        { On("FailWhen = {|CG4003:nameof(OfPairs)|}"), "its type parameter 'T' does not follow from Release" },
        { On("FailWhen = {|CG4003:nameof(Struct)|}"), "its type parameter 'T' would be Release, which its constraints do not allow" },
        { On("FailWhen = {|CG4003:nameof(New)|}"), "would be Release, which its constraints do not allow" },
        { On("FailWhen = {|CG4003:nameof(Disposable)|}"), "would be Release, which its constraints do not allow" },
        { On("FailWhen = {|CG4003:nameof(EitherWay)|}"), "several methods of this name fit" },
        { On("FailWhen = {|CG4003:nameof(None2)|}"), "it takes no value" },
        { On("ValidWhen = {|CG4003:nameof(Both)|}"), "its type parameter 'T' does not follow from Release" },
        { On("ValidWhen = {|CG4003:nameof(UnknownToo)|}"), "the cached method has no parameter 'scene'" },
        { On("FailWhen = {|CG4003:nameof(Ambiguous)|}"), "several methods of this name fit" },
        { On("FailWhen = {|CG4003:nameof(Property)|}"), "no such method" },
        { On("TtlFrom = {|CG4003:nameof(IsEmpty)|}"), "it returns bool: it must be static TimeSpan? IsEmpty(Release? value)" },
        { "[Cached(IsMiss = {|CG4003:nameof(Is)|})] public partial T Get<T>(int id) where T : class?; private T GetCore<T>(int id) where T : class? => default!; private static bool Is<T>(T v) where T : class => true;", "would be T, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(Is)|})] public partial List<T> Get<T>(int id) where T : IComparable?; private List<T> GetCore<T>(int id) where T : IComparable? => default!; private static bool Is<T>(List<T> v) where T : IComparable => true;", "would be T, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(Is)|})] public partial T Get<T>(int id) where T : class?, IList<int>?; private T GetCore<T>(int id) where T : class?, IList<int>? => default!; private static bool Is<T>(T v) where T : IList<int> => true;", "would be T, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(Is)|})] public partial List<T> Get<T, U>(int id) where T : class?, U; private List<T> GetCore<T, U>(int id) where T : class?, U => default!; private static bool Is<A>(List<A> v) where A : notnull => true;", "would be T, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(Is)|})] public partial Dictionary<string, Out<int>.C> Get(int id); private Dictionary<string, Out<int>.C> GetCore(int id) => []; private static bool Is<T, U>(Dictionary<U, T> v) where T : Out<U>.I where U : notnull => true; internal class Out<T> { public interface I; public class C : I; }", "C, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<string?> Get(int id); private List<string?> GetCore(int id) => []; private static bool IsEmpty(List<string> items) => true;", "there may be null" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial Dictionary<int, string?[]> Get(int id); private Dictionary<int, string?[]> GetCore(int id) => []; private static bool IsEmpty(IReadOnlyDictionary<int, string[]> items) => true;", "there may be null" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial T? Get<T>(int id) where T : class; private T? GetCore<T>(int id) where T : class => null; private static bool IsEmpty<T>(T item) where T : struct => true;", "its type parameter 'T' would be T, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<string?> Get(int id); private List<string?> GetCore(int id) => []; private static bool IsEmpty<T>(List<T> items) where T : notnull => true;", "its type parameter 'T' would be string?, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<int?> Get(int id); private List<int?> GetCore(int id) => []; private static bool IsEmpty<T>(List<T> items) where T : IComparable => true;", "would be int?, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<string?[]> Get(int id); private List<string?[]> GetCore(int id) => []; private static bool IsEmpty<T>(List<T[]> items) where T : class => true;", "would be string?, which its constraints do not allow" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<int> Get(int id); private List<int> GetCore(int id) => []; private static bool IsEmpty<T>(IReadOnlyList<T> items, int more) => true;", "it takes more than the value" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<int> Get(int id); private List<int> GetCore(int id) => []; private bool IsEmpty<T>(IReadOnlyList<T> items) => true;", "it is not static" },
        { "[Cached(IsMiss = {|CG4003:nameof(IsEmpty)|})] public partial List<int> Get(int id); private List<int> GetCore(int id) => []; private static bool IsEmpty<T>(IList<T> items) => true; private static bool IsEmpty<T>(IReadOnlyList<T> items) => true;", "several methods of this name fit" },

        // ValidWhen
        { On("ValidWhen = {|CG4003:nameof(Unknown)|}"), "the cached method has no parameter 'scene': it must be bool Unknown(Release? value, …)" },
        { On("ValidWhen = {|CG4003:nameof(OtherType)|}"), "its parameter 'id' is string, the cached method's int" },
        { On("ValidWhen = {|CG4003:nameof(Text)|}"), "it returns string" },
        { "[Cached(ValidWhen = {|CG4003:nameof(IsGood)|})] public partial int Get(int id); private int GetCore(int id) => 1; private static Task<bool> IsGood(int value) => Task.FromResult(true);", "it is asynchronous, the cached method is not" },
        { "[Cached(ValidWhen = {|CG4003:nameof(IsGood)|})] public static partial int Get(int id, MethodCache own); private static int GetCore(int id, MethodCache own) => 1; private bool IsGood(int value) => true;", "it is not static, as the cached method is" },
        { "[Cached(ValidWhen = {|CG4003:nameof(IsGood)|})] public partial int Get(string? id); private int GetCore(string? id) => 1; private bool IsGood(int value, string id) => true;", "does not take null" },

        // ServeStaleOn
        { On("ServeStaleOn = new[] { typeof(Exception), {|CG4003:typeof(string)|} }"), "names 'string', but it is no exception" },
        { On("NeverServeStaleOn = new System.Type[] { {|CG4003:null!|} }"), "it is no exception" },
        { On("NeverServeStaleOn = new[] { {|CG4003:typeof(Odd<>)|} }"), "its type arguments are missing" },
        { On("NeverServeStaleOn = new[] { {|CG4003:typeof(Exception[])|} }"), "it is no exception" },
    };

    /// <summary>CG4003 where it takes several types.</summary>
    public static TheoryData<string, string> TypesOfValues => new()
    {
        { "internal abstract class B { private static bool Hidden(int value) => true; public bool Uses() => Hidden(1); } internal partial class A(MethodCache cache) : B { [Cached(IsMiss = {|CG4003:\"Hidden\"|})] public partial int Get(int id); private int GetCore(int id) => id; }", "cannot be called from here" },
        { "file sealed class Own : Exception; internal partial class A(MethodCache cache) { [Cached(ServeStaleOn = new[] { {|CG4003:typeof(Own)|} })] public partial int Get(int id); private int GetCore(int id) => id; }", "local to its file" },
    };

    /// <summary>CG4008.</summary>
    public static TheoryData<string, string> AdaptiveTtl => new()
    {
        { On("AdaptiveTtl = {|CG4008:\"10m\"|}"), "AdaptiveTtl = \"10m\" is no range: write it like \"10m..24h\"" },
        { On("AdaptiveTtl = {|CG4008:\"10m..24h..48h\"|}"), "is no range" },
        { On("AdaptiveTtl = {|CG4008:\"\"|}"), "is no range" },
        { On("AdaptiveTtl = {|CG4008:\"soon..24h\"|}"), "since \"soon\" is no duration" },
        { On("AdaptiveTtl = {|CG4008:\"10m..\"|}"), "since \"\" is no duration" },
        { On("AdaptiveTtl = {|CG4008:\"0s..1h\"|}"), "since \"0s\" is zero" },
        { On("AdaptiveTtl = {|CG4008:\"-1m..1h\"|}"), "since \"-1m\" is negative" },
        { On("AdaptiveTtl = {|CG4008:\"1h..60m\"|}"), "the second duration must be longer" },
        { On("AdaptiveTtl = {|CG4008:\"24h..10m\"|}"), "the second duration must be longer" },
        { On("Ttl = \"1h\", AdaptiveTtl = {|CG4008:\"10m..24h\"|}"), "says what Ttl says too: leave one of them out" },
        { On("AdaptiveTtl = {|CG4008:\"10m..24h\"|}, TtlFrom = nameof(TtlOf)"), "says what TtlFrom says too" },
        { Learning("Thing", "internal sealed class Thing;"), "AdaptiveTtl = \"1m..1h\" must compare loaded values: two Thing are equal only if they are one object: make it a record, or override Equals" },
        { Learning("Thing[]", "internal sealed class Thing;"), "two Thing are equal only if" },
        { Learning("Whole", "internal sealed record Whole(int Id, Part Part); internal sealed record Part(System.IO.Stream Content);"), "its member Part.Content: two Stream" },
        { Learning("object", ""), "two object are equal only if" },
        { Learning("IThing", "internal interface IThing;"), "values of IThing cannot be compared" },
        { Learning("Node", "internal sealed record Node(int Id, List<Node> Children);"), "Node contains itself: override its Equals" },
        { Learning("Part", "internal sealed record Part(int Id) { private readonly List<int> _items = []; public int Count => _items.Count; }"), "Part._items cannot be read from here: override Equals in Part" },
        { Learning("HashSet<List<int>>", ""), "the items of HashSet<List<int>> hold collections" },
        { Learning("Dictionary<(int, int[]), int>", ""), "the keys of" },
        { Learning("System.Text.Json.JsonElement", ""), "JsonElement" },
        { Learning("Func<int>", ""), "two Func<int>" },
        { "[Cached(AdaptiveTtl = {|CG4008:\"1m..1h\"|})] public partial T Get<T>(int id) where T : class, new(); private T GetCore<T>(int id) where T : class, new() => new();", "write 'where T : IEquatable<T>'" },
    };

    private static string Learning(string type, string types) =>
        $"[Cached(AdaptiveTtl = {{|CG4008:\"1m..1h\"|}})] internal partial {type} Get(int id); private {type} GetCore(int id) => default!; {types}";

    private static string On(string said) =>
        $"[Cached({said})] internal partial Task<Release?> GetAsync(int id); private Task<Release?> GetCoreAsync(int id) => Task.FromResult<Release?>(null); "
        + """
            internal interface IPair<T>;
            internal sealed record Release(int Id) : IPair<int>, IPair<string>;
            internal sealed class Odd<T> : Exception;
            private bool Instance(Release value) => true;
            private static bool Two(Release value, int other) => true;
            private static bool None() => true;
            private static bool OfInt(int value) => true;
            private static string Text(Release? value) => "";
            private static Task<bool> Later(Release? value) => Task.FromResult(true);
            private static bool ByRef(ref Release? value) => true;
            private static bool Unknowable<T>(object? value) => true;
            private static bool OfList<T>(IReadOnlyList<T> value) => true;
            private static bool OfPairs<T>(IPair<T> value) => true;
            private static bool Struct<T>(T value) where T : struct => true;
            private static bool New<T>(T value) where T : new() => true;
            private static bool Disposable<T>(T value) where T : class, IDisposable => true;
            private static bool EitherWay<T>(IEquatable<T> value) => true;
            private static bool EitherWay(IPair<int> value) => true;
            private static bool None2<T>() => true;
            private static bool Both<T>(T value, T id) where T : class => true;
            private static bool UnknownToo<T>(T value, string scene) => true;
            private static bool Ambiguous(IPair<string> value) => true;
            private static bool Ambiguous(IEquatable<Release> value) => true;
            private static bool Property { get; set; }
            private static bool IsEmpty(Release value) => true;
            private static TimeSpan? TtlOf(Release value) => null;
            private bool Unknown(Release value, string scene) => true;
            private bool OtherType(Release value, string id) => true;
            """;
}
