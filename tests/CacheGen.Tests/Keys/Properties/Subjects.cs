using System.Numerics;

namespace CacheGen.Tests.Keys.Properties;

/// <summary>The methods whose keys are tried at random.</summary>
[CachePrefix("p")]
internal sealed partial class Subjects(MethodCache cache)
{
    [Cached] public partial int Texts(string? a, string? b);
    [Cached(Key = "{a}/x,{b}~:{c}")] public partial int Template(string? a, string b, string? c);
    [Cached(Key = "{a|norm}:{b|lower}:{c|upper}")] public partial int Folded(string? a, string? b, string? c);
    [Cached(Key = "{a|hash}:{b|norm|hash}:{c|set|hash}")] public partial int Hashed(string? a, string? b, string?[] c);
    [Cached(Key = "{a ?? none}:{b ?? 0}:{c ?? Fast}:{d ?? true}")] public partial int Defaulted(string? a, int? b, Speed? c, bool? d);
    [Cached(Key = "{a:yyyyMMddHH}:{b:X2}:{c:0.0}")] public partial int Formatted(DateTime a, int b, decimal? c);
    [Cached] public partial int Numbers(decimal a, double b, float? c);
    [Cached] public partial int Wide(Int128 a, BigInteger? b, Half c);
    [Cached] public partial int Small(char a, char? b, bool? c, Sides d, Guid? e);
    [Cached] public partial int Times(DateTime a, DateTime? b);
    [Cached] public partial int Offsets(DateTimeOffset a, DateTimeOffset? b);
    [Cached] public partial int Spans(DateOnly? a, TimeOnly b, TimeSpan c);
    [Cached] public partial int Record(Search a, Address? b);
    [Cached(Key = "{a},{b},{c}")] public partial int Structures((string? X, Spot? Y) a, string[]? b, string? c);
    [Cached(Key = "{a},{b|set},{c|set}")] public partial int Sets(string?[] a, string?[]? b, IReadOnlyList<DateTime?> c);
    [Cached(Key = "{a}{{{b}}}")] public partial int Deep((int?, Address?)[][] a, HashSet<string>? b);
    [Cached] public partial int Generic<T>(T a, T? b) where T : struct, IFormattable;

    private static int TextsCore(string? a, string? b) => 0;
    private static int TemplateCore(string? a, string b, string? c) => 0;
    private static int FoldedCore(string? a, string? b, string? c) => 0;
    private static int HashedCore(string? a, string? b, string?[] c) => 0;
    private static int DefaultedCore(string? a, int? b, Speed? c, bool? d) => 0;
    private static int FormattedCore(DateTime a, int b, decimal? c) => 0;
    private static int NumbersCore(decimal a, double b, float? c) => 0;
    private static int WideCore(Int128 a, BigInteger? b, Half c) => 0;
    private static int SmallCore(char a, char? b, bool? c, Sides d, Guid? e) => 0;
    private static int TimesCore(DateTime a, DateTime? b) => 0;
    private static int OffsetsCore(DateTimeOffset a, DateTimeOffset? b) => 0;
    private static int SpansCore(DateOnly? a, TimeOnly b, TimeSpan c) => 0;
    private static int RecordCore(Search a, Address? b) => 0;
    private static int StructuresCore((string? X, Spot? Y) a, string[]? b, string? c) => 0;
    private static int SetsCore(string?[] a, string?[]? b, IReadOnlyList<DateTime?> c) => 0;
    private static int DeepCore((int?, Address?)[][] a, HashSet<string>? b) => 0;
    private static int GenericCore<T>(T a, T? b) where T : struct, IFormattable => 0;
}
