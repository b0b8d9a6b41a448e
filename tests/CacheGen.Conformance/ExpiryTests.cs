using Xunit;

namespace CacheGen.Conformance;

public abstract class ExpiryTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task FreshValue_IsServedWithoutLoading()
    {
        Assert.Equal("v1", await Catalog.PlainAsync(1));
        Advance(Minutes(10) - Precision);
        Assert.Equal("v1", await Catalog.PlainAsync(1));
        Assert.Equal(1, Source.Loads);
    }

    [Fact]
    public async Task ExpiredValue_IsLoadedAgain()
    {
        await Catalog.PlainAsync(1);
        Advance(Minutes(10));
        Assert.Equal("v2", await Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task OtherArguments_AreOtherEntries()
    {
        Assert.Equal("v1", await Catalog.PlainAsync(1));
        Assert.Equal("v2", await Catalog.PlainAsync(2));
        Assert.Equal("v1", await Catalog.PlainAsync(1));
    }

    [Fact]
    public async Task OtherMethods_AreOtherEntries()
    {
        Assert.Equal("v1", await Catalog.PlainAsync(1));
        Assert.Equal("v2", await Catalog.ValueTaskAsync(1));
        Assert.Equal("v3", Catalog.Sync(1));
        Assert.Equal("v1 v2 v3", $"{await Catalog.PlainAsync(1)} {await Catalog.ValueTaskAsync(1)} {Catalog.Sync(1)}");
    }

    [Fact]
    public async Task NoTtl_TheCachesDefaultHolds()
    {
        await Catalog.DefaultsAsync(1);
        Advance(Minutes(5) - Precision);
        Assert.Equal("v1", await Catalog.DefaultsAsync(1));
        Advance(Precision);
        Assert.Equal("v2", await Catalog.DefaultsAsync(1));
    }

    [Fact]
    public async Task Jitter_SpreadsExpiryAndNeverShortensTheTtl()
    {
        for (var id = 0; id < 200; id++)
            await Catalog.JitterAsync(id);
        Assert.Equal(200, await StillCachedAfterAsync(Minutes(10) - Precision));
        Assert.InRange(await StillCachedAfterAsync(Minutes(2) + Seconds(30)), 40, 160);
        Assert.Equal(0, await StillCachedAfterAsync(Minutes(2) + Seconds(30) + Precision));

        async Task<int> StillCachedAfterAsync(TimeSpan time)
        {
            Advance(time);
            return Enumerable.Range(0, 200).Count(id => Catalog.Cache.Jitter(Cache, id).Peek(out _));
        }
    }

    [Fact]
    public async Task MissWithoutMissTtl_IsNotStored()
    {
        Source.Answers = () => null;
        Assert.Null(await Catalog.PlainAsync(1));
        Assert.Null(await Catalog.PlainAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task MissWithMissTtl_IsStoredThatLong()
    {
        Source.Answers = () => null;
        Assert.Null(await Catalog.MissAsync(1));
        Advance(Minutes(1) - Precision);
        Assert.Null(await Catalog.MissAsync(1));
        Assert.Equal(1, Source.Loads);
        Advance(Precision);
        Assert.Null(await Catalog.MissAsync(1));
        Assert.Equal(2, Source.Loads);
    }

    [Fact]
    public async Task Miss_IsNoFailSafeValue()
    {
        Source.Answers = () => null;
        await Catalog.MissAsync(1);
        Advance(Minutes(1));
        Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.MissAsync(1));
    }

    [Fact]
    public async Task MissThatFollowsAValue_LeavesNoStaleValueBehind()
    {
        await Catalog.FailSafeAsync(1);
        Advance(Minutes(10));
        Source.Answers = () => null;
        Assert.Null(await Catalog.FailSafeAsync(1));
        Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Catalog.FailSafeAsync(1));
    }
}
