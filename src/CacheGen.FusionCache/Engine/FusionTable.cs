using System.Diagnostics.CodeAnalysis;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>
/// One method's values in FusionCache. This part is what users of the table call; FusionTable.Front.cs is what need not be asked for,
/// FusionTable.Loads.cs the slow path and FusionTable.Sources.cs what FusionCache calls from there.
/// </summary>
internal sealed partial class FusionTable<TKey, TValue> : CacheTable<TKey, TValue>
    where TKey : notnull
{
    private readonly FusionMethodCache _cache;
    private volatile EntryOptions _options;

    // To know whether a tag was removed FusionCache may have to ask L2, which must not hold a thread: LoadAsync looks.
    private readonly bool _looksAsynchronously;

    public FusionTable(CachedMethod<TKey, TValue> method, FusionMethodCache cache, string keyPrefix) : base(method, cache, keyPrefix)
    {
        _cache = cache;
        _clock = cache.Clock;
        _versions = cache.Versions;
        _options = new EntryOptions(method, Policy, cache);
        _keys = NoKeys();
        _looksAsynchronously = method.FormatTags is not null && cache.Fusion.HasDistributedCache;
    }

    /// <summary>FusionCache does not tell entries of different methods apart.</summary>
    public override long? Count => null;

    public override bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var keys = _keys;
        var known = keys.Find(key, out var hash);
        if (FrontOf(known) is not { } front)
            return TryFind(key, keys, known, hash, out value);
        value = front.Value;
        CountHit(value);
        return true;
    }

    public override Task<TValue>? TryGetTask(in TKey key)
    {
        var keys = _keys;
        var known = keys.Find(key, out var hash);
        if (FrontOf(known) is not { } front)
            return TryFind(key, keys, known, hash, out var value) ? Task.FromResult(value) : null;
        CountHit(front.Value);
        return front.Task;
    }

    public override bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value) => Find(FormatKey(key), _options, out value);

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
        _options = new EntryOptions(Method, Policy, _cache);
        // After the options: who has the new keys has the new options too, and puts no value there that these forbid.
        _keys = NoKeys();
    }

    private KnownKeys<TKey, TValue> NoKeys() => new(_cache.EngineOptions.MaxKnownKeys);

    // In between a fresh value may be stored, and removed in place of the old one: that costs a load, and is wrong in nothing.
    protected override async ValueTask RemoveIfAsync(TKey key, TValue value)
    {
        var text = FormatKey(key);
        var options = _options;
        var found = await FindAsync(text, options.Any, CancellationToken.None).ConfigureAwait(false);
        // Of clones nobody can say whose they are.
        if (found.HasValue && (AreSame(found.Value, value) || options.Load.EnableAutoClone))
            await _cache.Outage.GuardAsync(() => _cache.Fusion.RemoveAsync(text, options.Store)).ConfigureAwait(false);
        // Also where FusionCache has another value by now: the one that was refused may be in a front.
        _versions.Changed(text);
    }

    private bool TryFind(in TKey key, KnownKeys<TKey, TValue> keys, KnownKey<TKey, TValue>? known, int hash, [MaybeNullWhen(false)] out TValue value)
    {
        var options = _options;
        if (!LooksInLoad(known, options.Times))
        {
            var asked = known ?? Describe(key, hash);
            var question = Ask(asked, options);
            if (Find(asked.Text, options, out value))
            {
                Remember(asked, known is null ? keys : null, value, question);
                CountHit(value);
                return true;
            }
        }

        value = default;
        return false;
    }

    private bool Find(string text, EntryOptions options, [MaybeNullWhen(false)] out TValue value)
    {
        try
        {
            var found = _cache.Fusion.TryGet<TValue>(text, options.Hit);
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
