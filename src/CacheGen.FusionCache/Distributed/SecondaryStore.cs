using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

/// <summary>The secondary under names of its own: values, and the markers of keys that the journal has no room for.</summary>
internal sealed class SecondaryStore(IDistributedCache secondary, string prefix, TimeSpan longestLifetime, TimeProvider time)
{
    private static readonly byte[] s_marker = [1];
    private int _generation;

    public async ValueTask<(byte[] Value, Expiry Expiry)?> GetAsync(string key, bool sync, CancellationToken token)
    {
        var record = SecondaryRecord.Decode(await secondary.Get(ValueName(key), sync, token).ConfigureAwait(false));
        // Not every store looks at the clock when it reads.
        return record is { } found && found.Expiry.IsPast(time.GetUtcNow()) ? null : record;
    }

    // A null value removes the key.
    public Task WriteAsync(string key, byte[]? value, Expiry expiry, bool sync) => value is null
        ? secondary.Remove(ValueName(key), sync, CancellationToken.None)
        : secondary.Set(ValueName(key), SecondaryRecord.Encode(value, expiry), expiry.ToOptions(), sync, CancellationToken.None);

    public Task RefreshAsync(string key, bool sync, CancellationToken token) => secondary.Refresh(ValueName(key), sync, token);

    /// <summary>No value written so far is read again. For when it is unknown which of them are out of date.</summary>
    public void StartOver() => Interlocked.Increment(ref _generation);

    public async ValueTask<bool> HasMarkerAsync(string key, bool sync, CancellationToken token) =>
        await secondary.Get(MarkerName(key), sync, token).ConfigureAwait(false) is not null;

    public Task MarkAsync(string key, bool sync)
    {
        var options = new DistributedCacheEntryOptions { AbsoluteExpiration = Expiry.Later(time.GetUtcNow(), longestLifetime) };
        return secondary.Set(MarkerName(key), s_marker, options, sync, CancellationToken.None);
    }

    public Task UnmarkAsync(string key, bool sync) => secondary.Remove(MarkerName(key), sync, CancellationToken.None);

    private string ValueName(string key) => $"{prefix}:{Volatile.Read(ref _generation)}:{key}";

    // Of no generation: what the primary missed stays true when the secondary starts over.
    private string MarkerName(string key) => $"{prefix}:m:{key}";
}
