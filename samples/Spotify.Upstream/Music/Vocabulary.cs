namespace Dj.Upstream.Music;

/// <summary>The words the music is named with. Genres are such as listeners use.</summary>
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
        "Arcade", "Atlas", "Avenue", "Cathedral", "Choir", "Circuit", "City", "Compass", "Corridor", "Crow", "Delta", "Echo",
        "Engine", "Fox", "Garden", "Ghost", "Harbour", "Horizon", "Island", "Lantern", "Letter", "Machine", "Mirror", "Motel",
        "Orchard", "Parade", "Pilot", "River", "Satellite", "Shadow", "Signal", "Stranger", "Thief", "Tide", "Wolf", "Year",
    ];

    /// <summary>What bands are named after.</summary>
    public static readonly string[] Bands =
    [
        "Arcades", "Choirs", "Circuits", "Cities", "Corridors", "Crows", "Echoes", "Engines", "Foxes", "Gardens", "Ghosts", "Horizons",
        "Islands", "Lanterns", "Letters", "Machines", "Mirrors", "Parades", "Pilots", "Rivers", "Satellites", "Shadows", "Signals",
        "Strangers", "Thieves", "Tides", "Wolves", "Years",
    ];

    public static readonly string[] FirstNames =
        ["Adele", "Bruno", "Carmen", "Dexter", "Esther", "Felix", "Grace", "Hector", "Ingrid", "Jasper", "Laurel", "Marvin"];

    public static readonly string[] LastNames =
        ["Ashworth", "Bellamy", "Carrington", "Delacroix", "Everhart", "Fontaine", "Greenwood", "Hollander", "Kingsley", "Lindqvist"];

    /// <summary>Tags that belong together, and the tempo of such music.</summary>
    public static readonly (string[] Tags, int Tempo)[] Genres =
    [
        (["house", "deep house", "electronic", "dance", "club"], 124),
        (["techno", "minimal techno", "electronic", "detroit", "berlin"], 130),
        (["drum and bass", "liquid funk", "electronic", "jungle", "neurofunk"], 174),
        (["disco", "funk", "soul", "nu-disco", "70s"], 116),
        (["hip-hop", "boom bap", "rap", "underground hip-hop", "90s"], 92),
        (["synth-pop", "new wave", "80s", "electropop", "pop"], 112),
        (["indie rock", "alternative", "rock", "guitar", "indie"], 128),
        (["reggae", "dub", "roots reggae", "dancehall", "jamaica"], 78),
    ];

    public static readonly string[] Moods =
        ["chill", "summer", "party", "driving", "late night", "favourites", "beautiful", "instrumental"];

    public static readonly (string Id, string Name)[] Users =
        [("ada-needle", "Ada"), ("bramspins", "Bram"), ("chloe.wax", "Chloé"), ("dj_dmitri", "Dmitri")];
}
