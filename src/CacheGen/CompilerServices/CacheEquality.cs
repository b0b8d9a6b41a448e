using System.Collections.Immutable;
using System.ComponentModel;

namespace CacheGen.CompilerServices;

/// <summary>What generated code compares values with, where a Ttl learns from whether they change.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheEquality
{
    /// <summary>As the type itself compares.</summary>
    public static bool Own<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);

    /// <summary>Member by member. Records derived from the declared one may have members that are not listed: these compare themselves.</summary>
    public static bool Record<T>(T? a, T? b, Func<T, T, bool> members) where T : class =>
        ReferenceEquals(a, b)
        || (a is not null && b is not null && (a.GetType() == typeof(T) && b.GetType() == typeof(T) ? members(a, b) : a.Equals(b)));

    /// <summary>Member by member.</summary>
    public static bool Struct<T>(T a, T b, Func<T, T, bool> members) where T : struct => members(a, b);

    /// <summary>Member by member, or both null.</summary>
    public static bool Optional<T>(T? a, T? b, Func<T, T, bool> members) where T : struct =>
        a is { } x && b is { } y ? members(x, y) : a is null && b is null;

    /// <summary>Item by item, in order, as these compare themselves.</summary>
    public static bool List<T>(IEnumerable<T>? a, IEnumerable<T>? b) => List(a, b, EqualityComparer<T>.Default.Equals);

    /// <summary>Item by item, in order.</summary>
    public static bool List<T>(IEnumerable<T>? a, IEnumerable<T>? b, Func<T, T, bool> items)
    {
        (a, b) = (Given(a), Given(b));
        if (a is null || b is null)
            return a is null && b is null;
        using var first = a.GetEnumerator();
        using var second = b.GetEnumerator();
        while (first.MoveNext())
        {
            if (!second.MoveNext() || !items(first.Current, second.Current))
                return false;
        }

        return !second.MoveNext();
    }

    /// <summary>The same items, in any order.</summary>
    public static bool Set<T>(IEnumerable<T>? a, IEnumerable<T>? b) =>
        a is null || b is null ? a is null && b is null : new HashSet<T>(a).SetEquals(b);

    /// <summary>The same keys, each with a value that says it equals the other, in any order.</summary>
    public static bool Map<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>>? a, IEnumerable<KeyValuePair<TKey, TValue>>? b) where TKey : notnull =>
        Map(a, b, EqualityComparer<TValue>.Default.Equals);

    /// <summary>The same keys, each with an equal value, in any order.</summary>
    public static bool Map<TKey, TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>>? a, IEnumerable<KeyValuePair<TKey, TValue>>? b, Func<TValue, TValue, bool> values)
        where TKey : notnull
    {
        if (a is null || b is null)
            return a is null && b is null;
        var rest = new Dictionary<TKey, TValue>(a);
        foreach (var (key, value) in b)
        {
            if (!rest.Remove(key, out var other) || !values(other, value))
                return false;
        }

        return rest.Count == 0;
    }

    // A default ImmutableArray cannot be read.
    private static IEnumerable<T>? Given<T>(IEnumerable<T>? items) => items is ImmutableArray<T> { IsDefault: true } ? null : items;
}
