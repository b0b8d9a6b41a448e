using Dj.Upstream;

namespace Dj.Tests.Clients;

/// <summary>Whether clients understand what the bundled APIs say when they do not work.</summary>
public sealed class BundledFailureTests
{
    private static readonly CancellationToken s_ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApiThatIsDown_IsAFailure()
    {
        await using var apis = await BundledApis.StartAsync();
        foreach (var api in apis.Upstream.All)
            api.IsDown = true;

        foreach (var (upstream, call) in CallsOf(apis))
        {
            var failure = await Assert.ThrowsAsync<UpstreamException>(call);
            Assert.Equal(upstream, failure.Upstream);
        }
    }

    [Fact]
    public async Task OneCallTooMany_IsARefusal()
    {
        var limit = new ApiLimit { Calls = 1, Per = TimeSpan.FromSeconds(30) };
        await using var apis = await BundledApis.StartAsync(
            new UpstreamLimits { Spotify = limit, Deezer = limit, MusicBrainz = limit, LastFm = limit });

        foreach (var (upstream, call) in CallsOf(apis))
        {
            await call();

            var refusal = await Assert.ThrowsAsync<UpstreamLimitException>(call);
            Assert.Equal(upstream, refusal.Upstream);

            // The other two do not say.
            if (upstream is "Spotify" or "MusicBrainz")
                Assert.Equal(limit.Per, refusal.RetryAfter);
        }
    }

    private static (string Upstream, Func<Task> Call)[] CallsOf(BundledApis apis) =>
    [
        ("Spotify", () => apis.Spotify.GetTrackAsync(apis.World.Tracks[0].Id, s_ct)),
        ("Deezer", () => apis.Deezer.GetTrackAsync(1, s_ct)),
        ("MusicBrainz", () => apis.MusicBrainz.FindIsrcAsync("a", "t", 100, s_ct)),
        ("Last.fm", () => apis.LastFm.GetArtistInfoAsync("a", s_ct)),
    ];
}
