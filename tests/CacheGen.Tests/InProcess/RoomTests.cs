using System.Runtime.CompilerServices;
using CacheGen.Testing;
using Xunit;

namespace CacheGen.Tests.InProcess;

/// <summary>Bounded memory, as users see it: entries, bytes, methods with room of their own, and what expires.</summary>
public partial class RoomTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void MethodWithRoomOfItsOwn_KeepsSoMany_AndTakesNothingFromOthers()
    {
        var (cache, shelf) = Create(options => options.MaxEntries = 100);
        for (var id = 0; id < 100; id++)
            shelf.Shared(id);
        for (var id = 0; id < 1000; id++)
            shelf.Own(id);
        Assert.Equal(100, EntriesOf(cache, "Shared"));
        Assert.Equal(10, EntriesOf(cache, "Own"));
        for (var id = 0; id < 1000; id++)
            shelf.Shared(id);
        Assert.Equal(10, EntriesOf(cache, "Own"));
    }

    [Fact]
    public void ConfiguredRoom_TakesThePlaceOfTheAttributes()
    {
        var (cache, shelf) = Create(options =>
        {
            options.Methods["RoomTests.Shelf.Own"].MaxEntries = 3;
            options.Methods["RoomTests.Shelf.Shared"].MaxEntries = 5;
        });
        for (var id = 0; id < 100; id++)
        {
            shelf.Own(id);
            shelf.Shared(id);
        }

        Assert.Equal(3, EntriesOf(cache, "Own"));
        Assert.Equal(5, EntriesOf(cache, "Shared"));
    }

    [Fact]
    public void Statistics_CountWhatMadeRoom_AndNotWhatWasRemovedOrHasExpired()
    {
        var (cache, shelf) = Create(options => options.MaxEntries = 10);
        for (var id = 0; id < 15; id++)
            shelf.Shared(id);
        Assert.Equal(5, cache.GetStatistics().Evicted);
        Assert.Equal(5, cache.GetStatistics().Methods.Single().Evicted);
        cache.Clear();
        shelf.Shared(1);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(5, cache.GetStatistics().Evicted);
    }

    [Fact]
    public void MaxBytes_BoundsWhatTheSizerTells_AndWhatTheCacheItselfNeeds()
    {
        var (cache, shelf) = Create(options => (options.MaxBytes, options.Sizer) = (100_000, new Lengths()));
        for (var id = 0; id < 1000; id++)
            shelf.Text(id, 850);
        // 850 and some 150 of the cache's own.
        Assert.InRange(EntriesOf(cache, "Text"), 90, 100);
        shelf.Text(1, 200_000);
        Assert.False(Shelf.Cache.Text(cache, 1, 200_000).Peek(out _));
        Assert.InRange(EntriesOf(cache, "Text"), 90, 100);
    }

    [Fact]
    public void SizerThatThrows_IsHeardOfByTheCaller_AndNothingIsStored()
    {
        var (cache, shelf) = Create(options => (options.MaxBytes, options.Sizer) = (100_000, new Lengths()));
        Assert.Throws<NotSupportedException>(() => shelf.Shared(1));
        Assert.Equal(0, EntriesOf(cache, "Shared"));
        Assert.Throws<NotSupportedException>(() => Shelf.Cache.Shared(cache, 1).Set(2));
    }

    [Fact]
    public void BatchesAndValuesSetByHand_AreWeighedToo()
    {
        var (cache, shelf) = Create(options => (options.MaxBytes, options.Sizer) = (10_000, new Lengths()));
        Assert.Equal(100, shelf.Texts(Enumerable.Range(0, 100).ToList()).Count);
        Assert.InRange(EntriesOf(cache, "Texts"), 8, 10);
        for (var id = 0; id < 100; id++)
            Shelf.Cache.Text(cache, id, 850).Set(new string('x', 850));
        Assert.InRange(EntriesOf(cache, "Texts") + EntriesOf(cache, "Text"), 8, 10);
    }

    [Fact]
    public void MaxBytesWithoutASizer_IsRefused()
    {
        var said = Assert.Throws<ArgumentException>(() => Create(options => options.MaxBytes = 1)).Message;
        Assert.Contains("no Sizer says how large a value is", said, StringComparison.Ordinal);
        Assert.Contains("MaxBytes is 0", Assert.Throws<ArgumentException>(() => Create(options => options.MaxBytes = 0)).Message, StringComparison.Ordinal);
        Assert.Contains("MaxEntries is 0", Assert.Throws<ArgumentException>(() => Create(options => options.Methods["RoomTests.Shelf.Own"].MaxEntries = 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHasExpired_LeavesWithinMinutes_ThoughNobodyCallsTheCache()
    {
        var (cache, shelf) = Create(options => options.MaxEntries = 100_000);
        for (var id = 0; id < 5000; id++)
        {
            shelf.Shared(id);
            shelf.Own(id);
        }

        Assert.Equal(1, _clock.PendingTimers);
        _clock.Advance(TimeSpan.FromHours(1));
        for (var step = 0; step < 12; step++)
            _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, cache.GetStatistics().Entries);
        // An empty cache has nothing to look at.
        Assert.Equal(0, _clock.PendingTimers);
        shelf.Shared(1);
        Assert.Equal(1, _clock.PendingTimers);
    }

    [Fact]
    public void CacheThatItsUserHasDropped_IsCollected_ThoughItsTimerRuns()
    {
        var cache = Filled();
        for (var attempt = 0; attempt < 10 && cache.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(cache.IsAlive);
        Assert.Equal(1, _clock.PendingTimers);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, _clock.PendingTimers);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Filled()
    {
        var (cache, shelf) = Create(_ => { });
        shelf.Shared(1);
        return new(cache);
    }

    private (MethodCache Cache, Shelf Shelf) Create(Action<CacheGenOptions> configure)
    {
        var options = new CacheGenOptions { TimeProvider = _clock };
        configure(options);
        var cache = MethodCache.CreateInProcess(options);
        return (cache, new Shelf(cache));
    }

    private static long EntriesOf(MethodCache cache, string method) =>
        cache.GetStatistics().Methods.SingleOrDefault(one => one.Method.Contains($".{method}(", StringComparison.Ordinal))?.Entries ?? 0;

    private sealed partial class Shelf(MethodCache cache)
    {
        [Cached(Ttl = "1h")]
        public partial int Shared(int id);

        [Cached(Ttl = "1h", MaxEntries = 10)]
        public partial int Own(int id);

        [Cached]
        public partial string Text(int id, int length);

        [CachedBatch(Key = "texts:{id}")]
        public partial Dictionary<int, string> Texts(List<int> ids);

        private static int SharedCore(int id) => id;

        private static int OwnCore(int id) => id;

        private static string TextCore(int id, int length) => new((char)id, length);

        private static Dictionary<int, string> TextsCore(List<int> ids) => ids.ToDictionary(id => id, id => new string((char)id, 850));
    }

    private sealed class Lengths : ICacheSizer
    {
        public long SizeOf<TKey, TValue>(CachedMethod<TKey, TValue> method, TKey key, TValue value)
            where TKey : notnull =>
            value is string text ? text.Length : throw new NotSupportedException();
    }
}
