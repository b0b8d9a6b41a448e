using System.Diagnostics;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CacheGen.Distributed;

/// <summary>
/// A distributed cache that goes on when its primary (Dragonfly, Redis) is down, on a secondary (a SQLite file, memory, anything
/// that is an <see cref="IDistributedCache"/>), and forgets nothing on the way back: what this node wrote or removed in the
/// outage is known to the primary before the primary is read for that key again.
/// </summary>
/// <remarks>
/// Ours because what there is falls back without looking back: a retry or fallback strategy around two caches serves, once the
/// primary returns, what was removed while it was away. docs/distributed.md says what is guaranteed and what is not.
/// A write, once begun, is carried through in both stores; its caller's token ends the caller's wait only.
/// </remarks>
#pragma warning disable CA1001 // A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose of.
public sealed partial class FallbackDistributedCache : IDistributedCache
#pragma warning restore CA1001
{
    private readonly PrimaryCircuit _circuit;
    private readonly GuardedPrimary _primary;
    private readonly SecondaryStore _secondary;
    private readonly KeyJournal _journal;
    private readonly KeyGates _gates = new();
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly bool _mirrors;
    private readonly bool _copies;
    private readonly TimeSpan _breakDuration;
    private readonly TimeSpan _longestLifetime;

    /// <summary>Puts a secondary behind a primary. Neither is disposed by this cache.</summary>
    /// <param name="primary">Used while it answers.</param>
    /// <param name="secondary">
    /// Used while the primary does not. Its operations are not bounded in time: it is to be near. It is to keep what it is given for
    /// as long as it is asked to; one that evicts makes misses of it.
    /// </param>
    /// <param name="options">Read once; null for the defaults.</param>
    /// <param name="logger">Gets one warning when an outage begins, and one line when it ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option has a value that makes no sense.</exception>
    public FallbackDistributedCache(
        IDistributedCache primary,
        IDistributedCache secondary,
        FallbackDistributedCacheOptions? options = null,
        ILogger<FallbackDistributedCache>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentNullException.ThrowIfNull(secondary);
        options ??= new FallbackDistributedCacheOptions();
        options.Validate();
        _time = options.TimeProvider;
        _logger = logger ?? NullLogger<FallbackDistributedCache>.Instance;
        _mirrors = options.MirrorWrites;
        _copies = options.OnReturn == ReturnMode.Copy;
        _breakDuration = options.BreakDuration;
        _longestLifetime = options.LongestLifetime;
        _circuit = new PrimaryCircuit(options.FailuresToOpen, options.BreakDuration, _time);
        _primary = new GuardedPrimary(primary, _circuit, options.PrimaryTimeout, _time, OutageBegins);
        _secondary = new SecondaryStore(secondary, options.SecondaryPrefix ?? Guid.NewGuid().ToString("N"), _longestLifetime, _time);
        _journal = new KeyJournal(options.JournalCapacity);
    }

    /// <summary>Whether the primary is used now.</summary>
    public PrimaryState State => _circuit.State;

    /// <summary>
    /// How many keys in memory wait to be re-synchronised. Those beyond the journal's capacity are not counted: markers in the secondary
    /// stand for them.
    /// </summary>
    public int PendingKeys => _journal.Count;

    /// <inheritdoc />
    /// <exception cref="AggregateException">Both caches failed. The secondary's own exception where the primary was not asked.</exception>
    public byte[]? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Ended(ReadAsync(key, sync: true, CancellationToken.None));
    }

    /// <inheritdoc />
    /// <exception cref="AggregateException">Both caches failed. The secondary's own exception where the primary was not asked.</exception>
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadAsync(key, sync: false, token);
    }

    /// <inheritdoc />
    /// <remarks>An entry whose end is past already is removed.</remarks>
    /// <exception cref="AggregateException">
    /// Both caches failed. The secondary's own exception where the primary was not asked. While the journal has room, the key is
    /// then a miss until a write succeeds.
    /// </exception>
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) =>
        Ended(SetAsync(key, value, options, sync: true, CancellationToken.None));

    /// <inheritdoc cref="Set(string, byte[], DistributedCacheEntryOptions)" />
    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        SetAsync(key, value, options, sync: false, token);

    /// <inheritdoc />
    /// <exception cref="AggregateException">
    /// Both caches failed. The secondary's own exception where the primary was not asked. While the journal has room, the key is
    /// then a miss until a write succeeds.
    /// </exception>
    public void Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Ended(WriteAsync(key, value: null, default, sync: true));
    }

    /// <inheritdoc cref="Remove(string)" />
    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        token.ThrowIfCancellationRequested();
        return Waited(WriteAsync(key, value: null, default, sync: false), token);
    }

    /// <inheritdoc />
    /// <exception cref="AggregateException">Both caches failed. The secondary's own exception where the primary was not asked.</exception>
    public void Refresh(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Ended(TouchAsync(key, sync: true, CancellationToken.None));
    }

    /// <inheritdoc cref="Refresh(string)" />
    public Task RefreshAsync(string key, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TouchAsync(key, sync: false, token);
    }

    private Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, bool sync, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        token.ThrowIfCancellationRequested();
        var now = _time.GetUtcNow();
        var expiry = Expiry.Of(options, now);
        return Waited(WriteAsync(key, expiry.IsPast(now) ? null : value, expiry, sync), token);
    }

    private static Task Waited(Task write, CancellationToken token)
    {
        if (!token.CanBeCanceled || write.IsCompleted)
            return write;
        // Nobody may be left to see how it ends.
        GuardedPrimary.Observe(write);
        return write.WaitAsync(token);
    }

    // With sync calls nothing is awaited that has not ended, so this waits for nothing.
    private static void Ended(Task task)
    {
        Debug.Assert(task.IsCompleted, "A synchronous operation awaited something.");
        task.GetAwaiter().GetResult();
    }

    private static T Ended<T>(Task<T> task)
    {
        Debug.Assert(task.IsCompleted, "A synchronous operation awaited something.");
        return task.GetAwaiter().GetResult();
    }
}
