using Dj.Upstream.Http;
using Dj.Upstream.Music;

namespace Dj.Upstream.MusicBrainz;

/// <summary>A recording, whose it is, and how well it fits the query: 100 where the title is just as asked for.</summary>
internal sealed record FoundRecording(WorldTrack Track, MusicBrainzRecording Recording, int Score);

/// <summary>Finds recordings. Artists are also found by what Spotify makes of their names: MusicBrainz has aliases.</summary>
internal sealed class RecordingSearch(MusicWorld world)
{
    /// <summary>The best first; null where a condition is about something else than is kept here.</summary>
    public IReadOnlyList<FoundRecording>? Find(IReadOnlyList<Condition> conditions)
    {
        if (conditions.Any(condition => condition.Field is not ("recording" or "artist" or "artistname" or "isrc" or "dur")))
            return null;

        return
        [
            .. world.Tracks
                .SelectMany(track => track.OnMusicBrainz, (track, recording) => (track, recording))
                .Where(pair => conditions.All(condition => Holds(condition, pair.track, pair.recording)))
                .Select(pair => new FoundRecording(pair.track, pair.recording, Score(conditions, pair.recording)))
                .OrderByDescending(found => found.Score),
        ];
    }

    private static bool Holds(Condition condition, WorldTrack track, MusicBrainzRecording recording) => condition.Field switch
    {
        "isrc" => recording.Isrcs.Contains(condition.Phrase, StringComparer.OrdinalIgnoreCase),
        "dur" => recording.LengthMs >= (condition.Least ?? 0) && recording.LengthMs <= (condition.Most ?? int.MaxValue),
        "artist" or "artistname" => track.Artists.Any(artist =>
            Words.ContainsPhrase(artist.Name, condition.Phrase) || Words.ContainsPhrase(artist.SpotifyName, condition.Phrase)),
        _ => Words.ContainsPhrase(recording.Title, condition.Phrase),
    };

    private static int Score(IReadOnlyList<Condition> conditions, MusicBrainzRecording recording) =>
        conditions.FirstOrDefault(condition => condition.Field == "recording") is { } title
            ? 100 * Words.Of(title.Phrase).Length / Words.Of(recording.Title).Length
            : 100;
}
