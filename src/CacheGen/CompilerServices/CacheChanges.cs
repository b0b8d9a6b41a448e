using System.ComponentModel;
using CacheGen.Invalidation;

namespace CacheGen.CompilerServices;

/// <summary>What a method with [Invalidates] or [Updates] does to the cache once its source has succeeded. Not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CacheChanges
{
    private readonly MethodCache _cache;
    private readonly List<CacheChange> _changes = [];

    /// <summary>Nothing yet.</summary>
    public CacheChanges(MethodCache cache)
    {
        ArgumentNullException.ThrowIfNull(cache);
        _cache = cache;
    }

    /// <summary>An entry is removed; null for one whose arguments are not known.</summary>
    public CacheChanges Remove<TValue>(CacheHandle<TValue>? entry)
    {
        if (entry is not null)
            _changes.Add(new EntryRemoval<TValue>(entry));
        return this;
    }

    /// <summary>An entry gets a value, after all removals; null for one whose arguments are not known.</summary>
    public CacheChanges Set<TValue>(CacheHandle<TValue>? entry, TValue value)
    {
        if (entry is not null)
            _changes.Add(new EntryUpdate<TValue>(entry, value));
        return this;
    }

    /// <summary>All entries of a tag are removed. The holes are escaped as in the tags of [Cached].</summary>
    public CacheChanges RemoveByTag(CacheKeyHandler tag)
    {
        _changes.Add(new TagRemoval(tag.ToStringAndClear()));
        return this;
    }

    /// <summary>Makes all changes, or has the scope that this code is in collect them.</summary>
    public void Apply()
    {
        if (_cache.Scope?.TryCollect(_changes) != true)
            CacheChange.ApplyAll(_cache, _changes);
    }

    /// <inheritdoc cref="Apply"/>
    /// <remarks>It cannot be cancelled: what is written is written.</remarks>
    public ValueTask ApplyAsync() =>
        _cache.Scope?.TryCollect(_changes) == true ? ValueTask.CompletedTask : CacheChange.ApplyAllAsync(_cache, _changes);
}
