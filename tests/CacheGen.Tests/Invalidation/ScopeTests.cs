using CacheGen.Conformance;
using Xunit;

namespace CacheGen.Tests.Invalidation;

/// <summary>What scopes do that is the same whatever the engine.</summary>
public class ScopeTests
{
    private readonly MethodCache _cache = MethodCache.CreateInProcess();

    [Fact]
    public async Task DisposedScope_CannotBeCompleted()
    {
        var scope = _cache.BeginInvalidationScope();
        await scope.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(scope.Complete);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => scope.CompleteAsync().AsTask());
        Assert.Throws<ObjectDisposedException>(() => scope.RemoveByTag("a"));
        Assert.Throws<ObjectDisposedException>(() => scope.Remove(Shelf.Cache.Get(_cache, 1)));
        scope.Dispose();
    }

    [Fact]
    public void DisposedInnerScope_CannotBeCompleted()
    {
        using var outer = _cache.BeginInvalidationScope();
        var inner = _cache.BeginInvalidationScope();
        inner.Dispose();
        Assert.Throws<ObjectDisposedException>(inner.Complete);
        Assert.Throws<ObjectDisposedException>(() => inner.RemoveByTag("a"));
        outer.Complete();
    }

    [Fact]
    public async Task CompletedTwice_RemovesOnce()
    {
        var shelf = new Shelf(_cache, new ScriptedSource());
        await using var scope = _cache.BeginInvalidationScope();
        await shelf.SaveAsync(1, "new");
        await scope.CompleteAsync();
        await shelf.GetAsync(1);
        await scope.CompleteAsync();
        Assert.True(Shelf.Cache.Get(_cache, 1).Peek(out _));
        scope.RemoveByTag("shelf:1");
        Assert.False(Shelf.Cache.Get(_cache, 1).Peek(out _));
    }

    [Fact]
    public async Task ScopeOfOneCache_LeavesOtherCachesAlone()
    {
        var other = MethodCache.CreateInProcess();
        var shelf = new Shelf(other, new ScriptedSource());
        await shelf.GetAsync(1);
        await using (_cache.BeginInvalidationScope())
            await shelf.SaveAsync(1, "new");
        Assert.Equal("new", await shelf.GetAsync(1));
    }

    [Fact]
    public async Task ScopeAfterAScope_IsAnother()
    {
        var shelf = new Shelf(_cache, new ScriptedSource());
        await shelf.GetAsync(1);
        using (var first = _cache.BeginInvalidationScope())
        {
            first.Complete();
            // In the first one still, but it has ended.
            using var second = _cache.BeginInvalidationScope();
            shelf.Save(1, "new");
            Assert.Equal("old", await shelf.GetAsync(1));
            second.Complete();
            Assert.Equal("new", await shelf.GetAsync(1));
        }

        shelf.Save(1, "newer");
        Assert.Equal("newer", await shelf.GetAsync(1));
    }

    [Fact]
    public async Task PassThroughCache_HasScopesToo()
    {
        var shelf = new Shelf(MethodCache.None, new ScriptedSource());
        await using var scope = MethodCache.None.BeginInvalidationScope();
        await shelf.SaveAsync(1, "new");
        Assert.Equal("new", await shelf.GetAsync(1));
        await scope.CompleteAsync();
    }

    [Fact]
    public void HandlesOfOneEntry_AreEqual()
    {
        Assert.Equal(Shelf.Cache.Get(_cache, 1), Shelf.Cache.Get(_cache, 1));
        Assert.Equal(Shelf.Cache.Page(_cache, 1, 2, "x").GetHashCode(), Shelf.Cache.Page(_cache, 1, 2, "X ").GetHashCode());
        Assert.NotEqual(Shelf.Cache.Get(_cache, 1), Shelf.Cache.Get(_cache, 2));
        Assert.NotEqual(Shelf.Cache.Get(_cache, 1), Shelf.Cache.Get(MethodCache.CreateInProcess(), 1));
        Assert.False(Shelf.Cache.Get(_cache, 1).Equals(Shelf.Cache.Page(_cache, 1, 1, "x")));
    }
}
