namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>What random declarations have found: see RandomDeclarationTests.</summary>
    private static readonly Dictionary<string, UserCase> s_random = new()
    {
        ["generic methods called as their descriptors' fields"] = One(
            """
                [Cached] public partial string Method<T>(int id) where T : class;
                private string MethodCore<T>(int id) => typeof(T).Name + id;
                [Cached] public partial string CachedMethod<T, Method>(int id);
                private string CachedMethodCore<T, Method>(int id) => typeof(T).Name + typeof(Method).Name + id;
            """,
            """it.Method<string>(1) + it.CachedMethod<int, long>(2)""",
            "String1Int32Int642"),

        ["overloads called by a keyword"] = One(
            """
                [Cached] public partial string @class(int id);
                [Cached] public partial string @class(string id);
                [Cached] public partial string @class<T>(int id);
                private string classCore(int id) => $"{id}";
                private string classCore(string id) => id;
                private string classCore<T>(int id) => typeof(T).Name;
            """,
            """it.@class(1) + it.@class("2") + it.@class<int>(3)""",
            "12Int32"),

        ["parameters called like a discard, where nothing else is passed on"] = One(
            """
                [Cached] public static partial int Get(int _, [NotInKey] MethodCache cache);
                private static int GetCore(int _, MethodCache cache) => _ + 1;
                [Cached(ValidWhen = nameof(IsValid), Source = nameof(Twice))] public partial int GetIt(int _);
                private static int Twice(int _) => _ * 2;
                private static bool IsValid(int value, int _) => value == 2 * _;
                [CachedBatch] public static partial IReadOnlyDictionary<int, string> Many(MethodCache cache, int[] _);
                private static Dictionary<int, string> ManyCore(MethodCache cache, int[] _) => _.ToDictionary(id => id, id => $"{id}");
                [CachedBatch] public partial IReadOnlyDictionary<int, string> All(int[] ids, int _);
                private static Dictionary<int, string> AllCore(int[] ids, int _) => ids.ToDictionary(id => id, id => $"{id + _}");
            """,
            """$"{Catalog.Get(1, cache)} {it.GetIt(3)} {Catalog.Many(cache, [4])[4]} {it.All([5], 1)[5]}" """.TrimEnd(),
            "2 6 4 6"),

        ["static methods called as the parameters of lambdas"] = One(
            """
                [CachedBatch(KeyOf = nameof(args))] public partial string[] Many(IReadOnlyCollection<int> ids, int page, string market);
                private static List<string> ManyCore(int[] ids, int page, string market) => [.. ids.Select(id => $"{id}")];
                private static int args(string text) => int.Parse(text);
                [Cached(Source = "self")] public partial int Get(int id, int page);
                private static int self(int id, int page) => id + page;
                [Cached(Source = nameof(ct), ValidWhen = nameof(self_))] public partial int Find(int self, int value);
                private static int ct(int self, int value) => self * value;
                private static bool self_(int found) => found > 0;
            """,
            """$"{it.Many([7], 1, "")[0]} {it.Get(1, 2)} {it.Find(3, 4)}" """.TrimEnd(),
            "7 3 12"),

        ["batch window: a source that returns pairs"] = One(
            """
                [Cached(Batch = nameof(Many), BatchWindow = "1ms")] public partial Task<string?> GetAsync(int id);
                [CachedBatch(KeyOf = nameof(IdOf))] public partial Task<IReadOnlyList<string>> Many(List<int> ids);
                private Task<IEnumerable<KeyValuePair<int, string>>> ManyCore(IEnumerable<int> ids) => Task.FromResult(ids.Select(id => new KeyValuePair<int, string>(id, $"{id}")));
                private static int IdOf(string text) => int.Parse(text);
            """,
            """await it.GetAsync(1) + (await it.Many([2]))[0]""",
            "12"),

        ["updates: an entry of a generic method"] = Types(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached(Key = "{id}", MissTtl = "1m")] public partial Task<List<T>?> GetAsync<T>(int id);
                private Task<List<T>?> GetCoreAsync<T>(int id) => Task.FromResult<List<T>?>(null);
                [Updates(nameof(GetAsync))] public partial Task<List<T>> SaveAsync<T>(int id, T item);
                private Task<List<T>> SaveCoreAsync<T>(int id, T item) => Task.FromResult<List<T>>([item]);
            }
            internal static class Test
            {
                public static async Task<string> Of(Catalog it) => (await it.GetAsync<string>(1))?.Count + "/" + (await it.SaveAsync(1, "a")).Count + "/" + (await it.GetAsync<string>(1))?[0];
            }
            """,
            "await Test.Of(new Catalog(cache))",
            "/1/a"),

        ["stream: a source that says more of null than the method"] = Types(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
            #nullable disable warnings
            #nullable disable annotations
                [Cached] public partial IAsyncEnumerable<string> Read();
            #nullable enable annotations
                private async IAsyncEnumerable<string?> ReadCore() { await Task.Yield(); yield return "a"; }
            }
            internal static class Test
            {
                public static async Task<string> Of(Catalog it) { var all = ""; await foreach (var item in it.Read()) all += item; return all; }
            }
            """,
            "await Test.Of(new Catalog(cache))",
            "a"),

        ["a protected method of a sealed type"] = Types(
            """
            #pragma warning disable CS0628
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached] protected internal partial int Get(int id);
                private int GetCore(int id) => id;
            }
            """,
            "$\"{new Catalog(cache).Get(1)}\"",
            "1"),
    };
}
