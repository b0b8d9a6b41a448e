namespace CacheGen.Tests.Keys;

/// <summary>Keys that users make themselves: own transforms, KeyFrom, marked members, scopes.</summary>
[CachePrefix("o"), CacheScope("tenant")]
internal sealed partial class OwnKeys(MethodCache cache, ICacheScope scope)
{
    [Cached(Key = "{name|Slug}:{id|Pair}:{day|Day}", Tags = new[] { "{name|Slug}" })] public partial int Transformed(string? name, int id, DateTime? day);
    [Cached(KeyFrom = nameof(Text))] public partial int FromText(string? a, string? b);
    [Cached(KeyFrom = nameof(Tuple), Version = 2)] public partial int FromTuple(int id, string? name, IProgress<int>? progress);
    [Cached] public partial int Marked(Person? person, Person boss);
    [Cached(Key = "{id}"), CacheScope("user")] public partial int Scoped(string? id, [CacheScope("org.unit")] string unit);
    [Cached(Key = "{a|Number}:{b|Slug|lower|Slug}")] public partial int Collapsing(string? a, string? b);

    internal static string? Slug(string? text) => text?.Replace(':', '/');
    internal static (int, string?) Pair(int id) => (id / 2, id % 2 == 0 ? null : "odd");
    internal static DateTime? Day(DateTime? time) => time?.Date;
    internal static decimal Number(string? text) => (text?.Length ?? -1) + 0.50m;
    internal static string? Text(string? b, string? a) => a is null ? b : $"{a}:{b}";
    internal static (string? Name, int Id) Tuple(string? name, int id) => (name, id);

    private static int TransformedCore(string? name, int id, DateTime? day) => 0;
    private static int FromTextCore(string? a, string? b) => 0;
    private static int FromTupleCore(int id, string? name, IProgress<int>? progress) => 0;
    private static int MarkedCore(Person? person, Person boss) => 0;
    private static int ScopedCore(string? id, string unit) => 0;
    private static int CollapsingCore(string? a, string? b) => 0;
}

internal sealed class Person
{
    [CacheKeyPart] public string? Name { get; init; }
    [CacheKeyPart] internal decimal Number { get; init; }
    public object? Session { get; set; }
}
