using Xunit;

namespace CacheGen.Conformance;

/// <summary>What counts as a failure, and after which failures a stale value is served: FailWhen, ServeStaleOn, NeverServeStaleOn.</summary>
public abstract class FailureTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    protected FailureTests() => Values = new ValueCatalog(Cache);

    protected ValueCatalog Values { get; }

    [Fact]
    public async Task FailedResult_IsAnsweredWithTheStaleValue()
    {
        await Values.FailAsync(1);
        Advance(Minutes(10));
        Values.Source.Answers = () => "error 503";
        Assert.Equal("v1", await Values.FailAsync(1));
        Assert.Equal("v1", await Values.FailAsync(1));
        Assert.Equal((2, 1), (Values.Source.Loads, Cache.GetStatistics().Errors));
    }

    [Fact]
    public async Task FailedResultWithoutAnythingStale_ReachesTheCallersAndIsNotStored()
    {
        Values.Source.Answers = () => "error 503";
        Assert.Equal("error 503", await Values.FailAsync(1));
        using var leaving = new CancellationTokenSource();
        Assert.Equal("error 503", await Values.FailAsync(1, leaving.Token));
        Assert.Equal(2, Values.Source.Loads);
        Values.Source.Answers = null;
        Assert.Equal("v3", await Values.FailAsync(1));
    }

    [Fact]
    public async Task CallersThatShareALoad_AllGetTheVeryResult()
    {
        Values.Source.Holds = true;
        var callers = Enumerable.Range(0, 20).Select(_ => Values.FailAsync(1)).ToArray();
        var result = new string("error 500".ToCharArray());
        (await Values.Source.NextHeldAsync()).Answer(result);
        Assert.All(await Task.WhenAll(callers), value => Assert.Same(result, value));
        Assert.Equal(1, Values.Source.Loads);
    }

    [Fact]
    public void FailedResultOfASynchronousMethod_ReachesTheCaller()
    {
        Values.Source.Answers = () => "error 503";
        Assert.Equal("error 503", Values.FailSync(1));
        Values.Source.Answers = null;
        Assert.Equal("v2", Values.FailSync(1));
        Advance(Minutes(10));
        Values.Source.Answers = () => "error 503";
        Assert.Equal("v2", Values.FailSync(1));
    }

    [Fact]
    public async Task FailedResult_IsAnsweredWithTheStaleMissToo()
    {
        Values.Source.Answers = () => "none";
        await Values.FailMissAsync(1);
        Advance(Minutes(1));
        Values.Source.Answers = () => "error 503";
        Assert.Equal("none", await Values.FailMissAsync(1));
        Assert.Equal(1, Cache.GetStatistics().Errors);
        // A value may not serve, a result that failed may.
        Values.Source.Answers = null;
        await Values.FailMissAsync(2);
        Advance(Minutes(10));
        Values.Source.Answers = () => "error 503";
        Assert.Equal("error 503", await Values.FailMissAsync(2));
    }

    [Fact]
    public async Task StaleMiss_IsServedAfterTheFailuresThatAStaleValueWouldBe()
    {
        Values.Source.Answers = () => "none";
        await Values.NeverMissAsync(1);
        Advance(Minutes(1));
        Values.Source.Fails = new IOException("not in the list");
        await Assert.ThrowsAsync<IOException>(() => Values.NeverMissAsync(1));
        Values.Source.Fails = new InvalidOperationException("in the list");
        Assert.Equal("none", await Values.NeverMissAsync(1));

        Advance(Minutes(1));
        Values.Source.Fails = new KeyNotFoundException("gone");
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Values.NeverMissAsync(1));
        Values.Source.Fails = new InvalidOperationException("in the list");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.NeverMissAsync(1));
    }

    [Fact]
    public async Task RefreshWithAFailedResult_LeavesTheValue()
    {
        await Values.FailBehindAsync(1);
        Advance(Minutes(6));
        Values.Source.Answers = () => "error 503";
        Assert.Equal("v1", await Values.FailBehindAsync(1));
        await Eventually.TrueAsync(() => Cache.GetStatistics().Errors == 1, "the refresh has failed");
        Assert.Equal("v1", await Values.FailBehindAsync(1));
        Advance(Minutes(4));
        Assert.Equal("v1", await Values.FailBehindAsync(1));
    }

    [Fact]
    public async Task FailedResultOfALoadThatMayTimeOut_ReachesTheCallerOrIsAnsweredStale()
    {
        Values.Source.Answers = () => "error 503";
        Assert.Equal("error 503", await Values.FailSoftAsync(1));
        Values.Source.Answers = null;
        Assert.Equal("v2", await Values.FailSoftAsync(1));
        Advance(Minutes(10));
        Values.Source.Answers = () => "error 503";
        Assert.Equal("v2", await Values.FailSoftAsync(1));
    }

    [Fact]
    public async Task ExceptionThatIsNotNamed_ReachesTheCallerAndLeavesTheStaleValue()
    {
        await Values.AfterSomeAsync(1);
        Advance(Minutes(10));
        var wrong = new ArgumentException("a bug");
        Values.Source.Fails = wrong;
        Assert.Same(wrong, await Assert.ThrowsAsync<ArgumentException>(() => Values.AfterSomeAsync(1)));
        Assert.Same(wrong, await Assert.ThrowsAsync<ArgumentException>(() => Values.AfterSomeAsync(1)));
        Assert.Equal(3, Values.Source.Loads);
        // One derived from what is named.
        Values.Source.Fails = new FileNotFoundException();
        Assert.Equal("v1", await Values.AfterSomeAsync(1));
    }

    [Fact]
    public async Task CancellationOfTheSourcesOwn_IsNamedLikeAnyOther()
    {
        await Values.AfterSomeAsync(1);
        Advance(Minutes(10));
        Values.Source.Fails = new TaskCanceledException();
        Assert.Equal("v1", await Values.AfterSomeAsync(1));
    }

    [Fact]
    public async Task CancellationThatIsNotNamed_ReachesTheCaller()
    {
        await Values.NeverAsync(1);
        Advance(Minutes(10));
        var own = new TaskCanceledException();
        Values.Source.Fails = own;
        Assert.Same(own, await Assert.ThrowsAsync<TaskCanceledException>(() => Values.NeverAsync(1)));
    }

    [Fact]
    public async Task ExceptionThatIsNeverAnsweredStale_RemovesTheEntryForGood()
    {
        await Values.NeverAsync(1);
        Advance(Minutes(10));
        var gone = new KeyNotFoundException();
        Values.Source.Fails = gone;
        Assert.Same(gone, await Assert.ThrowsAsync<KeyNotFoundException>(() => Values.NeverAsync(1)));
        // What was deleted does not come back with a later failure.
        Values.Source.Fails = new InvalidOperationException("down");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Values.NeverAsync(1));
    }

    [Fact]
    public async Task Never_ComesBeforeServeStaleOn()
    {
        await Values.NeverAsync(1);
        Advance(Minutes(10));
        Values.Source.Fails = new FileNotFoundException();
        await Assert.ThrowsAsync<FileNotFoundException>(() => Values.NeverAsync(1));
        Values.Source.Fails = new IOException();
        await Assert.ThrowsAsync<IOException>(() => Values.NeverAsync(1));
    }

    [Fact]
    public async Task NeverAfterThrottledFailures_IsHeardOfWhenTheSourceIsAskedAgain()
    {
        await Values.NeverAsync(1);
        Advance(Minutes(10));
        Values.Source.Fails = new InvalidOperationException("down");
        Assert.Equal("v1", await Values.NeverAsync(1));
        Advance(Seconds(30));
        Values.Source.Fails = new KeyNotFoundException();
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Values.NeverAsync(1));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Values.NeverAsync(1));
    }

    [Fact]
    public async Task RefreshThatSaysNever_RemovesTheFreshValueToo()
    {
        await Values.NeverBehindAsync(1);
        Advance(Minutes(6));
        Values.Source.Fails = new KeyNotFoundException();
        Assert.Equal("v1", await Values.NeverBehindAsync(1));
        await Eventually.TrueAsync(() => !ValueCatalog.Cache.NeverBehind(Cache, 1).Peek(out _), "the entry is gone");
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Values.NeverBehindAsync(1));
    }
}
