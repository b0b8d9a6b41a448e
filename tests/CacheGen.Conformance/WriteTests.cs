using Xunit;

namespace CacheGen.Conformance;

/// <summary>[Invalidates] and [Updates].</summary>
public abstract class WriteTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    protected WriteTests() => Shelf = new Shelf(Cache, Source);

    private Shelf Shelf { get; }

    [Fact]
    public async Task Invalidates_RemovesTheEntryOfTheSameArgumentsAlone()
    {
        await Shelf.GetAsync(1);
        await Shelf.GetAsync(2);
        await Shelf.SaveAsync(1, "new");
        Assert.Equal("new", await Shelf.GetAsync(1));
        Assert.Equal("old", await Shelf.GetAsync(2));
        Shelf.Save(2, "newer");
        Assert.Equal("newer", await Shelf.GetAsync(2));
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task Invalidates_WinsOverALoadThatBeganBefore()
    {
        Source.Holds = true;
        var before = Shelf.GetAsync(1);
        var old = await Source.NextHeldAsync();
        await Shelf.SaveAsync(1, "new");
        var after = Shelf.GetAsync(1);
        var fresh = await Source.NextHeldAsync();
        old.Answer("old");
        Assert.Equal("old", await before);
        fresh.Answer("new");
        Assert.Equal("new", await after);
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task SourceThatFails_LeavesTheCacheAlone()
    {
        await Shelf.GetAsync(1);
        Shelf.Fails = new InvalidOperationException("refused");
        Assert.Equal("refused", (await Assert.ThrowsAsync<InvalidOperationException>(() => Shelf.SaveAsync(1, "new"))).Message);
        Assert.Throws<InvalidOperationException>(() => Shelf.Save(1, "new"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Shelf.ReplaceAsync(1, "new"));
        Assert.Equal("old", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task CancelledAfterTheWrite_InvalidatesAllTheSame()
    {
        await Shelf.GetAsync(1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        // This source does not look at its token.
        await Shelf.SaveAsync(1, "new", cancelled.Token);
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task Tags_AreFormattedAsThoseOfTheEntries()
    {
        Assert.Equal("old/1", Shelf.Page(1, 1));
        Assert.Equal("old/2", Shelf.Page(1, 2));
        Assert.Equal("old/2", Shelf.Page(1, 2, name: "C:d"));
        await Shelf.RenameAsync(1, " c:D ");
        Assert.Equal("old/2", Shelf.Page(1, 2));
        Assert.Equal(" c:D /1", Shelf.Page(1, 1));
        Assert.Equal(" c:D /2", Shelf.Page(1, 2, name: "C:d"));
    }

    [Fact]
    public async Task Updates_StoresWhatWasReturned()
    {
        await Shelf.GetAsync(1);
        await Shelf.ReplaceAsync(1, "new");
        Shelf.Title = "changed behind the cache";
        Assert.Equal("new", await Shelf.GetAsync(1));
        Shelf.Replace(1, "newer");
        Shelf.Title = "changed behind the cache";
        Assert.Equal("newer", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task Updates_WithAMissStoresThat()
    {
        await Shelf.ReplaceAsync(1, null);
        Shelf.Title = "changed behind the cache";
        Assert.Null(await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task Updates_WinsOverALoadThatBeganBefore()
    {
        Source.Holds = true;
        var before = Shelf.GetAsync(1);
        var old = await Source.NextHeldAsync();
        await Shelf.ReplaceAsync(1, "new");
        old.Answer("old");
        Assert.Equal("old", await before);
        Assert.Equal("new", await Shelf.GetAsync(1));
    }

    [Fact]
    public async Task UpdatedEntry_OutlivesTheRemovalOfItsTagByTheSameMethod()
    {
        Shelf.Page(1, 1);
        await Shelf.ReplaceAsync(1, "new");
        Assert.True((await Shelf.Cache.Get(Cache, 1).PeekAsync(TestContext.Current.CancellationToken)).Found);
        Assert.Equal("new/1", Shelf.Page(1, 1));
    }
}
