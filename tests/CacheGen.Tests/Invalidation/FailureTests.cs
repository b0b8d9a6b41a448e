using CacheGen.CompilerServices;
using CacheGen.Conformance;
using Xunit;

namespace CacheGen.Tests.Invalidation;

/// <summary>An invalidation that fails keeps none of the others from being tried.</summary>
public class FailureTests
{
    private readonly MethodCache _cache = MethodCache.CreateInProcess();
    private readonly Failing _failing = new();

    [Fact]
    public async Task AllAreTried_AndTheOneFailureIsThrownAsItIs()
    {
        var entry = Shelf.Cache.Get(_cache, 1);
        entry.Set("old");
        var changes = new CacheChanges(_failing).RemoveByTag($"a").Remove(entry);
        Assert.Equal("a", (await Assert.ThrowsAsync<InvalidOperationException>(() => changes.ApplyAsync().AsTask())).Message);
        Assert.False(entry.Peek(out _));
        entry.Set("old");
        Assert.Equal("a", Assert.Throws<InvalidOperationException>(changes.Apply).Message);
        Assert.False(entry.Peek(out _));
    }

    [Fact]
    public async Task SeveralFailures_AreThrownTogether()
    {
        var entry = Shelf.Cache.Get(_cache, 1);
        var changes = new CacheChanges(_failing).RemoveByTag($"a").Set(entry, "new").RemoveByTag($"b:{"x:y"}");
        var failures = await Assert.ThrowsAsync<AggregateException>(() => changes.ApplyAsync().AsTask());
        Assert.Equal(["a", "b:x%3Ay"], failures.InnerExceptions.Select(failure => failure.Message));
        Assert.True(entry.Peek(out _));
    }

    [Fact]
    public async Task ScopeThatFails_HasTriedAll()
    {
        var entry = Shelf.Cache.Get(_cache, 1);
        entry.Set("old");
        await using var scope = _failing.BeginInvalidationScope();
        new CacheChanges(_failing).RemoveByTag($"a").Set(entry, "new").Remove<string?>(null).Apply();
        Assert.True(entry.Peek(out _));
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.CompleteAsync().AsTask());
        Assert.False(entry.Peek(out _));
    }

    private sealed class Failing() : MethodCache(new CacheGenOptions())
    {
        public override void Remove(string key) => throw new InvalidOperationException(key);

        public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => throw new InvalidOperationException(key);

        public override void RemoveByTag(string tag) => throw new InvalidOperationException(tag);

        public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => ValueTask.FromException(new InvalidOperationException(tag));

        public override void Clear()
        {
        }

        public override ValueTask ClearAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) => throw new NotSupportedException();
    }
}
