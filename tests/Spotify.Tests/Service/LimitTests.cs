using CacheGen.Conformance;
using CacheGen.Testing;
using Dj.Hosting;

namespace Dj.Tests.Service;

/// <summary>The stand-in refuses what is too much; nothing that this service asks is.</summary>
public sealed class LimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FeaturesOfManyTracks_AreAHundredACall()
    {
        await using var dj = await TestDj.StartAsync(new ManualTimeProvider());
        var ids = dj.World.Playlists.Long.TrackIds;

        var features = await dj.Spotify.GetManyAudioFeaturesAsync([.. ids], Ct);
        await dj.Spotify.GetManyAudioFeaturesAsync([.. ids], Ct);

        Assert.Equal(3, dj.Apis.Spotify.CallsByEndpoint["features"]);
        Assert.Equal(ids.Count(id => dj.World.FindTrack(id)!.Features is not null), features.Count);
    }

    [Fact]
    public async Task FeaturesOfSingleTracks_BecomeOneCall()
    {
        var clock = new ManualTimeProvider();
        await using var dj = await TestDj.StartAsync(clock);
        var ids = dj.First.TrackIds.Take(80).ToArray();
        var single = ids.Select(id => dj.Spotify.GetAudioFeaturesAsync(id, Ct)).ToArray();
        clock.Advance(TimeSpan.FromMilliseconds(20));

        await Task.WhenAll(single);

        Assert.Equal((1, 0), (dj.Apis.Spotify.CallsByEndpoint["features"], dj.Apis.Spotify.CallsByEndpoint.GetValueOrDefault("feature")));
    }

    [Fact]
    public async Task SpotifyIsAskedEveryTwoSeconds_AndHitsAreNot()
    {
        var clock = new ManualTimeProvider();
        // As the service is: registered last, the limiter that is meant for production holds again.
        await using var dj = await TestDj.StartAsync(clock, services => ProductionLimits.Of(services));
        var ids = dj.First.TrackIds;
        await dj.Spotify.GetTrackAsync(ids[0], Ct);

        var second = dj.Spotify.GetTrackAsync(ids[1], Ct);
        var third = dj.Spotify.GetTrackAsync(ids[2], Ct);
        await dj.Spotify.GetTrackAsync(ids[0], Ct);
        Assert.Equal(1, dj.Apis.Spotify.Calls);

        clock.Advance(TimeSpan.FromSeconds(2));
        await second;
        Assert.False(third.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await third;
        Assert.Equal((3, 0), (dj.Apis.Spotify.Calls, dj.Apis.Spotify.Refused));
    }

    [Fact]
    public async Task FourHundredQuestionsAtOnce_LoseNoneToTheLimit()
    {
        await using var dj = await TestDj.StartAsync(new MovableClock());

        var answers = await Task.WhenAll(dj.World.Tracks.Take(400).Select(track => dj.LastFm.GetTrackInfoAsync(track.Artist.Name, track.RealTitle, Ct)));

        Assert.Equal(400, answers.Length);
        Assert.Equal((400, 0), (dj.Apis.LastFm.Calls, dj.Apis.LastFm.Refused));
    }
}
