namespace Dj.Upstream.Music;

/// <summary>Makes a world from a seed. Whom it belongs to and what is popular is drawn; the shape of the playlists is promised.</summary>
internal static class WorldGenerator
{
    private const int ArtistsOfFirst = 20;
    private const int Half = 50;

    // A fixed day, not today's, or the same seed would not give the same world tomorrow.
    private static readonly DateTimeOffset s_began = new(2025, 3, 1, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Generates the world of a seed.</summary>
    public static MusicWorld Generate(int seed)
    {
        var random = new Random(seed);
        var names = new Names(random);
        var artists = ArtistGenerator.Generate(random, names);
        var tracks = new TrackGenerator(random, names);
        WorldUser[] users = [.. Vocabulary.Users.Select(user => new WorldUser(user.Id, user.Name))];

        // Last.fm has been asked about the first 50 of First in the figures that this world was made to give: it knows all of them.
        var known = artists[..ArtistsOfFirst];
        WorldTrack[] first =
        [
            .. tracks.Generate(Half, known, everyArtist: true, unknownToLastFm: 0),
            .. tracks.Generate(Half, artists, everyArtist: false, unknownToLastFm: 2),
        ];
        var added = tracks.Generate(40, artists, everyArtist: false, unknownToLastFm: 2);
        var few = tracks.Generate(20, artists, everyArtist: false, unknownToLastFm: 2);
        var many = tracks.Generate(250, artists, everyArtist: false, unknownToLastFm: 6);
        var others = tracks.Generate(60, artists, everyArtist: false, unknownToLastFm: 2);

        var playlists = new WorldPlaylists(
            Playlist("Warm-up", "Everything for the first hour.", users[0], Tracks(first, users[0])),
            Playlist("Peak time", "Some of the warm-up, and what comes after.", users[0], Tracks(Overlap(first, added), users[0])),
            Playlist("Three minutes of fame", "", users[1], Tracks(few, users[1])),
            Playlist("All night long", "No repeats.", users[2], Tracks(many, users[2])),
            Playlist("Odds and ends", "From everywhere.", users[0], Mixed([.. first[10..20], .. others[..17]], users[0])));
        return new MusicWorld([.. first, .. added, .. few, .. many, .. others], artists, users, playlists);

        WorldPlaylist Playlist(string name, string description, WorldUser owner, IReadOnlyList<PlaylistEntry> entries) =>
            new(names.SpotifyId(), name, description, owner.Id, entries);

        // Each half is shuffled on its own, so that how much of it is known from First does not depend on the seed.
        WorldTrack[] Overlap(WorldTrack[] old, WorldTrack[] fresh)
        {
            return [.. Shuffled(old[..Half], fresh[..20]), .. Shuffled(old[Half..], fresh[20..])];

            WorldTrack[] Shuffled(WorldTrack[] from, WorldTrack[] with)
            {
                random.Shuffle(from);
                WorldTrack[] together = [.. from[..30], .. with];
                random.Shuffle(together);
                return together;
            }
        }
    }

    private static PlaylistEntry[] Tracks(IReadOnlyList<WorldTrack> tracks, WorldUser by) =>
        [.. tracks.Select((track, index) => new PlaylistEntry(EntryKind.Track, track, s_began.AddMinutes(index * 7), by.Id))];

    private static List<PlaylistEntry> Mixed(IReadOnlyList<WorldTrack> tracks, WorldUser by)
    {
        var entries = new List<PlaylistEntry>(Tracks(tracks, by));
        foreach (var (at, kind) in ((int, EntryKind)[])[(5, EntryKind.Episode), (12, EntryKind.LocalFile), (20, EntryKind.Lost)])
            entries.Insert(at, new PlaylistEntry(kind, null, s_began.AddDays(at), by.Id));

        return entries;
    }
}
