using System.Diagnostics.CodeAnalysis;

namespace CacheGen;

/// <summary>
/// Finds nothing, keeps nothing, and calls the source each time. Over an engine's table it stands for a method that is switched off: what
/// is invalidated meanwhile must not be there when the method is switched on again, so removals reach that table, and a value that is
/// stored by hand takes the older one away.
/// </summary>
internal sealed class PassThroughTable<TKey, TValue> : CacheTable<TKey, TValue>
    where TKey : notnull
{
    private readonly CacheTable<TKey, TValue>? _behind;

    public PassThroughTable(CachedMethod<TKey, TValue> method, MethodCache cache) : base(method, cache)
    {
    }

    public PassThroughTable(CacheTable<TKey, TValue> behind) : base(behind) => _behind = behind;

    public override long? Count => 0;

    internal override bool IsPassThrough => true;

    internal override CacheTable Engines => _behind ?? base.Engines;

    public override bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        return false;
    }

    public override Task<TValue>? TryGetTask(in TKey key) => null;

    public override bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value) => TryGet(key, out value);

    public override ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default) => default;

    public override void Set(TKey key, TValue value) => Remove(key);

    public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default) => RemoveAsync(key, cancellationToken);

    public override void Remove(TKey key) => _behind?.Remove(key);

    public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) =>
        _behind?.RemoveAsync(key, cancellationToken) ?? ValueTask.CompletedTask;

    // MethodCache.None is shared by all who want no cache, and counts nothing.
    internal override void PassedBy()
    {
        _behind?.Counters.Miss();
        _behind?.Counters.Load();
    }

    protected override async ValueTask<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken)
    {
        PassedBy();
        try
        {
            return await source.InvokeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            _behind?.Counters.Error();
            throw;
        }
    }
}
