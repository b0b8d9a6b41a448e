namespace Dj.Upstream.Music;

/// <summary>Makes the artists: bands, and people who go by their name.</summary>
internal static class ArtistGenerator
{
    private const int Count = 60;

    // Every tenth: two of the twenty whom the first playlist begins with.
    private const int MisspeltEvery = 10;

    public static WorldArtist[] Generate(Random random, Names names)
    {
        string[] all =
        [
            .. Vocabulary.Adjectives.SelectMany(_ => Vocabulary.Bands, (head, tail) => $"The {head} {tail}"),
            .. Vocabulary.FirstNames.SelectMany(_ => Vocabulary.LastNames, (head, tail) => $"{head} {tail}"),
        ];
        random.Shuffle(all);
        return [.. all.Take(Count).Select((name, index) => Artist(name, index))];

        WorldArtist Artist(string name, int index)
        {
            var (tags, _) = Vocabulary.Genres[index % Vocabulary.Genres.Length];
            var listeners = random.Next(5_000, 2_000_000);
            return new WorldArtist(
                names.SpotifyId(),
                name,
                index % MisspeltEvery == 3 ? Names.Misspelt(name) : name,
                names.Mbid(),
                names.DeezerId(),
                tags,
                listeners,
                listeners * random.Next(8, 40));
        }
    }
}
