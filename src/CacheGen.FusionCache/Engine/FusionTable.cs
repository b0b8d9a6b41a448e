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
    private readonly EntryOptions _options;
    private readonly TimeSpan? _hardTimeout;

    // Null where nothing is refreshed early.
    private readonly RefreshChecks<TKey>? _refreshes;

    // To know whether a tag was removed FusionCache may have to ask L2, which must not hold a thread: LoadAsync looks.
    private readonly bool _looksAsynchronously;

    public FusionTable(CachedMethod<TKey, TValue> method, FusionMethodCache cache, string keyPrefix) : base(method, cache, keyPrefix)
    {
        _cache = cache;
        _options = new EntryOptions(method, cache);
        // FusionCache's own would let the source go on and keep the lock of the key; the policy's cancels the load.
        _hardTimeout = method.Policy.HardTimeout is { } timeout && timeout > TimeSpan.Zero ? timeout : null;
        _looksAsynchronously = method.FormatTags is not null && cache.Fusion.HasDistributedCache;
        if (_options.Load.EagerRefreshThreshold is { } threshold)
            _refreshes = new RefreshChecks<TKey>(_options.Load.Duration * threshold, _options.Load.Duration, cache.Options.TimeProvider);
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
        _cache.Invalidate(text, () =>
        {
            if (_options.OfStored(Method.IsMiss(value)) is { } options)
                _cache.Fusion.Set(text, value, options, Method.FormatTags?.Invoke(key));
            else
                _cache.Fusion.Remove(text, _options.Store);
        });
    }

    public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = FormatKey(key);
        return _cache.InvalidateAsync(text, () => StoreAsync(text, value, Method.FormatTags?.Invoke(key), cancellationToken));
    }

    public override void Remove(TKey key) => _cache.Remove(FormatKey(key), _options.Store);

    public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) =>
        _cache.RemoveAsync(FormatKey(key), _options.Store, cancellationToken);

    /// <summary>A plain look would not do: LoadAsync looks, and finds hits too.</summary>
    private bool LooksInLoad(in TKey key) => _looksAsynchronously || (_refreshes is not null && _refreshes.IsDue(key));

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

    private ValueTask StoreAsync(string text, TValue value, string[]? tags, CancellationToken cancellationToken) =>
        _options.OfStored(Method.IsMiss(value)) is { } options
            ? _cache.Fusion.SetAsync(text, value, options, tags, cancellationToken)
            : _cache.Fusion.RemoveAsync(text, _options.Store, cancellationToken);
}
