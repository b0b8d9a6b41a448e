using CacheGen.Conformance;
using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>A way to Redis on which a test may hold a write up: as a slow network does, but at the moment that matters.</summary>
public sealed class HeldWrites(IDistributedCache inner) : IDistributedCache
{
    private TaskCompletionSource? _arrived;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _written = new();

    /// <summary>From now on writes and removals wait; ends when the first has come.</summary>
    public Task HoldAsync()
    {
        _written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _arrived.Task.WaitAsync(Eventually.Patience);
    }

    /// <summary>Ends when the write that was held is in Redis.</summary>
    public Task ReleaseAsync()
    {
        _released.TrySetResult();
        return _written.Task.WaitAsync(Eventually.Patience);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await WaitAsync(token);
        await inner.SetAsync(key, value, options, token);
        _written.TrySetResult();
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await WaitAsync(token);
        await inner.RemoveAsync(key, token);
        _written.TrySetResult();
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => inner.Set(key, value, options);

    public byte[]? Get(string key) => inner.Get(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => inner.GetAsync(key, token);

    public void Refresh(string key) => inner.Refresh(key);

    public Task RefreshAsync(string key, CancellationToken token = default) => inner.RefreshAsync(key, token);

    public void Remove(string key) => inner.Remove(key);

    private async Task WaitAsync(CancellationToken token)
    {
        if (_arrived is not { } arrived)
            return;
        arrived.TrySetResult();
        await _released.Task.WaitAsync(Eventually.Patience, token);
    }
}
