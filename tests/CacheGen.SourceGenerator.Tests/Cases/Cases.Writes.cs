namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>What the cases of this file are about: who asks when, with a number that grows at each load.</summary>
    private const string Numbers = """
            private int _loads;
            [Cached(Key = "item:{id}", MissTtl = "1m")] public partial Task<string?> GetAsync(int id, CancellationToken ct = default);
            private Task<string?> GetCoreAsync(int id) => Task.FromResult<string?>($"{id}/{++_loads}");
            [Cached(Key = "page:{owner}:{page}", Tags = new[] { "owner:{owner}" })] public partial int Page(string owner, int page);
            private int PageCore(string owner, int page) => ++_loads;
        """;

    private static readonly Dictionary<string, UserCase> s_goldenWrites = new()
    {
        ["invalidates and updates"] = Types(
            """
            internal sealed record Release(int Id, string Title, Artist? Artist);
            internal sealed record Artist(int Id);
            internal sealed record Draft(string Title);

            [CachePrefix("discogs")]
            internal sealed partial class Catalog(MethodCache cache)
            {
                private readonly Dictionary<int, Release> _database = [];
                private readonly List<string> _said = [];
                public string Said => string.Join(" ", _said);

                [Cached(Key = "release:{id}", MissTtl = "5m")]
                public partial Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);
                private Task<Release?> GetReleaseCoreAsync(int id, CancellationToken ct) { _said.Add($"load {id}"); return Task.FromResult(_database.GetValueOrDefault(id)); }

                [Cached(Key = "releases:{artistId}:{page}", Tags = new[] { "artist:{artistId}" })]
                public partial int Count(int artistId, int page);
                private int CountCore(int artistId, int page) { _said.Add($"count {artistId}:{page}"); return _database.Count; }

                [Updates(nameof(GetReleaseAsync), With = "id=result.Id")]
                [Invalidates(Tags = new[] { "artist:{result.Artist.Id}" })]
                public partial Task<Release> AddAsync(Draft draft, int artistId, CancellationToken ct = default);
                private async Task<Release> AddCoreAsync(Draft draft, int artistId, CancellationToken ct) { await Task.Yield(); return _database[1] = new(1, draft.Title, new(artistId)); }

                [Invalidates(nameof(GetReleaseAsync), With = "id=release.Id")]
                [Invalidates(nameof(Count), With = "artistId=release.Artist.Id, page=0")]
                public partial Task SaveAsync(Release release, CancellationToken ct = default);
                private Task SaveCoreAsync(Release release) { _database[release.Id] = release; return Task.CompletedTask; }

                [Invalidates(nameof(GetReleaseAsync), Tags = new[] { "releases", "artist:{artistId}" })]
                public partial bool Delete(int id, int artistId);
                private bool DeleteCore(int id, int artistId) => _database.Remove(id);
            }

            internal static class Story
            {
                public static async Task<string> Of(Catalog catalog)
                {
                    var before = $"{await catalog.GetReleaseAsync(1)}{catalog.Count(7, 0)}{catalog.Count(7, 1)}";
                    await catalog.AddAsync(new("a"), 7);
                    var added = $"{(await catalog.GetReleaseAsync(1))!.Title}{catalog.Count(7, 0)}{catalog.Count(7, 1)}";
                    await catalog.SaveAsync(new(1, "b", new(7)));
                    var saved = $"{(await catalog.GetReleaseAsync(1))!.Title}{catalog.Count(7, 0)}{catalog.Count(7, 1)}";
                    await catalog.SaveAsync(new(1, "c", null));
                    var lonely = $"{(await catalog.GetReleaseAsync(1))!.Title}{catalog.Count(7, 0)}";
                    catalog.Delete(1, 7);
                    return $"{before} {added} {saved} {lonely} {(await catalog.GetReleaseAsync(1))?.Title}{catalog.Count(7, 0)} | {catalog.Said}";
                }
            }
            """,
            "await Story.Of(new Catalog(cache))",
            "00 a11 b11 c1 0 | load 1 count 7:0 count 7:1 count 7:0 count 7:1 load 1 count 7:0 load 1 load 1 count 7:0"),
    };
}
