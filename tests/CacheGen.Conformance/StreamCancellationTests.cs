using Xunit;

namespace CacheGen.Conformance;

/// <summary>Who stops reading, and at which stage.</summary>
public abstract class StreamCancellationTests<TEngine> : StreamConformance<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly CancellationTokenSource _cancellation = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeforeTheLoad_NothingIsLoaded(bool byParameter)
    {
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadCancellableAsync(byParameter));
        Assert.Equal(0, Source.Opened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DuringTheLoad_OfTheOnlyReader_CancelsTheSource(bool byParameter)
    {
        Source.HoldsBefore.Add(2);
        var reader = ReadCancellableAsync(byParameter);
        await Source.NextHeldAsync();
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader);
        await Eventually.TrueAsync(() => Source.Closed == 1, "the source is closed");
        Assert.True(Source.Tokens[0].IsCancellationRequested);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DuringTheLoad_OfOneReader_LeavesTheOthersTheLoad(bool leavesFirst)
    {
        Source.HoldsBefore.Add(2);
        var (token, other) = leavesFirst ? (_cancellation.Token, CancellationToken.None) : (CancellationToken.None, _cancellation.Token);
        var first = ReadAsync(Streams.PlainAsync(1, token));
        var held = await Source.NextHeldAsync();
        var second = ReadAsync(Streams.PlainAsync(1, other));
        await Eventually.TrueAsync(() => Statistics.Misses == 2, "both wait");
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leavesFirst ? first : second);
        held.GoOn();
        Assert.Equal("run1: 1 2 3", await (leavesFirst ? second : first));
        Assert.Equal(1, Source.Opened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DuringAReplay_EndsIt(bool byParameter)
    {
        await ReadAsync(Streams.PlainAsync(1));
        await using var reader = await BeginAsync(
            Streams.PlainAsync(1, byParameter ? _cancellation.Token : default), 2, byParameter ? default : _cancellation.Token);
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AfterAHandOver_WhileTheFirstItemsAreRead_ClosesTheSource(bool byParameter)
    {
        Source.Length = 9;
        await using var reader = await BeginAsync(
            Streams.PlainAsync(1, byParameter ? _cancellation.Token : default), 2, byParameter ? default : _cancellation.Token);
        Assert.Equal((6, 0), (Source.Given, Source.Closed));
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.MoveNextAsync());
        Assert.Equal((6, 1), (Source.Given, Source.Closed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AfterAHandOver_WhileTheSourceIsWaitedFor_CancelsIt(bool byParameter)
    {
        Source.Length = 9;
        Source.HoldsBefore.Add(8);
        await using var reader = await BeginAsync(
            Streams.PlainAsync(1, byParameter ? _cancellation.Token : default), 7, byParameter ? default : _cancellation.Token);
        var next = reader.MoveNextAsync().AsTask();
        await Source.NextHeldAsync();
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Eventually.Patience));
        Assert.Equal(1, Source.Closed);
    }

    [Fact]
    public async Task WhoBeganTheLoadOfALongStream_HasLeft_TheSourceIsClosedAndOthersOpenTheirOwn()
    {
        Source.Length = 9;
        Source.HoldsBefore.Add(6);
        var first = ReadAsync(Streams.PlainAsync(1, _cancellation.Token));
        var held = await Source.NextHeldAsync();
        var second = ReadAsync(Streams.PlainAsync(1));
        await Eventually.TrueAsync(() => Statistics.Misses == 2, "both wait");
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Source.HoldsBefore.Clear();
        held.GoOn();
        Assert.Equal("run2: 1 2 3 4 5 6 7 8 9", await second);
        Assert.Equal((2, 2), (Source.Opened, Source.Closed));
    }

    [Fact]
    public async Task OfAnOtherReader_DoesNotTouchALongStreamThatWasHandedOver()
    {
        Source.Length = 9;
        Source.HoldsBefore.Add(8);
        var first = ReadAsync(Streams.PlainAsync(1));
        var held = await Source.NextHeldAsync();
        var second = ReadAsync(Streams.PlainAsync(1, _cancellation.Token));
        await Source.NextHeldAsync();
        await _cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        held.GoOn();
        Assert.Equal("run1: 1 2 3 4 5 6 7 8 9", await first);
    }

    private Task<string> ReadCancellableAsync(bool byParameter) => byParameter
        ? ReadAsync(Streams.PlainAsync(1, _cancellation.Token))
        : ReadAsync(Streams.PlainAsync(1), _cancellation.Token);
}
