using System.Globalization;
using CacheGen.Testing;
using Xunit;

namespace CacheGen.Language.Tests.Spotify;

public class SpotifyTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeSpotify _api = new();
    private readonly MethodCache _cache;
    private readonly SpotifyCatalog _catalog;

    public SpotifyTests()
    {
        var options = new CacheGenOptions { TimeProvider = _clock };
        options.RateLimiters["spotify"] = RateLimits.AtMost(5, per: TimeSpan.FromMinutes(1)).Queue(0).Build(_clock);
        _cache = MethodCache.CreateInProcess(options);
        _catalog = new SpotifyCatalog(_api, _cache);
    }

    [Fact]
    public async Task Batch_LoadsWhatIsMissing_InPieces()
    {
        await _catalog.GetTracksAsync(["t1"]);
        var tracks = await _catalog.GetTracksAsync(["t3", "t1", "t2", "t1", "t9"]);
        Assert.Equal(["t1", "t2", "t3"], tracks.Keys.Order());
        Assert.Equal(["tracks t1", "tracks t2+t3", "tracks t9"], _api.Calls);

        // What is not there is known too, and both methods have the same entries.
        await _catalog.GetTracksAsync(["t9", "t2"]);
        Assert.Equal("Two", (await _catalog.GetTrackAsync("t2"))!.Title);
        Assert.Null(await _catalog.GetTrackAsync("t9"));
        Assert.Equal(3, _api.Calls.Count);
    }

    [Fact]
    public async Task SingleCallsAtATime_BecomeOneCallOfTheBatch()
    {
        var first = _catalog.GetTrackAsync("t1");
        var second = _catalog.GetTrackAsync("t2");
        Assert.Empty(_api.Calls);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        Assert.Equal(("One", "Two"), ((await first)!.Title, (await second)!.Title));
        Assert.Equal(["tracks t1+t2"], _api.Calls);
    }

    [Fact]
    public async Task ListOfTracks_IsInTheOrderThatWasAskedFor()
    {
        Assert.Equal(["Three", "One"], (await _catalog.GetTracksInOrderAsync(["t3", "t1"])).Select(track => track.Title));
        Assert.Equal(["One", "Three"], (await _catalog.GetTracksInOrderAsync(["t1", "t3"])).Select(track => track.Title));
        Assert.Single(_api.Calls);
    }

    [Fact]
    public async Task Codes_AreTheSameHoweverTheyAreWritten()
    {
        Assert.Equal(120, await _catalog.GetTempoAsync("us-rc1-76-07839", "trace 1"));
        Assert.Equal(120, await _catalog.GetTempoAsync("USRC17607839", "trace 2"));
        Assert.Equal(["tempo USRC17607839"], _api.Calls);
        Assert.Equal("spotify:tempo:USRC17607839", SpotifyCatalog.Cache.GetTempo(_cache, "us-rc1-76-07839").Key);
    }

    [Fact]
    public async Task Artist_IsTheSameWithoutAccents()
    {
        var (icelandic, english) = (CultureInfo.GetCultureInfo("is"), CultureInfo.GetCultureInfo("en"));
        await _catalog.GetBiographyAsync("Björk", icelandic);
        await _catalog.GetBiographyAsync("Bjork", icelandic);
        await _catalog.GetBiographyAsync("Bjork", english);
        Assert.Equal(2, _api.Calls.Count);
    }

    [Fact]
    public async Task LimitedApi_IsCalledNoMoreThanItAllows()
    {
        for (var i = 0; i < 5; i++)
            await _catalog.GetTempoAsync($"code {i}", "");
        var refused = await Assert.ThrowsAsync<CacheRateLimitException>(() => _catalog.GetTempoAsync("another", ""));
        Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryAfter);

        // Hits ask for no leave, and a batch asks once a call.
        await _catalog.GetTempoAsync("code 1", "");
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await _catalog.GetTracksAsync(["t1", "t2", "t3"])).Count);
        Assert.Equal(7, _api.Calls.Count);
    }

    [Fact]
    public async Task DeletedTrack_DoesNotComeBackInALaterOutage()
    {
        await _catalog.GetTracksAsync(["t1"]);
        _clock.Advance(TimeSpan.FromHours(25));
        _api.Fails = new HttpRequestException("503");
        Assert.Single(await _catalog.GetTracksAsync(["t1"]));

        _clock.Advance(TimeSpan.FromHours(1));
        _api.Fails = new TrackGoneException();
        await Assert.ThrowsAsync<TrackGoneException>(() => _catalog.GetTracksAsync(["t1"]));
        _api.Fails = new HttpRequestException("503");
        await Assert.ThrowsAsync<HttpRequestException>(() => _catalog.GetTracksAsync(["t1"]));
    }

    [Fact]
    public async Task Library_IsReadOnce()
    {
        Assert.Equal(3, await _catalog.LibraryAsync("ann").CountAsync());
        Assert.Equal(3, await _catalog.LibraryAsync("ann").CountAsync());
        Assert.Equal(["library ann"], _api.Calls);
    }
}
