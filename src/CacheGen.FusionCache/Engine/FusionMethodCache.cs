using CacheGen.InProcess;
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
    private readonly string _fusionKeyPrefix = "";
    private readonly Invalidations? _invalidations;
    private readonly FusionNews? _news;

    public FusionMethodCache(IFusionCache fusion, CacheGenOptions options, FusionEngineOptions engineOptions, bool ownsFusion = false)
        : base(options)
    {
        engineOptions.Validate();
        Fusion = fusion;
        EngineOptions = engineOptions;
        Clock = new Clock(options.TimeProvider);
        Versions = KeyVersions.Of(fusion);
        _ownsFusion = ownsFusion;
        Logger = options.LoggerFactory?.CreateLogger<MethodCache>() ?? NullLogger<MethodCache>.Instance;
        Outage = new Outage(Logger);
        // Awaited means done: the removal from L2 is not left to run behind its caller, whatever the cache's defaults are.
        _removal = fusion.CreateEntryOptions(static removal => removal.AllowBackgroundDistributedCacheOperations = false);
        EntryOptions.NeverThrow(_removal);
        HasFront = engineOptions.FrontWindow is not null;
        if (fusion.HasBackplane || HasFront)
            _fusionKeyPrefix = PrefixOf(fusion);
        if (HasFront)
            _news = new FusionNews(fusion, Versions, _fusionKeyPrefix);
        if (fusion.HasBackplane)
        {
            _invalidations = new Invalidations();
            fusion.Events.Backplane.MessageReceived += OnMessage;
        }
    }

    public IFusionCache Fusion { get; }

    public new CacheGenOptions Options => base.Options;

    public FusionEngineOptions EngineOptions { get; }

    public LoadRegistry Loads { get; } = new();

    public Clock Clock { get; }

    /// <summary>What was changed in <see cref="Fusion"/>. Whoever changes something tells it when that is done, and before his own caller knows.</summary>
    public KeyVersions Versions { get; }

    /// <summary>Methods keep values in front of <see cref="Fusion"/>, unless their options forbid it.</summary>
    public bool HasFront { get; }

    public ILogger Logger { get; }

    public Outage Outage { get; }

    public override void Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Remove(key, _removal);
    }

    public void Remove(string key, FusionCacheEntryOptions options) =>
        Invalidate(key, () => Fusion.Remove(key, options));

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RemoveAsync(key, _removal, cancellationToken);
    }

    public ValueTask RemoveAsync(string key, FusionCacheEntryOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return InvalidateAsync(key, () => Fusion.RemoveAsync(key, options, cancellationToken));
    }

    /// <summary>Removes or replaces what is stored under a key, so that no load that began before is stored afterwards, here or by another node.</summary>
    public void Invalidate(string key, Action invalidate)
    {
        _invalidations?.Add(key);
        try
        {
            Loads.Invalidate(key, () => Outage.Guard(invalidate));
        }
        finally
        {
            Versions.Changed(key);
        }

        // Again at its end: another node may bring its entry in memory up to date with what is set here while it still writes an older
        // value, and then tells of that with the newer time.
        _invalidations?.Add(key);
    }

    /// <inheritdoc cref="Invalidate"/>
    public async ValueTask InvalidateAsync(string key, Func<ValueTask> invalidate)
    {
        _invalidations?.Add(key);
        await InvalidateAgainAsync(key, invalidate).ConfigureAwait(false);
        _invalidations?.Add(key);
    }

    /// <summary>
    /// Removes what is stored under the key of a load that has failed and stores nothing: it is not detached, or it would wait for itself.
    /// </summary>
    public async ValueTask ForgetAsync(string key, FusionCacheEntryOptions options)
    {
        _invalidations?.Add(key);
        await Outage.GuardAsync(() => Fusion.RemoveAsync(key, options)).ConfigureAwait(false);
        Versions.Changed(key);
        _invalidations?.Add(key);
    }

    public override void RemoveByTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        try
        {
            Loads.DetachAll(load => load.HasTag(tag)).GetAwaiter().GetResult();
            Outage.Guard(() => Fusion.RemoveByTag(tag));
        }
        finally
        {
            Versions.Changed(KeyVersions.TagKey(tag));
        }
    }

    public override async ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await Loads.DetachAll(load => load.HasTag(tag)).ConfigureAwait(false);
            await Outage.GuardAsync(() => Fusion.RemoveByTagAsync(tag, token: cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            Versions.Changed(KeyVersions.TagKey(tag));
        }
    }

    public override void Clear()
    {
        try
        {
            Loads.DetachAll(static _ => true).GetAwaiter().GetResult();
            Outage.Guard(() => Fusion.Clear(allowFailSafe: false));
        }
        finally
        {
            Versions.AllChanged();
        }
    }

    public override async ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await Loads.DetachAll(static _ => true).ConfigureAwait(false);
            await Outage.GuardAsync(() => Fusion.ClearAsync(allowFailSafe: false, token: cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            Versions.AllChanged();
        }
    }

    public void Dispose()
    {
        _news?.Dispose();
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
        if (e.Message is not { CacheKey: { } key } message || !key.StartsWith(_fusionKeyPrefix, StringComparison.Ordinal))
            return;
        key = key[_fusionKeyPrefix.Length..];
        if (key.StartsWith(FusionCacheInternalStrings.DefaultTagCacheKeyPrefix, StringComparison.Ordinal))
        {
            // A tag was removed, or all was cleared. Which of the loads from before that concerns is not worth knowing.
            _ = Loads.DetachAll(load => load.BeganAt <= message.Timestamp);
            return;
        }

        _ = Loads.Detach(key);
        // What the other node has stored was read before an invalidation of this one, whose news came too late for it: the
        // invalidation is said again, now that the value is where it can be removed.
        if (message.Action == BackplaneMessageAction.EntrySet && _invalidations!.IsOlder(key, message.Timestamp))
            _ = RepeatAsync(key);
    }

    private Task RepeatAsync(string key) => InvalidateAgainAsync(key, () => Fusion.RemoveAsync(key, _removal));

    // Without a new time: what others have read since the invalidation is right, and repeating must come to an end.
    private async Task InvalidateAgainAsync(string key, Func<ValueTask> invalidate)
    {
        try
        {
            await Loads.InvalidateAsync(key, () => Outage.GuardAsync(invalidate)).ConfigureAwait(false);
        }
        finally
        {
            Versions.Changed(key);
        }
    }

    /// <summary>What FusionCache puts before each key, and so into its messages. It shows that in a factory only.</summary>
    private static string PrefixOf(IFusionCache fusion)
    {
        var prefix = "";
        var options = new FusionCacheEntryOptions { SkipDistributedLocker = true, SkipBackplaneNotifications = true };
        options.SetSkipMemoryCache().SetSkipDistributedCache(true, true);
        fusion.GetOrSet<int>(
            "",
            (context, _) =>
            {
                prefix = context.Key[..^context.OriginalKey.Length];
                return 0;
            },
            options: options);
        return prefix;
    }
}
