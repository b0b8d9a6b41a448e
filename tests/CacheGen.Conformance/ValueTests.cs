using Xunit;

namespace CacheGen.Conformance;

/// <summary>What is stored, and for how long: IsMiss, StoreWhen, TtlFrom, AdaptiveTtl.</summary>
public abstract class ValueTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly InvalidOperationException _down = new("down");

    protected ValueTests() => Values = new ValueCatalog(Cache);

    protected ValueCatalog Values { get; }

    [Fact]
    public async Task ValueThatIsMiss_IsKeptForMissTtlAndIsNoFallback()
    {
        Values.Source.Answers = () => "none";
        Assert.Equal("none", await Values.MissAsync(1));
        Advance(Minutes(1) - Precision);
        Assert.Equal("none", await Values.MissAsync(1));
        Assert.Equal(1, Values.Source.Loads);
        Advance(Precision);
        Values.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.MissAsync(1));
    }

    [Fact]
    public async Task ValueThatIsMissWithoutMissTtl_IsNotKeptAndTakesTheStaleOneWithIt()
    {
        await Values.UnkeptMissAsync(1);
        Advance(Minutes(10));
        Values.Source.Answers = () => "none";
        await Values.UnkeptMissAsync(1);
        await Values.UnkeptMissAsync(1);
        Assert.Equal(3, Values.Source.Loads);
        Values.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.UnkeptMissAsync(1));
    }

    [Fact]
    public async Task NullWhereIsMissTakesNone_IsAMiss()
    {
        Values.Source.Answers = () => null;
        Assert.Null(await Values.UnkeptMissAsync(1));
        Assert.Null(await Values.UnkeptMissAsync(1));
        Assert.Equal(2, Values.Source.Loads);
    }

    [Fact]
    public async Task ValueThatIsNotToBeStored_ReachesItsCallersAndLeavesTheStaleOneAsTheFallback()
    {
        await Values.StoreAsync(1);
        Advance(Minutes(10));
        Values.Source.Answers = () => "partial?";
        Assert.Equal("partial?", await Values.StoreAsync(1));
        Assert.Equal("partial?", await Values.StoreAsync(1));
        Assert.Equal(3, Values.Source.Loads);
        Values.Source.Fails = _down;
        Assert.Equal("v1", await Values.StoreAsync(1));
    }

    [Fact]
    public async Task RefreshWhoseValueIsNotToBeStored_LeavesTheFreshOne()
    {
        await Values.StoreBehindAsync(1);
        Advance(Minutes(6));
        Values.Source.Answers = () => "partial?";
        Assert.Equal("v1", await Values.StoreBehindAsync(1));
        await Eventually.TrueAsync(() => Values.Source.Loads == 2, "the refresh has begun");
        Assert.Equal("v1", await Values.StoreBehindAsync(1));
        Advance(Minutes(3));
        Assert.Equal("v1", await Values.StoreBehindAsync(1));
    }

    [Fact]
    public async Task SetOfAValueThatIsNotToBeStored_RemovesTheEntry()
    {
        await Values.StoreAsync(1);
        var handle = ValueCatalog.Cache.Store(Cache, 1);
        await handle.SetAsync("partial?");
        Assert.False((await handle.PeekAsync()).Found);
        Values.Source.Fails = _down;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.StoreAsync(1));

        handle.Set("whole");
        Assert.Equal("whole", await Values.StoreAsync(1));
        handle.Set("partial?");
        Assert.False((await handle.PeekAsync()).Found);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public async Task ValueWithItsOwnTtl_LivesAsLong(int minutes)
    {
        Values.Source.Answers = () => $"{minutes}m";
        await Values.TtlAsync(1);
        Advance(Minutes(minutes) - Precision);
        await Values.TtlAsync(1);
        Assert.Equal(1, Values.Source.Loads);
        Advance(Precision);
        await Values.TtlAsync(1);
        Assert.Equal(2, Values.Source.Loads);
    }

    [Fact]
    public async Task ValueWithoutOneOfItsOwn_LivesForTheMethodsTtl()
    {
        await Values.TtlAsync(1);
        Advance(Minutes(10) - Precision);
        Assert.Equal("v1", await Values.TtlAsync(1));
        Advance(Precision);
        Assert.Equal("v2", await Values.TtlAsync(1));
    }

    [Fact]
    public async Task FailSafe_CountsFromTheEndOfTheValuesOwnTtl()
    {
        Values.Source.Answers = () => "90m";
        await Values.TtlAsync(1);
        Values.Source.Fails = _down;
        Advance(Minutes(149));
        Assert.Equal("90m", await Values.TtlAsync(1));
        Advance(Minutes(2));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.TtlAsync(1));
    }

    [Theory]
    [InlineData("0m")]
    [InlineData("-5m")]
    public async Task TtlOfZeroOrLess_IsNotStored(string value)
    {
        await Values.TtlAsync(1);
        Advance(Minutes(10));
        Values.Source.Answers = () => value;
        Assert.Equal(value, await Values.TtlAsync(1));
        Assert.Equal(value, await Values.TtlAsync(1));
        Assert.Equal(3, Values.Source.Loads);
        Values.Source.Fails = _down;
        Assert.Equal("v1", await Values.TtlAsync(1));
    }

    [Fact]
    public async Task SetByHand_TakesTheValuesOwnTtl()
    {
        await ValueCatalog.Cache.Ttl(Cache, 1).SetAsync("20m");
        Advance(Minutes(19));
        Assert.Equal("20m", await Values.TtlAsync(1));
        Advance(Minutes(1));
        Assert.Equal("v1", await Values.TtlAsync(1));
    }

    [Fact]
    public async Task RefreshAfter_IsRelativeToTheValuesOwnTtl()
    {
        // The method's own Ttl of ten minutes ends before the refresh would be due; one of an hour does not.
        Values.Source.Answers = () => "60m";
        await Values.TtlRefreshAsync(1);
        Advance(Minutes(14));
        await Values.TtlRefreshAsync(1);
        Assert.Equal(1, Values.Source.Loads);
        Advance(Minutes(3));
        await Values.TtlRefreshAsync(1);
        await Eventually.TrueAsync(() => Values.Source.Loads == 2, "the refresh has begun");
    }

    [Fact]
    public async Task EqualValues_DoubleTheTtlUpToItsBound()
    {
        Values.Source.Answers = () => new string('x', 3);
        foreach (var ttl in new[] { 10, 20, 30, 30 })
        {
            var before = Values.Source.Loads;
            await Values.AdaptiveAsync(1);
            Assert.Equal(before + 1, Values.Source.Loads);
            Advance(Minutes(ttl) - Precision);
            await Values.AdaptiveAsync(1);
            Assert.Equal(before + 1, Values.Source.Loads);
            Advance(Precision);
        }
    }

    [Theory]
    [InlineData("other")]
    [InlineData(null)]
    public async Task ChangedValue_ReturnsToTheShortestTtl(string? between)
    {
        Values.Source.Answers = () => "same";
        await Values.AdaptiveAsync(1);
        Advance(Minutes(10));
        await Values.AdaptiveAsync(1);
        Advance(Minutes(20));
        Values.Source.Answers = () => between;
        await Values.AdaptiveAsync(1);
        Advance(Minutes(10));
        Values.Source.Answers = () => "same";
        await Values.AdaptiveAsync(1);
        var loads = Values.Source.Loads;
        Advance(Minutes(10));
        await Values.AdaptiveAsync(1);
        Assert.Equal(loads + 1, Values.Source.Loads);
    }
}
