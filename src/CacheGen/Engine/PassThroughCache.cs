using System.Diagnostics.CodeAnalysis;

namespace CacheGen;

/// <summary>The engine behind <see cref="MethodCache.None"/>.</summary>
internal sealed class PassThroughCache() : MethodCache(new CacheGenOptions())
{
    internal override bool Loads => false;

    public override void Remove(string key)
    {
    }

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override void RemoveByTag(string tag)
    {
    }

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override void Clear()
    {
    }

    public override ValueTask ClearAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) =>
        new PassThroughTable<TKey, TValue>(method, this);

    private sealed class PassThroughTable<TKey, TValue>(CachedMethod<TKey, TValue> method, MethodCache cache) : CacheTable<TKey, TValue>(method, cache)
        where TKey : notnull
    {
        public override long? Count => 0;

        public override bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
        {
            value = default;
            return false;
        }

        public override Task<TValue>? TryGetTask(in TKey key) => null;

        public override bool Peek(in TKey key, [MaybeNullWhen(false)] out TValue value) => TryGet(key, out value);

        public override ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default) => default;

        public override void Set(TKey key, TValue value)
        {
        }

        public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public override void Remove(TKey key)
        {
        }

        public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        protected override async Task<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken) =>
            await source.InvokeAsync(cancellationToken).ConfigureAwait(false);
    }
}
