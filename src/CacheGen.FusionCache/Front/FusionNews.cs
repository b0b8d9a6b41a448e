using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Events;

namespace CacheGen.Fusion;

/// <summary>
/// What FusionCache tells of changes in its memory that did not come through us: by its own users, by messages of other nodes. Each is told
/// after it was made; where FusionCache raises events on the pool, a little later.
/// </summary>
/// <remarks>
/// An eviction is no change: the value is as good as before. A removed tag is a value set under the tag's key, a message of another node is
/// told when it has been obeyed.
/// </remarks>
internal sealed class FusionNews : IDisposable
{
    private static readonly string s_clearRemove = KeyVersions.TagKey(FusionCacheInternalStrings.DefaultClearRemoveTag);
    private static readonly string s_clearExpire = KeyVersions.TagKey(FusionCacheInternalStrings.DefaultClearExpireTag);

    private readonly FusionCacheEventsHub _events;
    private readonly KeyVersions _versions;
    private readonly string _keyPrefix;

    /// <param name="fusion">Whose events they are.</param>
    /// <param name="versions">Where the changes are counted.</param>
    /// <param name="keyPrefix">What it puts before each key.</param>
    public FusionNews(IFusionCache fusion, KeyVersions versions, string keyPrefix)
    {
        _events = fusion.Events;
        _versions = versions;
        _keyPrefix = keyPrefix;
        _events.Memory.Set += OnChanged;
        _events.Memory.Remove += OnChanged;
        _events.Memory.Expire += OnChanged;
        _events.RemoveByTag += OnTagRemoved;
        _events.Clear += OnCleared;
    }

    public void Dispose()
    {
        _events.Memory.Set -= OnChanged;
        _events.Memory.Remove -= OnChanged;
        _events.Memory.Expire -= OnChanged;
        _events.RemoveByTag -= OnTagRemoved;
        _events.Clear -= OnCleared;
    }

    private void OnChanged(object? sender, FusionCacheEntryEventArgs e)
    {
        if (!e.Key.StartsWith(_keyPrefix, StringComparison.Ordinal))
            return;
        var key = e.Key.AsSpan(_keyPrefix.Length);
        if (key.SequenceEqual(s_clearRemove) || key.SequenceEqual(s_clearExpire))
            _versions.AllChanged();
        else
            _versions.Changed(key);
    }

    // Beside the value set under its key, which cannot be told as one where FusionCache was given internal strings of the user's own.
    private void OnTagRemoved(object? sender, FusionCacheTagEventArgs e) => _versions.Changed(KeyVersions.TagKey(e.Tag));

    private void OnCleared(object? sender, EventArgs e) => _versions.AllChanged();
}
