using CacheGen;
using Dj.Deezer;
using Dj.LastFm;
using Dj.MusicBrainz;
using Dj.People;
using Dj.Spotify;

namespace Dj.Tests.Service;

/// <summary>The keys are those that the services beside this one know, one prefix for each upstream.</summary>
public sealed class KeyTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Fact]
    public void Keys_AreAsTheSystemNamesThem()
    {
        Assert.Equal("spotify:audio_features:4uLU6hMCjMI75M1A2tKUQC", CachedSpotify.Cache.GetAudioFeatures(s_cache, "4uLU6hMCjMI75M1A2tKUQC").Key);
        Assert.Equal("spotify:playlist:x1", CachedSpotify.Cache.GetPlaylist(s_cache, "x1").Key);
        Assert.Equal("spotify:playlist_tracks:x1:100", CachedSpotify.Cache.GetPlaylistPage(s_cache, "x1", 100).Key);
        Assert.Equal("deezer:isrc:GBAYE0601498", CachedDeezer.Cache.GetByIsrc(s_cache, "gbaye0601498").Key);
        Assert.Equal("mb:isrc:the%20beatles:let%20it%20be:243", CachedMusicBrainz.Cache.FindIsrc(s_cache, " The  Beatles ", "Let It Be", 243).Key);
        Assert.Equal("preferences:ada", Preferences.Cache.Get(s_cache, "ada").Key);
    }

    [Fact]
    public void NamesAtLastFm_AreHashed_AndOneHoweverTheyAreWritten()
    {
        var key = CachedLastFm.Cache.GetTrackInfo(s_cache, "Björk", "Jóga").Key;

        Assert.Matches("^lastfm:info:[0-9a-f]{32}:[0-9a-f]{32}$", key);
        Assert.Equal(key, CachedLastFm.Cache.GetTrackInfo(s_cache, " BJÖRK", "jóga ").Key);
        Assert.NotEqual(key, CachedLastFm.Cache.GetTrackInfo(s_cache, "Jóga", "Björk").Key);
    }

    [Fact]
    public void Token_IsNotReadInItsKey() =>
        Assert.Matches("^session:[0-9a-f]{32}$", Sessions.Cache.GetUser(s_cache, "user-token-ada").Key);

    [Fact]
    public void EveryCachedMethod_SaysItsMisses_AndWhatItsLoadsCost()
    {
        foreach (var method in CacheCatalogs.Of(typeof(CachedSpotify).Assembly))
        {
            Assert.Equal(TimeSpan.FromMinutes(5), method.Policy.MissTtl);
            var callsNobodyOfTheFour = method.Id.Contains("Preferences", StringComparison.Ordinal) || method.Id.Contains("GetTokenAsync", StringComparison.Ordinal);
            Assert.Equal(callsNobodyOfTheFour, method.Policy.RateLimit is null);
        }
    }
}
