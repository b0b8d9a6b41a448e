using System.Diagnostics.CodeAnalysis;

namespace CacheGen.InProcess;

/// <summary>How keys that are objects are compared. Keys that are values compare themselves.</summary>
internal static class KeyComparers
{
    /// <summary>Null for value types.</summary>
    public static IEqualityComparer<TKey>? Of<TKey>()
        where TKey : notnull =>
        typeof(TKey).IsValueType ? null
        : typeof(TKey) == typeof(string) ? (IEqualityComparer<TKey>)(object)new Texts()
        : EqualityComparer<TKey>.Default;

    /// <summary>Ordinal, with a faster hash than string's own.</summary>
    private sealed class Texts : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode([DisallowNull] string text) => TextHash.Of(text);
    }
}
