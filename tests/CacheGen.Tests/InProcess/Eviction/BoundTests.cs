using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class BoundTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(5000)]
    public void MoreEntriesThanTheBound_AsManyAsTheBoundStay_AndTheNewestIsOneOfThem(int maxEntries)
    {
        var shelf = new Shelf(maxEntries);
        for (var key = 0; key < 3 * maxEntries; key++)
        {
            shelf.Ask(key);
            Assert.True(shelf.Has(key));
        }

        Assert.Equal(maxEntries, shelf.Count);
        Assert.Equal(maxEntries, shelf.Policy.Count);
        Assert.Equal(2 * maxEntries, shelf.Policy.Evictions);
    }

    [Fact]
    public void NewestAmongEntriesThatAreAllInUse_Stays()
    {
        var shelf = new Shelf(100);
        for (var round = 0; round < 5; round++)
        {
            for (var key = 0; key < 100; key++)
                shelf.Ask(key);
        }

        shelf.Ask(1000);
        Assert.True(shelf.Has(1000));
        Assert.Equal(100, shelf.Count);
    }

    [Fact]
    public void Weights_BoundTheSum()
    {
        var shelf = new Shelf(int.MaxValue, maxBytes: 10_000);
        var random = new Random(1);
        for (var key = 0; key < 5000; key++)
        {
            shelf.Put(key, weight: random.Next(1, 500));
            Assert.InRange(shelf.Weight, 1, 10_000);
        }

        Assert.Equal(shelf.Weight, shelf.Policy.Weight);
        Assert.InRange(shelf.Weight, 9_500, 10_000);
    }

    [Fact]
    public void BothBounds_Hold()
    {
        var shelf = new Shelf(10, maxBytes: 100);
        for (var key = 0; key < 100; key++)
            shelf.Put(key, weight: key % 2 == 0 ? 1 : 40);
        Assert.InRange(shelf.Count, 1, 10);
        Assert.InRange(shelf.Weight, 1, 100);
    }

    [Fact]
    public void EntryHeavierThanTheBound_IsNotKept_AndTheOthersAre()
    {
        var shelf = new Shelf(int.MaxValue, maxBytes: 100);
        for (var key = 0; key < 10; key++)
            shelf.Put(key, weight: 10);
        shelf.Put(10, weight: 101);
        Assert.False(shelf.Has(10));
        Assert.Equal(10, shelf.Count);
    }

    [Fact]
    public void HeavyEntry_TakesThePlaceOfManyLightOnes()
    {
        var shelf = new Shelf(int.MaxValue, maxBytes: 1000);
        for (var key = 0; key < 1000; key++)
            shelf.Put(key);
        shelf.Put(1000, weight: 900);
        Assert.True(shelf.Has(1000));
        Assert.Equal(101, shelf.Count);
        Assert.Equal(1000, shelf.Policy.Weight);
    }

    [Fact]
    public void HeavierValueForTheSameKey_MakesRoom()
    {
        var shelf = new Shelf(int.MaxValue, maxBytes: 100);
        for (var key = 0; key < 10; key++)
            shelf.Put(key, weight: 10);
        shelf.Put(9, weight: 60);
        Assert.InRange(shelf.Weight, 60, 100);
        Assert.Equal(shelf.Weight, shelf.Policy.Weight);
        shelf.Put(9, weight: 1000);
        Assert.False(shelf.Has(9));
        Assert.Equal(shelf.Weight, shelf.Policy.Weight);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3000)]
    public async Task ManyThreads_LeaveCountsThatAreTrue(long maxBytes)
    {
        var shelf = new Shelf(500, maxBytes);
        using var gate = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Factory.StartNew(
            () =>
            {
                var random = new Random(worker);
                gate.SignalAndWait();
                for (var round = 0; round < 50_000; round++)
                {
                    var key = (int)(2000 * Math.Pow(random.NextDouble(), 3));
                    var dice = random.Next(20);
                    if (dice == 0)
                        shelf.Remove(key);
                    else if (dice == 1)
                        shelf.Put(key, weight: random.Next(1, 20));
                    else if (dice == 2)
                        shelf.Policy.Sweep(40);
                    else
                        shelf.Ask(key);
                }
            },
            TaskCreationOptions.LongRunning)));

        Assert.Equal(shelf.Count, shelf.Policy.Count);
        Assert.Equal(shelf.Weight, shelf.Policy.Weight);
        Assert.InRange(shelf.Count, 1, 500);
        if (maxBytes > 0)
            Assert.InRange(shelf.Weight, 1, maxBytes);
        // What is there can all be evicted again: nothing was lost from the queues.
        for (var key = 10_000; key < 40_000; key++)
            shelf.Ask(key);
        Assert.Equal(500, shelf.Count);
        Assert.Equal(500, shelf.Policy.Count);
    }
}
