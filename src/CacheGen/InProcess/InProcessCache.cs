using CacheGen.InProcess.Eviction;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CacheGen.InProcess;

/// <summary>The default engine: typed tables in this process's memory, nothing to install.</summary>
internal sealed class InProcessCache : MethodCache
{
    private readonly Sweeper _sweeper;
    private readonly EvictionPolicy _room;

    public InProcessCache(CacheGenOptions options) : base(options)
    {
        Clock = new Clock(options.TimeProvider);
        _sweeper = new Sweeper(Clock);
        _room = _sweeper.Add(new EvictionPolicy(options.MaxEntries, options.MaxBytes ?? 0, Clock));
        Logger = options.LoggerFactory?.CreateLogger<MethodCache>() ?? NullLogger<MethodCache>.Instance;
    }

    public Clock Clock { get; }

    /// <summary>Says how large values are; null where nobody asks.</summary>
    public ICacheSizer? Sizer => Options.MaxBytes is null ? null : Options.Sizer;

    public ILogger Logger { get; }

    /// <summary>That of a method which may have some of its own.</summary>
    public EvictionPolicy RoomFor(int? maxEntries) =>
        maxEntries is { } own ? _sweeper.Add(new EvictionPolicy(own, maxBytes: 0, Clock)) : _room;

    /// <summary>An entry was stored: it will have to be looked at.</summary>
    public void Stored() => _sweeper.Wake();

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
