using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

public sealed partial class FallbackDistributedCache
{
    private readonly SemaphoreSlim _pass = new(1, 1);
    private long _lastFruitless = long.MinValue;
    private int _outage;
    private int _resynchronised;

    /// <summary>
    /// Tells the primary what it missed, as far as it answers. This happens by itself when the primary is back, behind the callers
    /// whose operations find it so; to wait for it is for tools and tests.
    /// </summary>
    /// <returns>How many keys were re-synchronised by this call.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; what is under way for a key is carried through.</exception>
    public async Task<int> ResynchroniseAsync(CancellationToken cancellationToken = default)
    {
        await _pass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunPassAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _pass.Release();
        }
    }

    private void OutageBegins(Exception failure)
    {
        if (Interlocked.Exchange(ref _outage, 1) == 0)
            Log.PrimaryDown(_logger, failure);
    }

    /// <summary>Starts a pass where there is something to do, nobody does it, and the last one did not just fail.</summary>
    private void ResynchroniseBehind()
    {
        if (_journal.Count == 0 && Volatile.Read(ref _outage) == 0)
            return;
        var fruitless = Interlocked.Read(ref _lastFruitless);
        if (!_circuit.IsPassable || (fruitless != long.MinValue && _time.GetElapsedTime(fruitless) < _breakDuration) || !_pass.Wait(0))
            return;
        // On the pool, without the caller's ExecutionContext: it is the caller's read that is to be fast.
        ThreadPool.UnsafeQueueUserWorkItem(static cache => _ = cache.RunPassBehindAsync(), this, preferLocal: false);
    }

    private async Task RunPassBehindAsync()
    {
        try
        {
            await RunPassAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _pass.Release();
        }
    }

    private async Task<int> RunPassAsync(CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref _resynchronised);
        foreach (var key in _journal.Keys())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await ResynchroniseAsync(key, sync: false).ConfigureAwait(false))
            {
                // One store does not answer. Every further key would only wait for the same.
                Interlocked.Exchange(ref _lastFruitless, _time.GetTimestamp());
                return Volatile.Read(ref _resynchronised) - before;
            }
        }

        Interlocked.Exchange(ref _lastFruitless, long.MinValue);
        var done = Volatile.Read(ref _resynchronised) - before;
        if (_circuit.State == PrimaryState.Closed && Interlocked.Exchange(ref _outage, 0) == 1)
            Log.PrimaryBack(_logger, Interlocked.Exchange(ref _resynchronised, 0));
        return done;
    }

    /// <summary>Brings both stores to this node's latest write of one key, between two writes of it.</summary>
    /// <returns>Whether it is worth going on: false where a store did not answer.</returns>
    private async ValueTask<bool> ResynchroniseAsync(string key, bool sync)
    {
        var gate = await _gates.EnterAsync(key, sync).ConfigureAwait(false);
        try
        {
            var doubt = _journal.Look(key);
            if (doubt.Running > 0 || (doubt.IsNone && !await TryFindMarkerAsync(key, sync).ConfigureAwait(false)))
                return true;
            if (doubt.SecondaryStale && !doubt.PrimaryStale)
                return await TryWriteSecondaryAsync(key, value: null, default, sync).ConfigureAwait(false) is null;

            var record = _copies && !doubt.SecondaryStale ? await TryReadSecondaryAsync(key, sync).ConfigureAwait(false) : null;
            var attempt = await WritePrimaryAsync(key, record?.Value, record?.Expiry ?? default, sync).ConfigureAwait(false);
            if (!attempt.Succeeded)
                return false;
            // Trusted first, so that no reader comes between the secondary that has the value no longer and the primary that does.
            _journal.TrustPrimary(key);
            // The secondary keeps only what it would have, had there been no outage.
            if (record is null || !_mirrors)
                await TryWriteSecondaryAsync(key, value: null, default, sync).ConfigureAwait(false);
            if (AsksForMarkers)
                await TryUnmarkAsync(key, sync).ConfigureAwait(false);
            Interlocked.Increment(ref _resynchronised);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    private async ValueTask<bool> TryFindMarkerAsync(string key, bool sync)
    {
        try
        {
            return AsksForMarkers && await _secondary.HasMarkerAsync(key, sync, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a store throws is a failure of that store.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.SecondaryFailed(_logger, exception);
            return true;
        }
    }

    /// <summary>What cannot be read is not copied: the primary loses the key, which is a miss and nothing worse.</summary>
    private async ValueTask<(byte[] Value, Expiry Expiry)?> TryReadSecondaryAsync(string key, bool sync)
    {
        try
        {
            return await _secondary.GetAsync(key, sync, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a store throws is a failure of that store.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.SecondaryFailed(_logger, exception);
            return null;
        }
    }
}
