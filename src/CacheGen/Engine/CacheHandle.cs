using System.Diagnostics.CodeAnalysis;

namespace CacheGen;

/// <summary>
/// The entry of one cached method for one list of arguments, so that nobody writes keys by hand:
/// <c>await DiscogsCatalog.Cache.GetRelease(cache, id).RemoveAsync()</c>. Handles of one entry are equal.
/// </summary>
/// <typeparam name="TValue">What the method returns.</typeparam>
public abstract class CacheHandle<TValue>
{
    private protected CacheHandle()
    {
    }

    /// <summary>The whole key as text, as logs, tags and a distributed store see it.</summary>
    public abstract string Key { get; }

    /// <summary>The fresh value in this process, if there is one. Neither counts as a hit nor loads.</summary>
    public abstract bool Peek([MaybeNullWhen(false)] out TValue value);

    /// <summary>The fresh value, if there is one, in this process or in a level that processes share. Neither counts as a hit nor loads.</summary>
    public abstract ValueTask<Peeked<TValue>> PeekAsync(CancellationToken cancellationToken = default);

    /// <summary>Stores a value as if it had just been loaded; a load under way is not stored over it.</summary>
    public abstract void Set(TValue value);

    /// <inheritdoc cref="Set"/>
    public abstract ValueTask SetAsync(TValue value, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the entry, its stale value too. Once this has returned, no load that began before it is stored.
    /// </summary>
    public abstract void Remove();

    /// <inheritdoc cref="Remove"/>
    public abstract ValueTask RemoveAsync(CancellationToken cancellationToken = default);
}

/// <summary>What <see cref="CacheHandle{TValue}.PeekAsync"/> saw.</summary>
/// <param name="Found">Whether there is a fresh value; it may be null, where that is what is cached.</param>
/// <param name="Value">The value; the type's default where there is none.</param>
public readonly record struct Peeked<TValue>(bool Found, TValue? Value);

internal sealed class CacheHandle<TKey, TValue>(CacheTable<TKey, TValue> table, TKey key) : CacheHandle<TValue>
    where TKey : notnull
{
    // The engine's own, which stays the same whatever is switched off and on.
    private readonly CacheTable<TKey, TValue> _table = (CacheTable<TKey, TValue>)table.Engines;

    public override string Key => _table.FormatKey(key);

    public override bool Peek([MaybeNullWhen(false)] out TValue value) => Table.Peek(key, out value);

    public override ValueTask<Peeked<TValue>> PeekAsync(CancellationToken cancellationToken = default) => Table.PeekAsync(key, cancellationToken);

    public override void Set(TValue value) => Table.Set(key, value);

    public override ValueTask SetAsync(TValue value, CancellationToken cancellationToken = default) =>
        Table.SetAsync(key, value, cancellationToken);

    public override void Remove() => Table.Remove(key);

    public override ValueTask RemoveAsync(CancellationToken cancellationToken = default) => Table.RemoveAsync(key, cancellationToken);

    public override bool Equals(object? obj) =>
        obj is CacheHandle<TKey, TValue> other && ReferenceEquals(_table, other._table) && EqualityComparer<TKey>.Default.Equals(TypedKey, other.TypedKey);

    public override int GetHashCode() => HashCode.Combine(_table, TypedKey);

    public override string ToString() => Key;

    // Asked for at each use: the method may have been switched off or on since the handle was made.
    private CacheTable<TKey, TValue> Table => _table.Cache.Table(_table.Method);

    private TKey TypedKey => key;
}
