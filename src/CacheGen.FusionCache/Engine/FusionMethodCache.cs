using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;
using ZiggyCreatures.Caching.Fusion.Events;

namespace CacheGen.Fusion;

/// <summary>
/// The engine on FusionCache. FusionCache keeps the values (L1, L2), tells other nodes (backplane), serves stale ones and recovers
/// by itself; here is what the port asks for beside that: callers share a load, and an invalidation wins over one under way.
/// </summary>
internal sealed class FusionMethodCache : MethodCache, IDisposable
{
    private readonly bool _ownsFusion;
    private readonly FusionCacheEntryOptions _removal;

    public FusionMethodCache(IFusionCache fusion, CacheGenOptions options, FusionEngineOptions engineOptions, bool ownsFusion = false)
        : base(options.KeyPrefix)
    {
        options.Validate();
        Fusion = fusion;
        Options = options;
        EngineOptions = engineOptions;
        _ownsFusion = ownsFusion;
        Logger = options.LoggerFactory?.CreateLogger<MethodCache>() ?? NullLogger<MethodCache>.Instance;
        Outage = new Outage(Logger);
        // Awaited means done: the removal from L2 is not left to run behind its caller, whatever the cache's defaults are.
        _removal = fusion.CreateEntryOptions(static removal => removal.AllowBackgroundDistributedCacheOperations = false);
        EntryOptions.NeverThrow(_removal);
        if (fusion.HasBackplane)
            fusion.Events.Backplane.MessageReceived += OnMessage;
    }

    public IFusionCache Fusion { get; }

    public CacheGenOptions Options { get; }

    public FusionEngineOptions EngineOptions { get; }

    public LoadRegistry Loads { get; } = new();

    public ILogger Logger { get; }

    public Outage Outage { get; }

    /// <summary>What FusionCache puts before each key; learned from the first load, since IFusionCache does not show it.</summary>
    public string? FusionKeyPrefix { get; set; }

    public override void Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Remove(key, _removal);
    }

    public void Remove(string key, FusionCacheEntryOptions options)
    {
        Loads.Detach(key).GetAwaiter().GetResult();
        Outage.Guard(() => Fusion.Remove(key, options));
    }

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RemoveAsync(key, _removal, cancellationToken);
    }

    public async ValueTask RemoveAsync(string key, FusionCacheEntryOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Loads.Detach(key).ConfigureAwait(false);
        await Outage.GuardAsync(() => Fusion.RemoveAsync(key, options, cancellationToken)).ConfigureAwait(false);
    }

    public override void Clear()
    {
        Loads.DetachAll().GetAwaiter().GetResult();
        Outage.Guard(() => Fusion.Clear(allowFailSafe: false));
    }

    public override async ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Loads.DetachAll().ConfigureAwait(false);
        await Outage.GuardAsync(() => Fusion.ClearAsync(allowFailSafe: false, token: cancellationToken)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (Fusion.HasBackplane)
            Fusion.Events.Backplane.MessageReceived -= OnMessage;
        if (_ownsFusion)
            Fusion.Dispose();
    }

    protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method)
    {
        // Of another version's shape nothing is read: what is in L2 outlives the deployment that wrote it.
        var prefix = EngineOptions.KeysCarryFingerprint && method.Fingerprint.Length > 0 ? $"{KeyPrefix}{method.Fingerprint}:" : KeyPrefix;
        return new FusionTable<TKey, TValue>(method, this, prefix);
    }

    /// <summary>Another node has set or removed something: a load of it that began here before must not be stored over it.</summary>
    private void OnMessage(object? sender, FusionCacheBackplaneMessageEventArgs e)
    {
        if (e.Message.CacheKey is not { } key || FusionKeyPrefix is not { } prefix)
            return;
        if (key.StartsWith(prefix, StringComparison.Ordinal) && key.AsSpan(prefix.Length).StartsWith(FusionCacheInternalStrings.DefaultTagCacheKeyPrefix))
            _ = Loads.DetachAll();
        else if (key.StartsWith(prefix, StringComparison.Ordinal))
            _ = Loads.Detach(key[prefix.Length..]);
    }
}
