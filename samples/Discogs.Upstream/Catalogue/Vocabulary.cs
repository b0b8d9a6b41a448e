namespace Discogs.Upstream.Catalogue;

/// <summary>The words the catalogue is made of. Genres, styles and formats are Discogs' own terms.</summary>
internal static class Vocabulary
{
    public static readonly string[] Adjectives =
    [
        "Amber", "Ancient", "Blue", "Broken", "Burning", "Crimson", "Crooked", "Distant", "Electric", "Empty", "Endless", "Faded",
        "Frozen", "Gilded", "Golden", "Hidden", "Hollow", "Iron", "Lonely", "Lost", "Lucid", "Magnetic", "Midnight", "Neon",
        "Northern", "Paper", "Phantom", "Quiet", "Restless", "Rusty", "Sacred", "Scarlet", "Silent", "Silver", "Static", "Velvet",
    ];

    public static readonly string[] Nouns =
    [
        "Arcades", "Atlas", "Avenue", "Cathedral", "Choir", "Circuit", "Cities", "Compass", "Corridor", "Crows", "Delta", "Echoes",
        "Engines", "Foxes", "Garden", "Ghosts", "Harbour", "Horizon", "Islands", "Lanterns", "Letters", "Machines", "Mirrors", "Motel",
        "Orchard", "Parade", "Pilots", "Rivers", "Satellites", "Shadows", "Signals", "Strangers", "Thieves", "Tides", "Wolves", "Years",
    ];

    public static readonly string[] LabelEndings = ["Records", "Recordings", "Music", "Discs", "Sound", "Tapes"];

    public static readonly string[] FirstNames =
    [
        "ada", "bram", "chloe", "dmitri", "elena", "farid", "greta", "hugo",
        "ines", "jonas", "kaori", "lars", "maya", "nils", "olga", "paulo",
    ];

    public static readonly string[] Hobbies = ["crates", "grooves", "needle", "platter", "sleeves", "spins", "vinyl", "wax"];

    public static readonly string[] Countries =
        ["UK", "US", "Germany", "France", "Japan", "Italy", "Netherlands", "Canada", "Sweden", "Europe"];

    public static readonly string[] Cities =
        ["Leeds", "Portland", "Berlin", "Lyon", "Osaka", "Turin", "Utrecht", "Montreal", "Malmö", "Porto"];

    public static readonly (string Genre, string[] Styles)[] Genres =
    [
        ("Electronic", ["Ambient", "Deep House", "Techno", "Downtempo", "Drum n Bass", "Electro", "IDM"]),
        ("Rock", ["Alternative Rock", "Indie Rock", "Prog Rock", "Punk", "Shoegaze", "Psychedelic Rock"]),
        ("Jazz", ["Hard Bop", "Free Jazz", "Fusion", "Modal", "Soul-Jazz"]),
        ("Hip Hop", ["Boom Bap", "Instrumental", "Conscious", "Trip Hop"]),
        ("Funk / Soul", ["Disco", "Funk", "Soul", "Rhythm & Blues"]),
        ("Pop", ["Synth-pop", "Indie Pop", "Ballad", "Europop"]),
        ("Reggae", ["Dub", "Roots Reggae", "Dancehall"]),
        ("Classical", ["Baroque", "Modern", "Romantic"]),
        ("Folk, World, & Country", ["Folk", "African", "Country"]),
        ("Blues", ["Delta Blues", "Electric Blues"]),
    ];

    public static readonly (string Format, string[] Descriptions)[] Formats =
    [
        ("Vinyl", ["LP", "Album"]),
        ("Vinyl", ["LP", "Album", "Reissue"]),
        ("Vinyl", ["12\"", "33 ⅓ RPM", "EP"]),
        ("Vinyl", ["7\"", "45 RPM", "Single"]),
        ("CD", ["Album"]),
        ("CD", ["Album", "Reissue", "Remastered"]),
        ("Cassette", ["Album"]),
    ];
}
