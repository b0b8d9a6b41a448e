namespace CacheGen.Tests.Keys;

/// <summary>Methods of two types whose entries share tags.</summary>
internal sealed partial class Tags(MethodCache cache)
{
    [Cached(Key = "releases:{artistId}:{page}", Tags = new[] { "artist:{artistId}", "releases" })] public partial int Releases(int artistId, int page);
    [Cached(Tags = new[] { "name:{name}" })] public partial int ByName(string? name);
    [Cached(Key = "{spot}:{tags|set}", Tags = new[] { "{spot}/{tags|set}" })] public partial int Grouped(Spot? spot, string[] tags);
    [Cached(Key = "{name|norm}", Tags = new[] { "{name|norm}" })] public partial int Normal(string name);
    [Cached] public partial int Untagged(int id);

    private static int ReleasesCore(int artistId, int page) => 0;
    private static int ByNameCore(string? name) => 0;
    private static int GroupedCore(Spot? spot, string[] tags) => 0;
    private static int NormalCore(string name) => 0;
    private static int UntaggedCore(int id) => 0;
}
