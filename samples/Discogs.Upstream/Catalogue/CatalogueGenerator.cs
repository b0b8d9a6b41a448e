using static System.FormattableString;

namespace Discogs.Upstream.Catalogue;

/// <summary>Makes a catalogue from a seed.</summary>
public sealed class CatalogueGenerator
{
    private const int ArtistCount = 600;
    private const int LabelCount = 150;
    private const int ReleaseCount = 4_000;
    private const int UserCount = 80;

    // A fixed day, not today's, or the same seed would not give the same catalogue tomorrow.
    private static readonly DateTimeOffset s_today = new(2025, 6, 1, 12, 0, 0, TimeSpan.FromHours(-7));

    private readonly Random _random;

    private CatalogueGenerator(int seed) => _random = new Random(seed);

    /// <summary>Generates the catalogue of a seed.</summary>
    public static MusicCatalogue Generate(int seed)
    {
        var generator = new CatalogueGenerator(seed);
        var artists = generator.Artists();
        var labels = generator.Labels();
        var pressings = generator.Pressings(artists, labels);
        return new MusicCatalogue(pressings, artists, labels, generator.Users(pressings));
    }

    private Artist[] Artists() =>
    [
        .. NamePairs(Vocabulary.Adjectives, Vocabulary.Nouns, ArtistCount)
            .Select((name, index) => new Artist(2_000 + (index * 13), name, $"A band from {Pick(Vocabulary.Cities)}.")),
    ];

    private Label[] Labels() =>
    [
        .. NamePairs(Vocabulary.Nouns, Vocabulary.LabelEndings, LabelCount)
            .Select((name, index) => new Label(500 + (index * 7), name, $"A label from {Pick(Vocabulary.Cities)}.")),
    ];

    private Pressing[] Pressings(Artist[] artists, Label[] labels)
    {
        var pressings = new List<Pressing>(ReleaseCount);
        for (var masterId = 30_000; pressings.Count < ReleaseCount; masterId += 3)
        {
            var versions = Math.Min(_random.Next(1, 5), ReleaseCount - pressings.Count);
            pressings.AddRange(Versions(masterId, versions, Pick(artists), labels));
        }

        // Shuffled, so that the pressings of one master are not neighbours in popularity.
        var shuffled = pressings.ToArray();
        _random.Shuffle(shuffled);
        return [.. shuffled.Select((pressing, rank) => pressing with
        {
            Have = (60_000 / (rank + 3)) + _random.Next(20),
            Want = (40_000 / (rank + 5)) + _random.Next(30),
            RatingCount = (9_000 / (rank + 3)) + _random.Next(1, 9),
        })];
    }

    private List<Pressing> Versions(int masterId, int count, Artist artist, Label[] labels)
    {
        var title = $"{Pick(Vocabulary.Adjectives)} {Pick(Vocabulary.Nouns)}";
        var (genre, styles) = Pick(Vocabulary.Genres);
        var year = _random.Next(1958, 2020);
        var tracks = Tracks();
        var versions = new List<Pressing>(count);
        for (var version = 0; version < count; version++)
        {
            var (format, descriptions) = Pick(Vocabulary.Formats);
            var label = Pick(labels);
            versions.Add(new Pressing
            {
                Id = 100_000 + ((masterId - 30_000) * 5) + version,
                MasterId = masterId,
                Title = title,
                Artist = artist,
                Label = label,
                CatalogueNumber = Invariant($"{label.Name[..3].ToUpperInvariant()} {_random.Next(1, 999):000}"),
                Barcode = Invariant($"{_random.NextInt64(1_000_000_000_000, 9_999_999_999_999)}"),
                Year = Math.Min(year + (version * _random.Next(0, 8)), 2024),
                Country = Pick(Vocabulary.Countries),
                Genre = genre,
                Styles = [.. styles.OrderBy(_ => _random.Next()).Take(2)],
                Format = format,
                FormatDescriptions = descriptions,
                Tracks = tracks,
                Have = 0,
                Want = 0,
                RatingCount = 0,
                RatingAverage = Math.Round(3 + (_random.NextDouble() * 2), 2),
                ForSale = _random.Next(1, 60),
                LowestPrice = Math.Round((decimal)(2 + (_random.NextDouble() * 40)), 2),
                Added = s_today.AddDays(-_random.Next(400, 7_000)),
            });
        }

        return versions;
    }

    private Track[] Tracks() =>
    [
        .. Enumerable.Range(1, _random.Next(4, 12)).Select(number => new Track(
            number <= 5 ? Invariant($"A{number}") : Invariant($"B{number - 5}"),
            $"{Pick(Vocabulary.Adjectives)} {Pick(Vocabulary.Nouns)}",
            Invariant($"{_random.Next(2, 8)}:{_random.Next(0, 60):00}"))),
    ];

    private User[] Users(Pressing[] pressings)
    {
        var instanceId = 9_000_000;
        return [.. NamePairs(Vocabulary.FirstNames, Vocabulary.Hobbies, UserCount).Select((name, index) => new User(
            70_000 + (index * 11),
            name.Replace(' ', '_'),
            name,
            Pick(Vocabulary.Cities),
            s_today.AddDays(-_random.Next(2_000, 5_000)),
            Collection(pressings, ref instanceId)))];
    }

    private CollectionItem[] Collection(Pressing[] pressings, ref int instanceId)
    {
        var items = new CollectionItem[_random.Next(50, 401)];
        for (var i = 0; i < items.Length; i++)
        {
            // Squaring the draw favours the popular end of the catalogue: most people own what most people own.
            var rank = (int)(pressings.Length * Math.Pow(_random.NextDouble(), 2));
            var rating = _random.Next(0, 10) < 5 ? 0 : _random.Next(2, 6);
            var added = s_today.AddMinutes(-_random.Next(10, 1_500_000));
            items[i] = new CollectionItem(instanceId++, _random.Next(1, 4), pressings[rank], rating, added);
        }

        return items;
    }

    private string[] NamePairs(string[] first, string[] second, int count) =>
        [.. first.SelectMany(_ => second, (head, tail) => $"{head} {tail}").OrderBy(_ => _random.Next()).Take(count)];

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
