using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CacheGen.Batching;
using CacheGen.Loads;

namespace CacheGen;

/// <summary>What one cache keeps for one cached method.</summary>
public abstract class CacheTable
{
    private CachePolicy _policy;

    private protected CacheTable(CachedMethod method, MethodCache cache, string? keyPrefix)
    {
        Method = method;
        Cache = cache;
        KeyPrefix = keyPrefix ?? cache.KeyPrefix;
        _policy = cache.PolicyOf(method);
    }

    private protected CacheTable(CacheTable behind) : this(behind.Method, behind.Cache, behind.KeyPrefix) => Counters = behind.Counters;

    /// <summary>The method whose values these are.</summary>
    public CachedMethod Method { get; }

    /// <summary>
    /// What holds for the method in this cache: what its attribute says, with what the options say over it. The options may change while
    /// the table lives: read it once for each operation.
    /// </summary>
    public CachePolicy Policy => Volatile.Read(ref _policy);

    /// <summary>The cache that this table is of.</summary>
    protected internal MethodCache Cache { get; }

    /// <summary>The entries kept now, stale ones included; null where the engine cannot tell them from those of other methods.</summary>
    public abstract long? Count { get; }

    /// <summary>The cache's clock.</summary>
    internal TimeProvider Clock => Cache.Options.TimeProvider;

    /// <summary>What happened so far; engines count here.</summary>
    public MethodCounters Counters { get; } = new();

    /// <summary>What stands before each key, with its colon, or empty.</summary>
    protected string KeyPrefix { get; }

    /// <summary>The engine's own table: this one, unless it passes calls by it.</summary>
    internal virtual CacheTable Engines => this;

    /// <summary>A table to use in this one's place while the method is switched off.</summary>
    internal abstract CacheTable SwitchedOff();

    /// <summary>The cache's options have changed.</summary>
    internal void Reconfigure()
    {
        Volatile.Write(ref _policy, Cache.PolicyOf(Method));
        OnReconfigured();
    }

    /// <summary>
    /// For engines: <see cref="Policy"/> or the cache's options have changed. What is stored from now on obeys them; what is there keeps
    /// its times. Calls may be under way on other threads.
    /// </summary>
    protected virtual void OnReconfigured()
    {
    }

    /// <summary>Nothing is kept: a stream need not be buffered.</summary>
    internal virtual bool IsPassThrough => false;

    /// <summary>Counts a call that went to its source past the table.</summary>
    internal virtual void PassedBy() => Counters.Load();
}

/// <inheritdoc/>
/// <remarks>
/// Generated methods call <see cref="TryGet"/> or <see cref="TryGetTask"/>, and where these find nothing fresh,
/// <c>Load</c>, <c>LoadTask</c> or <c>LoadValueTask</c>. The first two are the hit path: virtual, not generic, nothing allocated.
/// </remarks>
/// <typeparam name="TKey">The key arguments.</typeparam>
/// <typeparam name="TValue">What the method returns.</typeparam>
public abstract partial class CacheTable<TKey, TValue> : CacheTable
    where TKey : notnull
{
    private object? _windows;

    /// <summary>For engines.</summary>
    /// <param name="method">The method whose values the table keeps.</param>
    /// <param name="cache">The cache that the table is of.</param>
    /// <param name="keyPrefix">What stands before each key, with its colon; null for the cache's own prefix.</param>
    protected CacheTable(CachedMethod<TKey, TValue> method, MethodCache cache, string? keyPrefix = null) : base(method, cache, keyPrefix)
    {
        _learned = Learning();
    }

    private protected CacheTable(CacheTable<TKey, TValue> behind) : base(behind)
    {
    }

    /// <inheritdoc cref="CacheTable.Method"/>
    public new CachedMethod<TKey, TValue> Method => (CachedMethod<TKey, TValue>)base.Method;

    /// <summary>A fresh value, counted as a hit. False also where a load is due although there is a value (eager refresh, stale).</summary>
    public abstract bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value);

    /// <summary>As <see cref="TryGet"/>, for who counts the hits of many keys at once.</summary>
    internal virtual bool TryGetUncounted(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!TryGet(key, out value))
            return false;
        Counters.TakeBackHit();
        return true;
    }

    /// <summary>As <see cref="TryGet"/>, as the completed task that the entry keeps; null where there is no fresh value.</summary>
    public abstract Task<TValue>? TryGetTask(in TKey key);

    /// <summary>The slow path of a method that returns Task: joins the load of this key or starts it.</summary>
    public Task<TValue> LoadTask<TSelf, TArgs>(
        TKey key, TSelf self, TArgs args, Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source, CancellationToken cancellationToken = default) =>
        LoadFromAsync(key, new CacheSource<TSelf, TArgs, TValue>(this, self, args, source, isSynchronous: false), cancellationToken).AsTask();

    /// <summary>The slow path of a method that returns ValueTask.</summary>
    public ValueTask<TValue> LoadValueTask<TSelf, TArgs>(
        TKey key, TSelf self, TArgs args, Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source, CancellationToken cancellationToken = default) =>
        LoadFromAsync(key, new CacheSource<TSelf, TArgs, TValue>(this, self, args, source, isSynchronous: false), cancellationToken);

    /// <summary>The slow path of a method that returns the value itself. Callers that share a load block until it is there.</summary>
    public TValue Load<TSelf, TArgs>(
        TKey key, TSelf self, TArgs args, Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source, CancellationToken cancellationToken = default)
    {
        var load = LoadFromAsync(key, new CacheSource<TSelf, TArgs, TValue>(this, self, args, source, isSynchronous: true), cancellationToken);
        // Not every ValueTask can be waited for by blocking; a Task can.
        return load.IsCompleted ? load.GetAwaiter().GetResult() : load.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The value in this process, without counting, refreshing or loading. Stale values are not shown.</summary>
    public abstract bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value);

    /// <summary>As <see cref="Peek"/>, in the engine's other levels (L2) too.</summary>
    public abstract ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>Stores a value as if it had just been loaded; a load under way is not stored over it.</summary>
    public abstract void Set(TKey key, TValue value);

    /// <inheritdoc cref="Set"/>
    public abstract ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default);

    /// <summary>Removes the entry, its stale value too; a load under way answers its callers and is not stored.</summary>
    public abstract void Remove(TKey key);

    /// <inheritdoc cref="Remove"/>
    public abstract ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The whole key as text, with the cache's prefix.</summary>
    public string FormatKey(TKey key) => Method.FormatKey(KeyPrefix, key);

    /// <summary>The handle of one entry.</summary>
    public CacheHandle<TValue> Handle(TKey key) => new CacheHandle<TKey, TValue>(this, key);

    internal sealed override CacheTable SwitchedOff() => new PassThroughTable<TKey, TValue>(this);

    /// <summary>
    /// Counts a call that a fresh value answers: a hit, unless the value marks a stream that is too long to be cached. Then its caller goes on
    /// to the source.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void CountHit(TValue value)
    {
        if (value is null && Method.MaxItems > 0)
            Counters.Miss();
        else
            Counters.Hit();
    }

    /// <summary>Every load comes through here: what a method's attribute puts around its source, whatever the engine, is put around it.</summary>
    internal ValueTask<TValue> LoadFromAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken)
    {
        BatchChunk<TKey, TValue>.ThrowIfLoads(this, key);
        var load = LoadAsync(key, Failing(source.AsPolicySays(this)), cancellationToken);
        return Method.FailWhen is null || load.IsCompletedSuccessfully ? load : new(ResultOfAsync(load));
    }

    /// <summary>
    /// Begins the loads of several keys, of which the caller calls the source. Null: each of them must be a load of its own. Engines that
    /// can tell what concerns a load by itself from what concerns the call of its source save an object or two for each key.
    /// </summary>
    internal virtual JointLoad<TKey, TValue>? BeginTogether(TKey[] keys, CancellationToken cancellationToken) => null;

    /// <summary>Where single loads wait for one another, if the method's attribute says so.</summary>
    internal BatchWindows<TKey, TId, TValue, TArgs> Windows<TId, TArgs>(TimeSpan length, int maxBatch)
        where TId : notnull =>
        (BatchWindows<TKey, TId, TValue, TArgs>)(_windows ?? Interlocked.CompareExchange(ref _windows, new BatchWindows<TKey, TId, TValue, TArgs>(Clock, length, maxBatch), null) ?? _windows);

    /// <summary>Joins the load of this key, or starts it: the semantics of the engine are here.</summary>
    /// <param name="key">The key arguments.</param>
    /// <param name="source">The call of the uncached method.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the load is cancelled when no caller is left.</param>
    protected abstract ValueTask<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken);
}
