using System.Diagnostics.CodeAnalysis;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>
/// One method's values in FusionCache. This part is what users of the table call; FusionTable.Loads.cs is the slow path and
/// FusionTable.Sources.cs what FusionCache calls from there.
/// </summary>
internal sealed partial class FusionTable<TKey, TValue> : CacheTable<TKey, TValue>
    where TKey : notnull
{
    private readonly FusionMethodCache _cache;
    private volatile EntryOptions _options;

    // Null where nothing is refreshed early.
    private volatile RefreshChecks<TKey>? _refreshes;

    // To know whether a tag was removed FusionCache may have to ask L2, which must not hold a thread: LoadAsync looks.
    private readonly bool _looksAsynchronously;

    public FusionTable(CachedMethod<TKey, TValue> method, FusionMethodCache cache, string keyPrefix) : base(method, cache, keyPrefix)
    {
        _cache = cache;
        _options = new EntryOptions(method, Policy, cache);
        _refreshes = RefreshesOf(_options);
        _looksAsynchronously = method.FormatTags is not null && cache.Fusion.HasDistributedCache;
    }

    /// <summary>FusionCache does not tell entries of different methods apart.</summary>
    public override long? Count => null;

    public override bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!LooksInLoad(key) && Find(FormatKey(key), out value))
        {
            CountHit(value);
            return true;
        }

        value = default;
        return false;
    }

    public override Task<TValue>? TryGetTask(in TKey key) => TryGet(key, out var value) ? Task.FromResult(value) : null;

    public override bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value) => Find(FormatKey(key), out value);

    public override async ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(FormatKey(key), _options.Read, cancellationToken).ConfigureAwait(false);
        return found.HasValue ? new Peeked<TValue>(true, found.Value) : default;
    }

    public override void Set(TKey key, TValue value)
    {
        var text = FormatKey(key);
        var options = _options;
        var verdict = JudgeAs(text, value);
        _cache.Invalidate(text, () =>
        {
            if (options.OfStored(verdict) is { } stored)
                _cache.Fusion.Set(text, value, stored, Method.FormatTags?.Invoke(key));
            else
                _cache.Fusion.Remove(text, options.Store);
        });
    }

    public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = FormatKey(key);
        var verdict = JudgeAs(text, value);
        return _cache.InvalidateAsync(text, () => StoreAsync(text, value, verdict, Method.FormatTags?.Invoke(key), _options, cancellationToken));
    }

    public override void Remove(TKey key) => _cache.Remove(FormatKey(key), _options.Store);

    public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) =>
        _cache.RemoveAsync(FormatKey(key), _options.Store, cancellationToken);

    protected override void OnReconfigured()
    {
        var options = new EntryOptions(Method, Policy, _cache);
        _options = options;
        _refreshes = RefreshesOf(options);
    }

    private RefreshChecks<TKey>? RefreshesOf(EntryOptions options)
    {
        if (options.Load.EagerRefreshThreshold is { } threshold)
            return new RefreshChecks<TKey>(options.Load.Duration * threshold, options.Load.Duration, _cache.Options.TimeProvider);
        // Some values may live longer than the policy's Ttl, and so long enough to be refreshed.
        return (Method.TtlFrom is not null || Policy.MaxTtl is not null) && Policy.RefreshAfter is { } after && after > TimeSpan.Zero
            ? new RefreshChecks<TKey>(after, after * 2, _cache.Options.TimeProvider)
            : null;
    }

    // In between a fresh value may be stored, and removed in place of the old one: that costs a load, and is wrong in nothing.
    protected override async ValueTask RemoveIfAsync(TKey key, TValue value)
    {
        var text = FormatKey(key);
        var options = _options;
        var found = await FindAsync(text, options.Any, CancellationToken.None).ConfigureAwait(false);
        // Of clones nobody can say whose they are.
        if (found.HasValue && (AreSame(found.Value, value) || options.Load.EnableAutoClone))
            await _cache.Outage.GuardAsync(() => _cache.Fusion.RemoveAsync(text, options.Store)).ConfigureAwait(false);
    }

    /// <summary>A plain look would not do: LoadAsync looks, and finds hits too.</summary>
    private bool LooksInLoad(in TKey key) => _looksAsynchronously || (_refreshes is { } refreshes && refreshes.IsDue(key));

    private bool Find(string text, [MaybeNullWhen(false)] out TValue value)
    {
        try
        {
            var found = _cache.Fusion.TryGet<TValue>(text, _options.Hit);
            if (found.HasValue)
            {
                value = found.Value;
                return true;
            }
        }
        catch (Exception exception) when (Outage.IsOfTheEngine(exception))
        {
            // Something of another type under this key, say: the source answers.
            _cache.Outage.Report(exception);
        }

        value = default;
        return false;
    }

    private async ValueTask<MaybeValue<TValue>> FindAsync(string text, FusionCacheEntryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await _cache.Fusion.TryGetAsync<TValue>(text, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Outage.IsOfTheEngine(exception))
        {
            _cache.Outage.Report(exception);
            return default;
        }
    }

    private ValueTask StoreAsync(string text, TValue value, ValueVerdict verdict, string[]? tags, EntryOptions options, CancellationToken cancellationToken) =>
        options.OfStored(verdict) is { } stored
            ? _cache.Fusion.SetAsync(text, value, stored, tags, cancellationToken)
            : _cache.Fusion.RemoveAsync(text, options.Store, cancellationToken);
}
