namespace CacheGen.Language.Tests.Spotify;

public sealed record Track(string Id, string Title, string Artist);

public sealed record Playlist(string Id, string Owner, IReadOnlyList<string> TrackIds);

/// <summary>The API behind it all, written by somebody else: every call counts against a quota.</summary>
public interface ISpotifyApi
{
    Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    Task<double?> FindTempoAsync(string isrc, CancellationToken ct);

    Task<string?> FindBiographyAsync(string artist, CancellationToken ct);

    Task<Playlist?> FindPlaylistAsync(string id, CancellationToken ct);

    Task<Playlist> RenameAsync(Playlist playlist, string name, CancellationToken ct);

    IAsyncEnumerable<Track> EnumerateLibraryAsync(string user, CancellationToken ct);
}

/// <summary>An API of three tracks that writes down what it is asked.</summary>
public sealed class FakeSpotify : ISpotifyApi
{
    private static readonly Track[] s_tracks = [new("t1", "One", "Björk"), new("t2", "Two", "Can"), new("t3", "Three", "Can")];

    public List<string> Calls { get; } = [];

    public Exception? Fails { get; set; }

    public Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        Answer<IReadOnlyDictionary<string, Track>>($"tracks {string.Join("+", ids.Order())}", s_tracks.Where(track => ids.Contains(track.Id)).ToDictionary(track => track.Id));

    public Task<double?> FindTempoAsync(string isrc, CancellationToken ct) => Answer<double?>($"tempo {isrc}", isrc.Length == 12 ? 120 : null);

    public Task<string?> FindBiographyAsync(string artist, CancellationToken ct) => Answer<string?>($"biography {artist}", $"About {artist}");

    public Task<Playlist?> FindPlaylistAsync(string id, CancellationToken ct) => Answer<Playlist?>($"playlist {id}", new Playlist(id, "ann", ["t1", "t2"]));

    public Task<Playlist> RenameAsync(Playlist playlist, string name, CancellationToken ct) => Answer($"rename {playlist.Id}", playlist with { Owner = name });

    public async IAsyncEnumerable<Track> EnumerateLibraryAsync(string user, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Answer($"library {user}", 0);
        foreach (var track in s_tracks)
            yield return track;
    }

    private Task<T> Answer<T>(string call, T value)
    {
        lock (Calls)
            Calls.Add(call);
        return Fails is null ? Task.FromResult(value) : Task.FromException<T>(Fails);
    }
}
