using System.Diagnostics.CodeAnalysis;

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

    // A look alone starts no eager refresh.
    private readonly bool _looksFirst;

    public FusionTable(CachedMethod<TKey, TValue> method, FusionMethodCache cache, string keyPrefix) : base(method, keyPrefix)
    {
        _cache = cache;
        _options = new EntryOptions(method, cache);
        // FusionCache's own would let the source go on and keep the lock of the key; the policy's cancels the load.
        _hardTimeout = method.Policy.HardTimeout is { } timeout && timeout > TimeSpan.Zero ? timeout : null;
        _looksFirst = _options.Load.EagerRefreshThreshold is not null;
    }

    /// <summary>FusionCache does not tell entries of different methods apart.</summary>
    public override long? Count => null;

    public override bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_looksFirst && Find(FormatKey(key), out value))
        {
            Counters.Hit();
            return true;
        }

        value = default;
        return false;
    }

    public override Task<TValue>? TryGetTask(in TKey key) => TryGet(key, out var value) ? Task.FromResult(value) : null;

    public override bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value) => Find(FormatKey(key), out value);

    public override async ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default)
    {
        try
        {
            var found = await _cache.Fusion.TryGetAsync<TValue>(FormatKey(key), _options.Read, cancellationToken).ConfigureAwait(false);
            return found.HasValue ? new Peeked<TValue>(true, found.Value) : default;
        }
        catch (Exception exception) when (Outage.IsOfTheEngine(exception))
        {
            _cache.Outage.Report(exception);
            return default;
        }
    }

    public override void Set(TKey key, TValue value)
    {
        var text = FormatKey(key);
        _cache.Loads.Detach(text).GetAwaiter().GetResult();
        _cache.Outage.Guard(() =>
        {
            if (_options.OfStored(Method.IsMiss(value)) is { } options)
                _cache.Fusion.Set(text, value, options);
            else
                _cache.Fusion.Remove(text, _options.Store);
        });
    }

    public override async ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = FormatKey(key);
        await _cache.Loads.Detach(text).ConfigureAwait(false);
        await StoreAsync(text, value, cancellationToken).ConfigureAwait(false);
    }

    public override void Remove(TKey key) => _cache.Remove(FormatKey(key), _options.Store);

    public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) =>
        _cache.RemoveAsync(FormatKey(key), _options.Store, cancellationToken);

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

    private ValueTask StoreAsync(string text, TValue value, CancellationToken cancellationToken) => _cache.Outage.GuardAsync(
        () => _options.OfStored(Method.IsMiss(value)) is { } options
            ? _cache.Fusion.SetAsync(text, value, options, tags: null, cancellationToken)
            : _cache.Fusion.RemoveAsync(text, _options.Store, cancellationToken));
}
