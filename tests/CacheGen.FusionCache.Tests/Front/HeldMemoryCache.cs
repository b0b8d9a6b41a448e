using System.Collections.Concurrent;
using CacheGen.Conformance;
using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.FusionCache.Tests.Front;

/// <summary>FusionCache's memory, whose reads a test counts, and holds after they have read.</summary>
internal sealed class HeldMemoryCache : IMemoryCache
{
    private readonly MemoryCache _inner = new(new MemoryCacheOptions());
    private readonly ConcurrentDictionary<string, int> _reads = new();
    private Hold? _hold;

    /// <summary>Reads of the entries whose keys end so.</summary>
    public int ReadsOf(string key) => _reads.Where(read => read.Key.EndsWith(key, StringComparison.Ordinal)).Sum(read => read.Value);

    /// <summary>The next read of an entry whose key ends so waits, with what it has read, until it is released.</summary>
    public Hold HoldNext(string key) => _hold = new Hold(key);

    /// <summary>Takes an entry out, and tells nobody.</summary>
    public void TakeOut(string key) => _inner.Remove(key);

    public ICacheEntry CreateEntry(object key) => _inner.CreateEntry(key);

    public bool TryGetValue(object key, out object? value)
    {
        var text = (string)key;
        _reads.AddOrUpdate(text, 1, static (_, count) => count + 1);
        var found = _inner.TryGetValue(key, out value);
        if (Volatile.Read(ref _hold) is { } hold && text.EndsWith(hold.Key, StringComparison.Ordinal) && Interlocked.Exchange(ref _hold, null) == hold)
            hold.Wait();
        return found;
    }

    public void Remove(object key) => _inner.Remove(key);

    public void Dispose() => _inner.Dispose();

    internal sealed class Hold(string key)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Key { get; } = key;

        /// <summary>Ends when the read has read.</summary>
        public Task Reached => _reached.Task.WaitAsync(Eventually.Patience);

        public void Release() => _released.SetResult();

        public void Wait()
        {
            _reached.SetResult();
            _released.Task.WaitAsync(Eventually.Patience).GetAwaiter().GetResult();
        }
    }
}
