using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

public sealed partial class FallbackDistributedCache
{
    private long _asksForMarkersUntil = long.MinValue;

    /// <summary>Whether the journal was full of late, so that markers in the secondary tell what the primary missed.</summary>
    private bool AsksForMarkers => _time.GetUtcNow().UtcTicks < Interlocked.Read(ref _asksForMarkersUntil);

    // A null value removes the key.
    private async Task WriteAsync(string key, byte[]? value, Expiry expiry, bool sync)
    {
        var gate = await _gates.EnterAsync(key, sync).ConfigureAwait(false);
        try
        {
            var attempt = await WritePrimaryAsync(key, value, expiry, sync).ConfigureAwait(false);
            if (attempt.Succeeded)
                await FollowPrimaryAsync(key, value, expiry, sync).ConfigureAwait(false);
            else
                await WriteWithoutPrimaryAsync(key, value, expiry, attempt.Failure, sync).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }

        ResynchroniseBehind();
    }

    private async ValueTask<Attempt> WritePrimaryAsync(string key, byte[]? value, Expiry expiry, bool sync)
    {
        var attempt = await _primary.TryAsync(
            (primary, bound) => value is null
                ? primary.Remove(key, sync, bound)
                : primary.Set(key, value, expiry.ToOptions(), sync, bound),
            CancellationToken.None).ConfigureAwait(false);
        if (attempt.StillRunning is { } running)
        {
            // It may arrive after later writes. Until it has ended, the primary is not trusted with this key.
            _journal.WriteLeft(key);
            _ = running.ContinueWith(
                _ => _journal.WriteEnded(key), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return attempt;
    }

    /// <summary>The primary has the write; brings the secondary to where it may be read for this key, or is not.</summary>
    private async ValueTask FollowPrimaryAsync(string key, byte[]? value, Expiry expiry, bool sync)
    {
        var doubt = _journal.Look(key);
        var marked = AsksForMarkers;
        // A key with a write still running is read from the secondary, mirrored or not.
        var copy = _mirrors || doubt.Running > 0 ? value : null;
        // Without mirroring, the secondary has nothing of a key that the primary did not miss.
        if (_mirrors || marked || !doubt.IsNone)
            await TryWriteSecondaryAsync(key, copy, expiry, sync).ConfigureAwait(false);
        if (doubt.Running > 0)
            return;
        if (marked)
            await TryUnmarkAsync(key, sync).ConfigureAwait(false);
        _journal.TrustPrimary(key);
    }

    private async ValueTask WriteWithoutPrimaryAsync(string key, byte[]? value, Expiry expiry, Exception? primaryFailure, bool sync)
    {
        try
        {
            // First of all, so that nobody reads the primary's old value once this write is there.
            if (!_journal.TryDoubtPrimary(key))
                await MarkAsync(key, sync).ConfigureAwait(false);
            if (await TryWriteSecondaryAsync(key, value, expiry, sync).ConfigureAwait(false) is { } failure)
                ExceptionDispatchInfo.Throw(failure);
        }
        catch (Exception exception) when (primaryFailure is not null)
        {
            throw BothFailed(primaryFailure, exception);
        }
    }

    /// <returns>Why it failed; then the secondary is not read for this key. Null where it succeeded.</returns>
    private async ValueTask<Exception?> TryWriteSecondaryAsync(string key, byte[]? value, Expiry expiry, bool sync)
    {
        try
        {
            await _secondary.WriteAsync(key, value, expiry, sync).ConfigureAwait(false);
            _journal.TrustSecondary(key);
            return null;
        }
#pragma warning disable CA1031 // Whatever a store throws is a failure of that store.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.SecondaryMissed(_logger, exception, key);
            if (!_journal.TryDoubtSecondary(key))
            {
                Log.SecondaryStartsOver(_logger);
                _journal.TrustSecondaryAfter(_secondary.StartOver);
            }

            return exception;
        }
    }

    private async ValueTask MarkAsync(string key, bool sync)
    {
        if (!AsksForMarkers)
            Log.JournalFull(_logger, _longestLifetime);
        // Before the marker is there: a marker that nobody asks for guards nothing.
        Interlocked.Exchange(ref _asksForMarkersUntil, Expiry.Later(_time.GetUtcNow(), _longestLifetime).UtcTicks);
        await _secondary.MarkAsync(key, sync).ConfigureAwait(false);
    }

    private async ValueTask TryUnmarkAsync(string key, bool sync)
    {
        try
        {
            await _secondary.UnmarkAsync(key, sync).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A marker too many costs a re-synchronisation, and no more.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.SecondaryFailed(_logger, exception);
        }
    }
}
