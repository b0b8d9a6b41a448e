using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

public sealed partial class FallbackDistributedCache
{
    private async Task<byte[]?> ReadAsync(string key, bool sync, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        Attempt attempt = default;
        if (await IsPrimaryTrustedAsync(key, sync, token).ConfigureAwait(false))
        {
            byte[]? value = null;
            attempt = await _primary.TryAsync(
                async (primary, bound) => value = await primary.Get(key, sync, bound).ConfigureAwait(false), token).ConfigureAwait(false);
            if (attempt.Succeeded)
            {
                ResynchroniseBehind();
                return value;
            }
        }

        ResynchroniseBehind();
        try
        {
            if (_journal.Look(key).SecondaryStale)
                return null;
            return (await _secondary.GetAsync(key, sync, token).ConfigureAwait(false))?.Value;
        }
        catch (Exception exception) when (attempt.Failure is not null && !token.IsCancellationRequested)
        {
            throw BothFailed(attempt.Failure, exception);
        }
    }

    private async Task TouchAsync(string key, bool sync, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        Attempt attempt = default;
        if (await IsPrimaryTrustedAsync(key, sync, token).ConfigureAwait(false))
            attempt = await _primary.TryAsync((primary, bound) => primary.Refresh(key, sync, bound), token).ConfigureAwait(false);
        ResynchroniseBehind();
        if ((attempt.Succeeded && !_mirrors) || _journal.Look(key).SecondaryStale)
            return;
        try
        {
            await _secondary.RefreshAsync(key, sync, token).ConfigureAwait(false);
        }
        catch (Exception exception) when (attempt.Succeeded && !token.IsCancellationRequested)
        {
            // The mirrored copy may end early. That is a miss, if there is an outage at all.
            Log.SecondaryFailed(_logger, exception);
        }
        catch (Exception exception) when (attempt.Failure is not null && !token.IsCancellationRequested)
        {
            throw BothFailed(attempt.Failure, exception);
        }
    }

    /// <summary>Whether the primary knows this node's latest write of the key, and may be read.</summary>
    private async ValueTask<bool> IsPrimaryTrustedAsync(string key, bool sync, CancellationToken token)
    {
        if (_journal.Look(key).PrimaryStale)
        {
            // Where values of the outage are not to be copied, this one ends as soon as the primary can be told: a node that hears of
            // another's newer value looks here for it, and must not find its own again.
            return !_copies && _circuit.IsPassable && await ResynchroniseAsync(key, sync).ConfigureAwait(false)
                && !_journal.Look(key).PrimaryStale;
        }

        if (!AsksForMarkers)
            return true;
        try
        {
            if (!await _secondary.HasMarkerAsync(key, sync, token).ConfigureAwait(false))
                return true;
            // Nobody lists the markers: such a key is re-synchronised by whoever asks for it first.
            return _circuit.IsPassable && await ResynchroniseAsync(key, sync).ConfigureAwait(false)
                && !_journal.Look(key).PrimaryStale;
        }
#pragma warning disable CA1031 // Whatever the secondary throws, it does not answer.
        catch (Exception exception) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.SecondaryFailed(_logger, exception);
            return false;
        }
    }

    private static AggregateException BothFailed(Exception primary, Exception secondary) =>
        new("Both the primary and the secondary cache failed.", primary, secondary);
}
