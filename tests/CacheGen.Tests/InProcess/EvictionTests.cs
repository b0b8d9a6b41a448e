using CacheGen.Testing;
using Xunit;

namespace CacheGen.Tests.InProcess;

public partial class EvictionTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void MoreKeysThanMaxEntries_TheCacheKeepsMaxEntries()
    {
        var (cache, squares) = Create(maxEntries: 100);
        for (var id = 0; id < 10_000; id++)
            squares.Square(id);
        Assert.Equal(100, cache.GetStatistics().Entries);
    }

    [Fact]
    public void Bound_HoldsOverAllMethodsTogether()
    {
        var (cache, squares) = Create(maxEntries: 100);
        for (var id = 0; id < 1000; id++)
        {
            squares.Square(id);
            squares.Cube(id);
        }

        Assert.Equal(100, cache.GetStatistics().Entries);
        Assert.Equal(2, cache.GetStatistics().Methods.Count(method => method.Entries > 0));
    }

    [Fact]
    public void EntryThatIsReadOften_OutlivesThoseThatAreNot()
    {
        var (_, squares) = Create(maxEntries: 100);
        squares.Square(-1);
        for (var id = 0; id < 10_000; id++)
        {
            squares.Square(id);
            squares.Square(-1);
        }

        Assert.Equal(1, squares.Loads(-1));
    }

    [Fact]
    public void NewcomerAmongEntriesThatWereAllRead_Stays()
    {
        var (cache, squares) = Create(maxEntries: 100);
        for (var round = 0; round < 2; round++)
        {
            for (var id = 0; id < 100; id++)
                squares.Square(id);
        }

        Squares.Cache.Square(cache, 1000).Set(1);
        Assert.True(Squares.Cache.Square(cache, 1000).Peek(out _));
    }

    [Fact]
    public async Task StaleValuesThatServeDuringAnOutage_AreInUse()
    {
        var (cache, squares) = Create(maxEntries: 100);
        var catalog = new CacheGen.Conformance.Catalog(cache);
        for (var id = 0; id < 20; id++)
            await catalog.FailSafeAsync(id);
        _clock.Advance(TimeSpan.FromMinutes(10));
        catalog.Source.Fails = new InvalidOperationException("down");
        for (var round = 0; round < 500; round++)
        {
            squares.Square(round);
            for (var id = 0; id < 20; id++)
                Assert.NotNull(await catalog.FailSafeAsync(id));
        }
    }

    [Fact]
    public void ExpiredEntry_LeavesBeforeALiveOneHoweverOftenItWasRead()
    {
        var (cache, squares) = Create(maxEntries: 2);
        squares.Square(1);
        squares.Square(1);
        _clock.Advance(TimeSpan.FromMinutes(10));
        squares.Cube(2);
        squares.Cube(3);
        Assert.True(Squares.Cache.Cube(cache, 2).Peek(out _));
        Assert.True(Squares.Cache.Cube(cache, 3).Peek(out _));
    }

    [Fact]
    public void SameKeyReplacedAndRemovedOverAndOver_KeepsItsPlaceCounted()
    {
        var (cache, squares) = Create(maxEntries: 10);
        for (var round = 0; round < 10_000; round++)
        {
            Squares.Cache.Square(cache, 1).Set(round);
            if (round % 3 == 0)
                Squares.Cache.Square(cache, 1).Remove();
        }

        for (var id = 0; id < 10; id++)
            squares.Square(id);
        Assert.Equal(10, cache.GetStatistics().Entries);
        Assert.Equal(10, Enumerable.Range(0, 10).Count(id => Squares.Cache.Square(cache, id).Peek(out _)));
    }

    [Fact]
    public async Task ConcurrentLoadsSetsAndRemovals_LeaveTheBoundExact()
    {
        var (cache, squares) = Create(maxEntries: 50);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            var random = new Random(worker);
            for (var round = 0; round < 20_000; round++)
            {
                var id = random.Next(200);
                if (random.Next(10) == 0)
                    Squares.Cache.Square(cache, id).Remove();
                else if (random.Next(10) == 0)
                    Squares.Cache.Square(cache, id).Set(id * id);
                else
                    Assert.Equal(id * id, squares.Square(id));
            }
        })));
        Assert.InRange(cache.GetStatistics().Entries!.Value, 1, 50);
        for (var id = 1000; id < 1100; id++)
            squares.Square(id);
        Assert.Equal(50, cache.GetStatistics().Entries);
    }

    private (MethodCache Cache, Squares Squares) Create(int maxEntries)
    {
        var cache = MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = maxEntries, TimeProvider = _clock });
        return (cache, new Squares(cache));
    }

    private sealed partial class Squares(MethodCache cache)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> _loads = new();

        public int Loads(int id) => _loads.GetValueOrDefault(id);

        [Cached]
        public partial int Square(int id);

        [Cached]
        public partial int Cube(int id);

        private int SquareCore(int id)
        {
            _loads.AddOrUpdate(id, 1, (_, count) => count + 1);
            return id * id;
        }

        private static int CubeCore(int id) => id * id * id;
    }
}
