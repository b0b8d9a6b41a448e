using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class ExpiryTests
{
    [Fact]
    public void ExpiredEntries_LeaveAsOthersAreAdded_ThoughThereIsRoom()
    {
        // Half full, and not so full that any must leave: before that, what has expired is left to the background.
        var shelf = new Shelf(1990);
        for (var key = 0; key < 1000; key++)
            shelf.Put(key, expiresAt: shelf.Now() + 1000);
        shelf.Time.Advance(TimeSpan.FromSeconds(1));
        for (var key = 1000; key < 2500; key++)
            shelf.Ask(key);
        // The few that changed queues behind the hand's back are seen the next time that it comes round.
        Assert.InRange(shelf.Count, 1500, 1520);
        Assert.Equal(shelf.Count, shelf.Policy.Count);
        Assert.Equal(0, shelf.Policy.Evictions);
    }

    [Fact]
    public void Sweep_TakesExpiredEntriesOut_AndNoMoreThanItsBudget()
    {
        var shelf = new Shelf(10_000);
        for (var key = 0; key < 1000; key++)
            shelf.Put(key, expiresAt: key % 2 == 0 ? shelf.Now() + 1000 : long.MaxValue);
        shelf.Time.Advance(TimeSpan.FromSeconds(1));
        var before = shelf.Looks;
        Assert.InRange(shelf.Policy.Sweep(100), 1, 100);
        Assert.Equal(100, shelf.Looks - before);
        shelf.Policy.Sweep(1000);
        Assert.Equal(500, shelf.Count);
        Assert.Equal(0, shelf.Policy.Sweep(10_000));
    }

    [Fact]
    public void ExpiredEntry_LeavesBeforeALiveOneHoweverOftenItWasRead()
    {
        var shelf = new Shelf(100);
        for (var key = 0; key < 100; key++)
        {
            var item = shelf.Put(key, expiresAt: key < 50 ? shelf.Now() + 1000 : long.MaxValue);
            for (var hit = 0; hit < 10 && key < 50; hit++)
                item.Touch();
        }

        shelf.Time.Advance(TimeSpan.FromSeconds(1));
        for (var key = 100; key < 150; key++)
            shelf.Ask(key);
        Assert.Equal(100, Enumerable.Range(50, 100).Count(shelf.Has));
    }

    [Fact]
    public void SweepOfNothing_IsNothing()
    {
        var shelf = new Shelf(10);
        Assert.Equal(0, shelf.Policy.Sweep(100));
        shelf.Put(1, expiresAt: shelf.Now() + 1);
        shelf.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, shelf.Policy.Sweep(100));
        Assert.Equal(0, shelf.Policy.Count);
        shelf.Ask(2);
        Assert.Equal(1, shelf.Policy.Count);
    }
}
