namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenGenericSelectors = new()
    {
        ["one generic predicate for the values of many methods"] = One(
            """
                private int _calls;
                private int Next() => ++_calls;
                private sealed record Tag(string Name);
                [Cached(IsMiss = nameof(IsEmpty))] private partial List<Tag> Tags(int count);
                private List<Tag> TagsCore(int count) => [.. Enumerable.Range(0, count).Select(_ => new Tag($"{Next()}"))];
                [Cached(IsMiss = nameof(IsEmpty))] public partial Task<string?[]?> NamesAsync(int count);
                private Task<string?[]?> NamesCoreAsync(int count) => Task.FromResult<string?[]?>(count < 0 ? null : [.. Enumerable.Range(0, count).Select(_ => $"{Next()}")]);
                [Cached(IsMiss = nameof(IsEmpty))] private partial ValueTask<Dictionary<string, (int Id, Tag?)>> PairsAsync(int count);
                private ValueTask<Dictionary<string, (int Id, Tag?)>> PairsCoreAsync(int count) => new(Enumerable.Range(0, count).ToDictionary(i => $"{i}", _ => (Next(), (Tag?)null)));
                [Cached(ValidWhen = nameof(Holds))] public partial Task<IReadOnlyList<string?>> FindAsync(string first, CancellationToken ct = default);
                private Task<IReadOnlyList<string?>> FindCoreAsync(string first) => Task.FromResult<IReadOnlyList<string?>>([$"{Next()}"]);

                private static bool IsEmpty<T>(IReadOnlyCollection<T> found) => found.Count == 0;
                private async ValueTask<bool> Holds<T>(IEnumerable<T> found, T first, CancellationToken ct) { await Task.Yield(); return found.Contains(first); }

                public async Task<string> Run() => $"{Tags(0).Count}{Tags(0).Count}{Tags(1)[0].Name}{Tags(1)[0].Name} {(await NamesAsync(-1))?.Length}{(await NamesAsync(0))!.Length}{(await NamesAsync(1))![0]}{(await NamesAsync(1))![0]} "
                    + $"{(await PairsAsync(0)).Count}{(await PairsAsync(1))["0"].Id}{(await PairsAsync(1))["0"].Id} {(await FindAsync("a"))[0]}{(await FindAsync("a"))[0]} {(await FindAsync("6"))[0]}{(await FindAsync("6"))[0]}";
            """,
            "await it.Run()", "0011 022 033 45 66"),
    };

    private static readonly Dictionary<string, UserCase> s_genericSelectors = new()
    {
        ["generic predicates on lists of every kind"] = Types(
            """
            internal sealed class Own : List<string?>, IComparable<Own> { public int CompareTo(Own? other) => 0; }
            internal sealed record Page<T>(T[][] Rows);
            internal sealed partial class Catalog(MethodCache cache)
            {
                private int _calls;
                private List<int> Next() => [++_calls];
                private static bool Some<T>(IReadOnlyList<T> found) => found.Count > 0;
                private static bool Any<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> found) where TKey : notnull => found.Count > 0;
                private static bool Rows<T>(Page<T> page) => page.Rows.Length > 0;
                private static bool Compares<T>(IComparable<T> value) => true;
                private static TimeSpan? Long<T>(in IEnumerable<T> found) => found.Any() ? null : TimeSpan.Zero;

                [Cached(StoreWhen = nameof(Some))] public partial List<int> List();
                private List<int> ListCore() => Next();
                [Cached(StoreWhen = nameof(Some))] public partial System.Collections.Immutable.ImmutableArray<int>? Immutable();
                private System.Collections.Immutable.ImmutableArray<int>? ImmutableCore() => [.. Next()];
                [Cached(StoreWhen = nameof(Some), FailWhen = nameof(Compares))] public partial Own? Owned();
                private Own? OwnedCore() => new() { Next()[0].ToString() };
                [Cached(StoreWhen = nameof(Some))] public partial List<int>[] Nested();
                private List<int>[] NestedCore() => [Next()];
                [Cached(StoreWhen = nameof(Any))] public partial Dictionary<string, List<string?>?> Map();
                private Dictionary<string, List<string?>?> MapCore() => new() { ["a"] = [Next()[0].ToString()] };
                [Cached(StoreWhen = nameof(Rows), TtlFrom = null)] public partial Page<(int A, string? B)> Pages();
                private Page<(int A, string? B)> PagesCore() => new([[(Next()[0], null)]]);
                [Cached(TtlFrom = nameof(Long), MaxItems = 10)] public partial IAsyncEnumerable<string?> Stream();
                private async IAsyncEnumerable<string?> StreamCore() { await Task.Yield(); yield return Next()[0].ToString(); }
            }
            internal static class Use
            {
                public static async Task<string> Of(Catalog it)
                {
                    var stream = "";
                    await foreach (var item in it.Stream())
                        stream += item;
                    await foreach (var item in it.Stream())
                        stream += item;
                    return $"{it.List()[0]}{it.List()[0]} {it.Immutable()!.Value[0]}{it.Immutable()!.Value[0]} {it.Owned()![0]}{it.Owned()![0]} {it.Nested()[0][0]}{it.Nested()[0][0]} {it.Map()["a"]![0]}{it.Map()["a"]![0]} {it.Pages().Rows[0][0].A}{it.Pages().Rows[0][0].A} {stream}";
                }
            }
            """,
            "await Use.Of(new Catalog(cache))", "22 33 45 66 77 88 11"),

        ["generic predicates and null"] = One(
            """
                public string Asked { get; private set; } = "";
                private static readonly AsyncLocal<List<string>> s_asked = new();
                private static bool Ask(object? value) { (s_asked.Value ??= []).Add(value?.ToString() ?? "null"); return true; }
                [Cached(StoreWhen = nameof(Free))] public partial string? Text(string? text);
                private string? TextCore(string? text) => text;
                [Cached(StoreWhen = nameof(Free))] public partial int? Number(int? number);
                private int? NumberCore(int? number) => number;
                [Cached(StoreWhen = nameof(Class))] public partial string? TextOfClass(string? text);
                private string? TextOfClassCore(string? text) => text;
                [Cached(StoreWhen = nameof(Struct))] public partial int? NumberOfStruct(int? number);
                private int? NumberOfStructCore(int? number) => number;
                [Cached(StoreWhen = nameof(MaybeClass))] public partial string? TextOrNull(string? text);
                private string? TextOrNullCore(string? text) => text;
                [Cached(StoreWhen = nameof(MaybeStruct))] public partial int? NumberOrNull(int? number);
                private int? NumberOrNullCore(int? number) => number;
                [Cached(StoreWhen = nameof(NotNull))] public partial T? Never<T>([NotInKey] T? value) where T : IComparable;
                private T? NeverCore<T>(T? value) where T : IComparable => value;
                private static bool Free<T>(T value) => Ask(value);
                private static bool Class<T>(T value) where T : class, IEnumerable<char> => Ask(value);
                private static bool Struct<T>(T value) where T : struct, IComparable<T> => Ask(value);
                private static bool MaybeClass<T>(T? value) where T : class => Ask(value);
                private static bool MaybeStruct<T>(T? value) where T : struct => Ask(value);
                private static bool NotNull<TValue>(TValue value) where TValue : notnull, IComparable => Ask(value);
                public string Run()
                {
                    s_asked.Value = [];
                    _ = Text(null) + Text("a") + Number(null) + Number(1) + ";" + TextOfClass(null) + TextOfClass("b") + NumberOfStruct(null) + NumberOfStruct(2)
                        + TextOrNull(null) + TextOrNull("c") + NumberOrNull(null) + NumberOrNull(3) + Never<string>(null) + Never("d") + Never(4);
                    return string.Join(" ", s_asked.Value);
                }
            """,
            "it.Run()", "null a null 1 b 2 null c null 3 d 4"),

        ["generic predicates that say nothing of null"] = Types(
            """
            #nullable disable
            internal static class Seen { public static string All = ""; }
            internal abstract class Old
            {
                protected static bool Free<T>(T value) { Seen.All += value == null ? "null" : value.ToString(); return true; }
                protected static bool Some<T>(ICollection<T> value) where T : class => value.Count > 0;
            }
            internal sealed partial class Silent(MethodCache cache) : Old
            {
                [Cached(StoreWhen = nameof(Free), FailWhen = nameof(Fails))] public partial string Text(string text);
                private string TextCore(string text) => text;
                private static bool Fails<T>(IEnumerable<T> value) where T : struct => false;
            }
            #nullable restore
            internal sealed partial class Catalog(MethodCache cache) : Old
            {
                [Cached(StoreWhen = nameof(Free))] public partial string? Text(string? text);
                private string? TextCore(string? text) => text;
                [Cached(StoreWhen = nameof(Some))] public partial List<string>? Texts(string? text);
                private List<string>? TextsCore(string? text) => text is null ? null : [text];
            }
            """,
            """new Catalog(cache).Text(null) + new Catalog(cache).Text("a") + new Catalog(cache).Texts("b")![0] + new Silent(cache).Text("c") + new Silent(cache).Text(null!) + Seen.All""", "abcac"),

        ["generic predicates and their overloads"] = Types(
            """
            internal static class Asked { public static string All = ""; public static bool Note(string by) { All += by; return true; } }
            internal abstract class Base
            {
                protected static bool Near(List<int> found) => Asked.Note("wrong");
                protected static bool Far<T>(List<T> found) => Asked.Note("F");
                protected static string Shape(List<int> found) => "";
                protected static bool Kind<T>(IEnumerable<T> found) => Asked.Note("K");
            }
            internal sealed partial class Catalog(MethodCache cache) : Base
            {
                private static bool Plain<T>(IReadOnlyList<T> found) => Asked.Note("wrong");
                private static bool Plain(IReadOnlyList<int> found) => Asked.Note("P");
                private static bool Very<T>(T found) => Asked.Note("V");
                private static bool Very(object found) => Asked.Note("wrong");
                private static bool Deep<T>(T found) => Asked.Note("wrong");
                private static bool Deep<T>(List<T> found) => Asked.Note("D");
                private static bool Narrow<T>(IEnumerable<T> found) => Asked.Note("wrong");
                private static bool Narrow<T>(IReadOnlyList<T> found) => Asked.Note("N");
                private static bool Narrow(object found) => Asked.Note("wrong");
                private static bool Near<T>(IReadOnlyList<T> found) => Asked.Note("R");
                private static bool Shape<T>(IReadOnlyList<T> found) => Asked.Note("S");
                private static string Kind(List<int> found) => "wrong";
                private bool Kind(List<int> found, int more) => false;
                private bool Good<T>(List<T> found) => Asked.Note("wrong");
                private bool Good(List<int> found, int id) => Asked.Note("G");
                private bool Good<T>(T found, int id, CancellationToken ct) => Asked.Note("wrong");
                [Cached(StoreWhen = nameof(Plain), IsMiss = nameof(Very), FailWhen = nameof(Deep))] public partial List<int> A(int id);
                private List<int> ACore(int id) => [id];
                [Cached(StoreWhen = nameof(Narrow), IsMiss = nameof(Near), FailWhen = nameof(Far))] public partial List<int> B(int id);
                private List<int> BCore(int id) => [id];
                [Cached(StoreWhen = nameof(Shape), FailWhen = nameof(Kind))] public partial List<int> C(int id);
                private List<int> CCore(int id) => [id];
                [Cached(ValidWhen = nameof(Good))] public partial List<int> E(int id);
                private List<int> ECore(int id) => [id];
            }
            internal static class Use
            {
                public static string Of(Func<int, object> method) { Asked.All = ""; method(1); method(1); return string.Concat(Asked.All.Order().Distinct()) + " "; }
            }
            """,
            "Use.Of(new Catalog(cache).A) + Use.Of(new Catalog(cache).B) + Use.Of(new Catalog(cache).C) + Use.Of(new Catalog(cache).E)", "D F K G "),

        ["generic predicates in generic and nested types, of generic methods"] = Types(
            """
            internal static partial class Outer<TKey> where TKey : notnull
            {
                internal sealed record Item<T>(TKey Key, T Value);
                internal abstract class Base<TBase>
                {
                    protected static bool OfBase<T>(IReadOnlyDictionary<TBase, T> found) => found.Count > 0;
                }
                internal sealed partial class Inner<@class>(MethodCache cache) : Base<TKey> where @class : List<TKey>, new()
                {
                    private int _calls;
                    public int Calls => _calls;
                    private static bool Some<T>(ICollection<T> found) => found.Count > 0;
                    private static bool Has<U>(Item<U> found) => found.Value is not null;
                    private static bool Two<T, U>(IDictionary<T, U> found) => found.Count > 0;
                    private static bool Same<T>(Item<T> found, TKey key, T value) where T : IEquatable<T> => found.Value.Equals(value) && found.Key.Equals(key);
                    private static bool Takes<T, U>(T found, U[] more) where U : T => more.Length > 0 && found is not null;
                    [Cached(StoreWhen = nameof(Some))] public partial @class List([NotInKey] TKey key);
                    private @class ListCore(TKey key) { _calls++; return new() { key }; }
                    [Cached(StoreWhen = nameof(Has), ValidWhen = nameof(Same))] public partial Item<T> Get<T>([NotInKey] TKey key, [NotInKey] T value) where T : struct, IEquatable<T>;
                    private Item<T> GetCore<T>(TKey key, T value) where T : struct, IEquatable<T> { _calls++; return new(key, value); }
                    [Cached(StoreWhen = nameof(OfBase), FailWhen = nameof(Two))] public partial Dictionary<TKey, @event> Map<@event>([NotInKey] TKey key, [NotInKey] @event value);
                    private Dictionary<TKey, @event> MapCore<@event>(TKey key, @event value) { _calls++; return new() { [key] = value }; }
                    [Cached(ValidWhen = nameof(Takes))] public partial T Wide<T>([NotInKey] T value, [NotInKey] List<TKey> keys, [NotInKey] T[] more);
                    private T WideCore<T>(T value, List<TKey> keys, T[] more) { _calls++; return value; }
                    [Cached(StoreWhen = nameof(Some))] public partial T Typed<T>() where T : List<string?>, new();
                    private T TypedCore<T>() where T : List<string?>, new() { _calls++; return new() { "x" }; }
                }
            }
            internal static class Use
            {
                public static string Of(MethodCache cache)
                {
                    var it = new Outer<int>.Inner<List<int>>(cache);
                    return $"{it.List(1)[0]}{it.List(1)[0]}{it.Calls} {it.Get(1, 2).Value}{it.Get(1, 2).Value}{it.Calls}{it.Get(1, 3).Value}{it.Calls} {it.Wide("a", [], ["b"])}{it.Wide("c", [], ["b"])}{it.Calls} {it.Typed<List<string?>>()[0]}{it.Typed<List<string?>>()[0]}{it.Calls} "
                        + $"{it.Map(1, "m")[1]}{it.Map(2, "n").Keys.Single()}{it.Calls}";
                }
            }
            """,
            "Use.Of(cache)", "111 22233 aa4 xx5 m27"),

        ["generic predicates whose type arguments several parameters decide"] = One(
            """
                private int _calls;
                [Cached(ValidWhen = nameof(Within))] public partial short Near([NotInKey] long most, [NotInKey] int least);
                private short NearCore(long most, int least) => (short)++_calls;
                private static bool Within<T>(T value, T most, T least) where T : IComparable<T> => value.CompareTo(most) <= 0 && value.CompareTo(least) >= 0;
                [Cached(ValidWhen = nameof(Knows))] public partial List<object> Things([NotInKey] string? wanted, [NotInKey] IComparer<object?> order);
                private List<object> ThingsCore(string? wanted, IComparer<object?> order) => [$"{++_calls}"];
                private static bool Knows<T>(IEnumerable<T> found, T wanted, IComparer<T> order) => found.Any(one => order.Compare(one, wanted) == 0);
                [Cached(ValidWhen = nameof(Orders))] public partial IComparer<object> Order([NotInKey] IComparer<string> other);
                private IComparer<object> OrderCore(IComparer<string> other) { _calls++; return Comparer<object>.Default; }
                private bool Orders<T>(IComparer<T> one, IComparer<T> other) where T : class => typeof(T) == typeof(string);
                public string Run() => $"{Near(5, 0)}{Near(5, 0)}{Near(0, 0)} {Things("a", Comparer<object?>.Default)[0]}{Things("3", Comparer<object?>.Default)[0]}{Things("3", Comparer<object?>.Default)[0]} {Order(Comparer<string>.Default) == Order(Comparer<string>.Default)}{_calls}";
            """,
            "it.Run()", "112 333 True4"),
    };
}
