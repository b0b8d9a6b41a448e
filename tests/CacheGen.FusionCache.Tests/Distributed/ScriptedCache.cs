using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.FusionCache.Tests.Distributed;

/// <summary>A store that a test breaks, hangs and mends. It honours expiry by the test's clock, and no token.</summary>
internal sealed class ScriptedCache(TimeProvider time) : IDistributedCache
{
    private readonly ConcurrentDictionary<string, (byte[] Value, DistributedCacheEntryOptions Options)> _entries = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _held = new();
    private int _calls;
    private int _lateArrivals;

    /// <summary>Every operation throws.</summary>
    public bool IsDown { get; set; }

    /// <summary>Asynchronous operations wait for <see cref="Release"/>; what they do is done only then.</summary>
    public bool Hangs { get; set; }

    /// <summary>Runs before each operation; what it throws, the operation throws.</summary>
    public Action<string>? Before { get; set; }

    public int Calls => Volatile.Read(ref _calls);

    public int HeldCalls => _held.Count;

    /// <summary>Operations that hung and were done after all.</summary>
    public int LateArrivals => Volatile.Read(ref _lateArrivals);

    public ICollection<string> Keys => _entries.Keys;

    /// <summary>Lets go what hangs now, in order.</summary>
    public void Release()
    {
        while (_held.TryDequeue(out var held))
            held.SetResult();
    }

    public DistributedCacheEntryOptions? OptionsOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Options : null;

    public byte[]? Peek(string key) =>
        _entries.TryGetValue(key, out var entry) && !(entry.Options.AbsoluteExpiration <= time.GetUtcNow()) ? entry.Value : null;

    public byte[]? Get(string key) => Run($"get {key}", () => Peek(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Run($"set {key}", () => Put(key, value, options));

    public void Remove(string key) => Run($"remove {key}", () => Drop(key));

    public void Refresh(string key) => Run<byte[]?>($"refresh {key}", () => null);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => RunAsync($"get {key}", () => Peek(key));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        RunAsync($"set {key}", () => Put(key, value, options));

    public Task RemoveAsync(string key, CancellationToken token = default) => RunAsync($"remove {key}", () => Drop(key));

    public Task RefreshAsync(string key, CancellationToken token = default) => RunAsync<byte[]?>($"refresh {key}", () => null);

    private byte[]? Put(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        _entries[key] = (value, options);
        return null;
    }

    private byte[]? Drop(string key)
    {
        _entries.TryRemove(key, out _);
        return null;
    }

    private T Run<T>(string call, Func<T> action)
    {
        Interlocked.Increment(ref _calls);
        Before?.Invoke(call);
        return IsDown ? throw new IOException("The store is down.") : action();
    }

    private async Task<T> RunAsync<T>(string call, Func<T> action)
    {
        if (Hangs)
        {
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Increment(ref _calls);
            _held.Enqueue(held);
            await held.Task;
            var result = action();
            Interlocked.Increment(ref _lateArrivals);
            return result;
        }

        return Run(call, action);
    }
}
