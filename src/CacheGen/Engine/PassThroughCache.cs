namespace CacheGen;

/// <summary>The engine behind <see cref="MethodCache.None"/>.</summary>
internal sealed class PassThroughCache() : MethodCache(new CacheGenOptions())
{
    // It is for tests and knows no limiters.
    internal override bool LimitsLoads => false;

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
}
