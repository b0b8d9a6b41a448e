namespace Dj.Upstream.Music;

/// <summary>Makes up what Deezer, MusicBrainz and Last.fm know of a track.</summary>
internal sealed class CatalogueGenerator(Random random, Names names)
{
    /// <summary>
    /// Nearly always one release with its tempo. One in twenty has none, but another release of the same recording does; of some there is a
    /// live recording too, of its own length and ISRC; a few are not there, or under another ISRC.
    /// </summary>
    public List<DeezerRelease> OnDeezer(string title, string isrc, int milliseconds, double tempo, Found found)
    {
        var seconds = (milliseconds + 500) / 1_000;
        var rank = random.Next(100_000, 900_000);
        var bpm = Math.Round(tempo, 1);
        var draw = random.Next(100);

        // What MusicBrainz does not know, Deezer has half of.
        if (draw < 3 || (found is Found.WithoutIsrc or Found.Nowhere && draw < 50))
            return [];

        var main = new DeezerRelease(names.DeezerId(), title, title, isrc, seconds, bpm, rank);
        return random.Next(100) switch
        {
            < 5 => [main with { Bpm = 0 }, Other(" (The Singles)", 1, bpm)],
            < 8 => [main with { Bpm = 0 }],
            < 11 => [main with { Isrc = names.Isrc(2015) }],
            < 16 => [main, Other(" Live", 45, bpm) with { Title = title + " (Live)", Isrc = names.Isrc(2008) }],
            _ => [main],
        };

        DeezerRelease Other(string album, int longer, double otherBpm) =>
            main with { Id = names.DeezerId(), Album = title + album, Seconds = seconds + longer, Bpm = otherBpm, Rank = rank / 2 };
    }

    /// <summary>The recording where it is known, and for one in five a live recording that lasts longer.</summary>
    public List<MusicBrainzRecording> OnMusicBrainz(string title, string isrc, DateOnly released, int milliseconds, Found found)
    {
        if (found == Found.Nowhere)
            return [];

        var main = new MusicBrainzRecording(
            names.Mbid(),
            title,
            milliseconds + random.Next(-1_500, 1_500),
            found == Found.WithoutIsrc ? [] : [isrc]);
        return random.Next(5) > 0
            ? [main]
            : [main, new MusicBrainzRecording(names.Mbid(), title, milliseconds + 40_000, [names.Isrc(released.Year + 1)])];
    }

    /// <summary>Nearly always with some tags; one in twenty has only one, as many have none.</summary>
    public LastFmPage OnLastFm(WorldArtist artist)
    {
        var listeners = random.Next(20, 400_000);
        string[] moods = [.. Vocabulary.Moods];
        random.Shuffle(moods);
        string[] tagged = [.. artist.Tags, .. moods.Take(3)];
        var kept = random.Next(20) switch
        {
            0 => 0,
            1 => 1,
            _ => random.Next(3, tagged.Length + 1),
        };
        return new LastFmPage(
            random.Next(4) == 0 ? null : names.Mbid(),
            listeners,
            listeners * random.Next(2, 12),
            [.. tagged.Take(kept).Select((name, index) => new LastFmTag(name, 100 / (index + 1)))]);
    }
}
