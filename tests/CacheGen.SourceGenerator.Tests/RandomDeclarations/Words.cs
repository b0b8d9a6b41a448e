namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>What random declarations are made of. T is the method's type parameter.</summary>
internal static class Words
{
    /// <summary>Types that all files have.</summary>
    public const string Prelude = """
        #pragma warning disable CS0108, CS0114, CS0169, CS0414, CS0649, CS8618
        public record Query(string Text, int? Page, [NotInKey] object? Trace = null);
        public readonly record struct Point(int X, int Y);
        public sealed record Item(int Id, string? Name, List<string> Tags, Item? Next) { public DateTime? Until { get; init; } }
        public class Marked { [CacheKeyPart] public int Id { get; init; } [CacheKeyPart] internal string? Name; public object? Rest { get; init; } }
        public static class Outer<TOuter> { public sealed record Inner(int Id, Point? Where); }
        public enum Sort { Added, @class, Year = 7 }
        public class Lost<T> : Exception;
        public sealed class Who : ICacheScope { public string? GetScope(string name) => name; }
        """;

    public static readonly string[] Ids = ["int", "string", "Guid", "long", "Point", "(int A, string B)", "Sort", "DateTime"];

    public static readonly string[] Keyed =
    [
        .. Ids, "int", "string", "int?", "string?", "Query", "Query?", "Point?", "Marked", "Marked?", "int[]", "List<string?>", "HashSet<Point>?", "string?[]?", "DateTimeOffset?", "(int A, string? B)?", "Uri?", "Version",
        "T", "T?", "Outer<int>.Inner", "bool", "char", "decimal", "byte", "List<(int A, Point? B)>", "global::System.Collections.Immutable.ImmutableArray<int>?", "DayOfWeek?", "nint", "TimeOnly", "Outer<T>.Inner?",
    ];

    public static readonly string[] NotKeyed = ["object", "Func<T, int>", "IEnumerable<int>", "Dictionary<int, T?>", "Item", "Item", "object?", "Func<int>?", "IDisposable?", "MethodCache", "IProgress<int>?", "TimeProvider", "dynamic", "Span<int>"];

    public static readonly string[] Values =
    [
        "int", "string", "string?", "Item", "Item?", "T", "T?", "(int A, string? B)", "int[]", "List<string?>?", "Point", "Point?", "Query", "object?", "Outer<T>.Inner", "IReadOnlyList<Item>",
        "Dictionary<string, Point?>", "nint", "int?", "HashSet<(int A, string B)>", "Marked", "Lost<T>",
    ];

    public static readonly string[] NotValues = ["dynamic", "IAsyncEnumerator<int>", "IEnumerator<int>"];

    public static readonly string[] Parameters =
        ["id", "key", "value", "table", "self", "args", "cache", "item", "Item1", "Rest", "@class", "_", "Methods", "Cache", "from", "prefix", "found", "ids_", "result", "T1", "user", "who", "methodCache", "record", "a", "x1"];

    public static readonly string[] Methods = ["Get", "GetAsync", "Find", "FindAsync", "Load", "ToText", "Equals", "@class", "Cache", "Methods", "Key", "GetKey", "Table", "get_Name", "Entries", "Item", "Method", "Async", "CachedMethod"];

    public static readonly string[] Helpers = ["Check", "self", "Get1", "IsKey", "args", "value", "Judge", "@is", "Methods2", "CacheKey", "found", "prefix", "System", "CacheGen", "Reject", "Table_", "Equals"];

    public static readonly string[] Constraints =
        ["", "", "where T : class", "where T : struct", "where T : notnull", "where T : struct, Enum", "where T : class?, IComparable<T?>", "where T : unmanaged", "where T : Query", "where T : IEquatable<T>", "where T : class, new()"];

    public static readonly string[] Templates =
        ["k:", "a/{id}", "{nobody}", "{", "}}", "{{x}}:", "%", "\\n", "{id.Length}", "{item.Id}", "é:", "\\\"", "{value}{key}", "{id|set}", "{id:N}", "{value ?? 1}", "{result.Id}"];

    public static readonly string[] Transforms = ["|norm", "|lower", "|upper", "|hash", "|set", "|set|hash", "|norm|hash", " ?? 1", " ?? none", " ?? Year", ":D4", ":yyyy", ":N", "|Slug", "|Slug|hash"];

    /// <summary>What fits a type in a hole; nothing where nothing does.</summary>
    public static string[] TransformsOf(string type) => type switch
    {
        "string" => ["|norm", "|lower|hash", "|hash", "|Slug", "|Slug|hash"],
        "string?" => ["|norm", "|upper ?? none", " ?? none", "|Slug"],
        "int?" => [" ?? 1", "|Slug", "|hash"],
        "int" or "long" or "byte" => [":D4", ":N0", "|hash"],
        "DateTime" or "DateTimeOffset?" or "TimeOnly" => [":HHmm", "|hash"],
        "DayOfWeek?" => [" ?? Monday"],
        "int[]" or "List<string?>" or "string?[]?" => ["|set", "|set|hash"],
        _ => ["", "|hash"],
    };

    /// <summary>Members of a type, for a hole.</summary>
    public static string[] PathsOf(string type) => type switch
    {
        "Query" or "Query?" => [".Text", ".Page", ".Trace", ".Text.Length"],
        "Point" or "Point?" => [".X", ".Y"],
        "Marked" or "Marked?" => [".Id", ".Name", ".Rest"],
        "string" or "string?" => [".Length"],
        "(int A, string B)" or "(int A, string? B)?" => [".A", ".B", ".Item2"],
        "DateTime" or "DateTimeOffset?" => [".Year", ".Date"],
        _ => ["", "", "", ".Nothing"],
    };

    public static readonly string[] Durations = ["1h", "90d", "500ms", "1h30m", "00:05:00", "7s", "0.5d", " 2m ", "1ms"];

    public static readonly string[] NotDurations = ["", "soon", "-1h", "0s", "1h1h", "99999999999999d", "24:00", "1.2.3h", "\\u2028"];

    /// <summary>Members that get in the way.</summary>
    public static readonly string[] Awkward =
    [
        "private int Cache => 1;", "internal static void Methods() { }", "private const int Entries = 1;", "internal event Action? table;", "internal sealed class CacheEntries;", "internal enum System { A }", "internal struct CacheGen { public int A; }",
        "private int self;", "internal static int Get1;", "private static int @value => 1;", "internal int this[int key] => key;", "internal class CachedMethods<TX> { }", "internal delegate void key();", "private static object? global;", "internal int GetKey2;",
    ];
}
