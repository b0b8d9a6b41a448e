using static System.FormattableString;

namespace Dj.Upstream.Music;

/// <summary>
/// Makes tracks. How many of them have which flaw is counted, not drawn: 70 of 100 have an ISRC on Spotify, whatever the seed. Which ones
/// is drawn.
/// </summary>
internal sealed class TrackGenerator(Random random, Names names)
{
    private readonly Queue<string> _titles = new(Titles(random));
    private readonly CatalogueGenerator _catalogues = new(random, names);

    /// <param name="count">How many.</param>
    /// <param name="artists">By whom.</param>
    /// <param name="everyArtist">Whether each of them must have some.</param>
    /// <param name="unknownToLastFm">How many Last.fm has never heard of.</param>
    public WorldTrack[] Generate(int count, WorldArtist[] artists, bool everyArtist, int unknownToLastFm)
    {
        var isrc = Shares(count, (Found.OnSpotify, 0.7), (Found.OnMusicBrainz, 0.15), (Found.WithoutIsrc, 0.08), (Found.Nowhere, 0.07));
        var features = Shares(count, (false, 0.03), (true, 0.97));
        var lastFm = Shares(count, (false, unknownToLastFm / (double)count), (true, 1));
        var tracks = new WorldTrack[count];
        for (var i = 0; i < count; i++)
            tracks[i] = Track(everyArtist ? artists[i % artists.Length] : names.Pick(artists), artists, isrc[i], features[i], lastFm[i]);

        random.Shuffle(tracks);
        return tracks;
    }

    private WorldTrack Track(WorldArtist artist, WorldArtist[] artists, Found found, bool analysed, bool onLastFm)
    {
        var title = _titles.Dequeue();
        var released = new DateOnly(random.Next(1971, 2024), random.Next(1, 13), random.Next(1, 28));
        var isrc = names.Isrc(released.Year);
        var tempo = Math.Round(Tempo(artist) + (random.NextDouble() * 8) - 4, 3);
        var milliseconds = random.Next(150_000, 420_000);
        var (spotifyTitle, guest) = found == Found.OnSpotify ? Dressed(title, artist, artists, released) : (title, null);
        return new WorldTrack
        {
            Id = names.SpotifyId(),
            Title = spotifyTitle,
            RealTitle = title,
            Artists = guest is null ? [artist] : [artist, guest],
            Isrc = found == Found.OnSpotify ? isrc : null,
            DurationMs = milliseconds,
            Album = new WorldAlbum(names.SpotifyId(), title + (random.Next(2) == 0 ? "" : " EP"), released),
            Popularity = random.Next(5, 90),
            Features = analysed ? Features(tempo) : null,
            OnDeezer = _catalogues.OnDeezer(title, isrc, milliseconds, tempo, found),
            OnMusicBrainz = _catalogues.OnMusicBrainz(title, isrc, released, milliseconds, found),
            OnLastFm = onLastFm ? _catalogues.OnLastFm(artist) : null,
        };
    }

    // What Spotify writes after the title of one track in five.
    private (string Title, WorldArtist? Guest) Dressed(string title, WorldArtist artist, WorldArtist[] artists, DateOnly released)
    {
        var guest = names.Pick(artists);
        return random.Next(20) switch
        {
            0 or 1 => (Invariant($"{title} - Remastered {Math.Max(2009, released.Year + 1)}"), null),
            2 => ($"{title} - Radio Edit", null),
            3 when guest != artist => ($"{title} (feat. {guest.SpotifyName})", guest),
            _ => (title, null),
        };
    }

    private WorldFeatures Features(double tempo) => new(
        tempo,
        random.Next(-1, 12),
        random.Next(2),
        Share(),
        Share(),
        Share(),
        Share(),
        Math.Round(-20 + (random.NextDouble() * 17), 3));

    private double Share() => Math.Round(0.05 + (random.NextDouble() * 0.9), 3);

    private static int Tempo(WorldArtist artist) => Vocabulary.Genres.First(genre => genre.Tags == artist.Tags).Tempo;

    // A list of so many, each value in its share of it; the last value has what is left over.
    private T[] Shares<T>(int count, params (T Value, double Share)[] shares)
    {
        var values = shares.SelectMany(share => Enumerable.Repeat(share.Value, (int)Math.Round(count * share.Share)));
        T[] list = [.. values.Concat(Enumerable.Repeat(shares[^1].Value, count)).Take(count)];
        random.Shuffle(list);
        return list;
    }

    private static string[] Titles(Random random)
    {
        string[] titles = [.. Vocabulary.Adjectives.SelectMany(_ => Vocabulary.Nouns, (head, tail) => $"{head} {tail}")];
        random.Shuffle(titles);
        return titles;
    }
}

/// <summary>Where the ISRC of a track can be found out.</summary>
internal enum Found
{
    OnSpotify,
    OnMusicBrainz,

    /// <summary>MusicBrainz has the recording, but nobody has entered its ISRC.</summary>
    WithoutIsrc,

    Nowhere,
}
