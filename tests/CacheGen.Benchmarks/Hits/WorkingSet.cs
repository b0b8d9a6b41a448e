using System.Globalization;

namespace CacheGen.Benchmarks.Hits;

/// <summary>
/// The keys that hits walk through: 1,024 in a fixed shuffled order. One hot key would be predicted, and stay in registers' reach; a large
/// set would measure the processor's caches, which cost everybody the same and so hide the work. 1,024 entries fit into the second level
/// and not into the first. All sides take their keys from such an array, so taking them costs all the same.
/// </summary>
internal static class WorkingSet
{
    public const int Count = 1024;

    /// <summary>Too large for any level of a processor's cache, nearly.</summary>
    public const int Large = 262_144;

    public static int[] Ints { get; } = Shuffled(Count);

    public static int[] LargeInts { get; } = Shuffled(Large);

    /// <summary>Equal to what is stored, but never the same object: callers bring strings of their own.</summary>
    public static string[] Strings => [.. Ints.Select(NameOf)];

    public static Guid[] Guids { get; } = [.. Ints.Select(number => new Guid(number, 7, 11, 1, 2, 3, 4, 5, 6, (byte)(number >> 8), (byte)number))];

    public static (string Query, int Page, string Sort)[] Searches => [.. Ints.Select(number => (NameOf(number / 8), number % 8, string.Create(CultureInfo.InvariantCulture, $"by-{number % 3}")))];

    public static int[] Shuffled(int count)
    {
        var numbers = Enumerable.Range(1, count).ToArray();
        new Random(20).Shuffle(numbers);
        return numbers;
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"artist-{number}");
}
