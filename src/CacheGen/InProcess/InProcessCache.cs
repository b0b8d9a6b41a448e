using CacheGen.InProcess.Eviction;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CacheGen.InProcess;

/// <summary>The default engine: typed tables in this process's memory, nothing to install.</summary>
internal sealed class InProcessCache : MethodCache
{
    public InProcessCache(CacheGenOptions options) : base(options)
    {
        Clock = new Clock(options.TimeProvider);
        Eviction = new EvictionPolicy(options.MaxEntries, maxBytes: 0, Clock);
        Logger = options.LoggerFactory?.CreateLogger<MethodCache>() ?? NullLogger<MethodCache>.Instance;
    }

    public Clock Clock { get; }

    public EvictionPolicy Eviction { get; }

    public ILogger Logger { get; }

    public override void Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var table in Tables.Cast<IInProcessTable>())
            table.RemoveByKey(key);
    }

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Remove(key);
        return ValueTask.CompletedTask;
    }

    public override void RemoveByTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        foreach (var table in Tables.Cast<IInProcessTable>())
            table.RemoveByTag(tag);
    }

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RemoveByTag(tag);
        return ValueTask.CompletedTask;
    }

    public override void Clear()
    {
        foreach (var table in Tables.Cast<IInProcessTable>())
            table.Clear();
    }

    public override ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Clear();
        return ValueTask.CompletedTask;
    }

    protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) =>
        new InProcessTable<TKey, TValue>(method, this);
}

/// <summary>What concerns a table as a whole, whatever its types.</summary>
internal interface IInProcessTable
{
    /// <summary>Removes the entry whose formatted key this is, if it is of this method.</summary>
    void RemoveByKey(string key);

    /// <summary>Removes the entries filed under this tag; loads of such under way are not stored.</summary>
    void RemoveByTag(string tag);

    /// <summary>Removes all entries; loads under way are not stored.</summary>
    void Clear();
}
