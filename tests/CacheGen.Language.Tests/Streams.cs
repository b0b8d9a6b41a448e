using System.Runtime.CompilerServices;
using Xunit;

namespace CacheGen.Language.Tests;

/// <summary>Playlists come page by page; the long ones are nobody's to keep.</summary>
public sealed partial class Playlists(MethodCache cache)
{
    public int Pages { get; private set; }

    [Cached(Key = "playlist:{id}", Ttl = "1h", MaxItems = 100)]
    public partial IAsyncEnumerable<Track> GetTracksAsync(int id, CancellationToken ct = default);

    /// <summary>A playlist has as many pages of ten tracks as its id says.</summary>
    private async IAsyncEnumerable<Track> GetTracksCoreAsync(int id, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var page = 0; page < id; page++)
        {
            await Task.Delay(0, ct);
            Pages++;
            for (var track = 0; track < 10; track++)
                yield return new Track($"{page}.{track}", "");
        }
    }
}

public sealed class StreamTests
{
    private readonly Playlists _playlists = new(MethodCache.CreateInProcess());

    [Fact]
    public async Task ShortPlaylist_IsReadOnce()
    {
        Assert.Equal(30, await CountAsync(_playlists.GetTracksAsync(3)));
        Assert.Equal(30, await CountAsync(_playlists.GetTracksAsync(3)));
        Assert.Equal(3, _playlists.Pages);
    }

    [Fact]
    public async Task LongPlaylist_IsReadEachTime_AsFarAsSomebodyWants()
    {
        Assert.Equal(120, await CountAsync(_playlists.GetTracksAsync(12)));
        await foreach (var track in _playlists.GetTracksAsync(12))
        {
            if (track.Id == "1.0")
                break;
        }

        Assert.Equal(12 + 2, _playlists.Pages);
    }

    private static async Task<int> CountAsync(IAsyncEnumerable<Track> tracks)
    {
        var count = 0;
        await foreach (var _ in tracks)
            count++;
        return count;
    }
}
