using Xunit;

namespace CacheGen.Conformance;

public abstract class InvalidationScopeTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    protected InvalidationScopeTests() => Shelf = new Shelf(Cache, Source);

    private Shelf Shelf { get; }

    [Fact]
    public async Task Scope_HoldsInvalidationsBackUntilItCompletes()
    {
        await Shelf.GetAsync(1);
        Shelf.Page(1, 1);
        await using (var scope = Cache.BeginInvalidationScope())
        {
            await Shelf.SaveAsync(1, "new");
            Shelf.Save(1, "newer");
            await Shelf.ReplaceAsync(1, "newest");
            Assert.Equal("old", await Shelf.GetAsync(1));
            Assert.Equal("old/1", Shelf.Page(1, 1));
            await scope.CompleteAsync();
            Assert.Equal("newest", await Shelf.GetAsync(1));
        }

        Assert.Equal("newest", await Shelf.GetAsync(1));
        Assert.Equal("newest/1", Shelf.Page(1, 1));
    }

    /// <summary>Why there are scopes: a reader between the invalidation and the commit sees the old row.</summary>
    [Fact]
    public async Task ReaderBeforeTheCommit_DoesNotPutTheOldRowBack()
    {
        await Shelf.GetAsync(1);
        await using var scope = Cache.BeginInvalidationScope();
        await Shelf.SaveAsync(1, "new");
        Shelf.Title = "old";
        await Task.Run(() => Shelf.GetAsync(1), TestContext.Current.CancellationToken);
        Shelf.Title = "new";
        await scope.CompleteAsync();
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task Completion_WinsOverALoadThatBeganBefore()
    {
        Source.Holds = true;
        await using var scope = Cache.BeginInvalidationScope();
        await Shelf.SaveAsync(1, "new");
        var before = Shelf.GetAsync(1);
        var old = await Source.NextHeldAsync();
        await scope.CompleteAsync();
        old.Answer("old");
        Assert.Equal("old", await before);
        Source.Holds = false;
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task AbandonedScope_LeavesTheCacheAlone()
    {
        await Shelf.GetAsync(1);
        await using (Cache.BeginInvalidationScope())
        {
            await Shelf.SaveAsync(1, "rolled back");
            await Shelf.ReplaceAsync(1, "rolled back");
            Shelf.Save(1, "rolled back");
        }

        Shelf.Title = "old";
        Assert.Equal("old", await Shelf.GetAsync(1));
        await Shelf.SaveAsync(1, "after the scope");
        Assert.Equal("after the scope", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task UpdateInAScope_RemovesTheEntry()
    {
        await Shelf.GetAsync(1);
        using var scope = Cache.BeginInvalidationScope();
        Shelf.Replace(1, "in the midst of it");
        Shelf.Title = "what a trigger made of it";
        scope.Complete();
        Assert.Equal("what a trigger made of it", await Shelf.GetAsync(1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InnerScope_JoinsTheOuterOne(bool innerCompletes)
    {
        await Shelf.GetAsync(1);
        await using var outer = Cache.BeginInvalidationScope();
        await SaveInAScopeAsync(innerCompletes);
        Assert.Equal("old", await Shelf.GetAsync(1));
        await outer.CompleteAsync();
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task CompletedInnerScope_OfAnAbandonedOuterOne_LeavesTheCacheAlone()
    {
        await Shelf.GetAsync(1);
        await using (Cache.BeginInvalidationScope())
            await SaveInAScopeAsync(completes: true);
        Assert.Equal("old", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task ParallelWritesOfAScope_AreAllCollected()
    {
        foreach (var id in Enumerable.Range(0, 50))
            await Shelf.GetAsync(id);
        await using var scope = Cache.BeginInvalidationScope();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(id => Task.Run(() => Shelf.SaveAsync(id, "new"))));
        Assert.Equal("old", await Shelf.GetAsync(49));
        await scope.CompleteAsync();
        foreach (var id in Enumerable.Range(0, 50))
            Assert.Equal("new", await Shelf.GetAsync(id));
    }

    [Fact]
    public async Task WriteThatFinishesAfterItsScope_ActsAtOnce()
    {
        await Shelf.GetAsync(1);
        Task write;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var scope = Cache.BeginInvalidationScope())
        {
            write = Task.Run(
                async () =>
                {
                    await gate.Task;
                    await Shelf.SaveAsync(1, "late");
                },
                TestContext.Current.CancellationToken);
            await scope.CompleteAsync();
        }

        gate.SetResult();
        await write;
        Assert.Equal("late", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task OtherFlowsOfControl_AreNotInTheScope()
    {
        await Shelf.GetAsync(1);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = Task.Run(
            async () =>
            {
                await gate.Task;
                await Shelf.SaveAsync(1, "by another");
            },
            TestContext.Current.CancellationToken);
        await using var scope = Cache.BeginInvalidationScope();
        gate.SetResult();
        await other;
        Assert.Equal("by another", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task RemovalByHand_ActsAtOnce_UnlessTheScopeIsAskedForIt()
    {
        await Shelf.GetAsync(1);
        await Shelf.GetAsync(2);
        Shelf.Page(3, 1);
        await using var scope = Cache.BeginInvalidationScope();
        Shelf.Title = "new";
        await Shelf.Cache.Get(Cache, 1).RemoveAsync(TestContext.Current.CancellationToken);
        scope.Remove(Shelf.Cache.Get(Cache, 2));
        scope.Remove(Shelf.Cache.Get(Cache, 2));
        scope.RemoveByTag("shelf:3");
        Assert.Equal("new", await Shelf.GetAsync(1));
        Assert.Equal("old", await Shelf.GetAsync(2));
        Assert.Equal("old/1", Shelf.Page(3, 1));
        scope.Complete();
        Assert.Equal("new", await Shelf.GetAsync(2));
        Assert.Equal("new/1", Shelf.Page(3, 1));
    }

    private async Task SaveInAScopeAsync(bool completes)
    {
        await using var inner = Cache.BeginInvalidationScope();
        await Shelf.SaveAsync(1, "new");
        if (completes)
            await inner.CompleteAsync();
    }
}
