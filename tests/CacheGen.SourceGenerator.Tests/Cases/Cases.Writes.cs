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

    private static readonly Dictionary<string, UserCase> s_writes = new()
    {
        ["writes of every return type"] = One(
            Numbers + """
                [Invalidates(nameof(GetAsync))] public partial void A(int id);
                private void ACore(int id) { }
                [Invalidates(nameof(GetAsync))] public partial int B(int id);
                private int BCore(int id) => id;
                [Invalidates(nameof(GetAsync))] public partial Task CAsync(int id);
                private async Task CCoreAsync(int id) => await Task.Yield();
                [Invalidates(nameof(GetAsync))] internal partial Task<string> D(int id, CancellationToken token);
                private ValueTask<string> DCore(int id, CancellationToken ct) => new("d");
                [Invalidates(nameof(GetAsync))] internal partial ValueTask EAsync(int id);
                private ValueTask ECoreAsync(int id, CancellationToken ct) => default;
                [Invalidates(nameof(GetAsync))] private partial ValueTask<int> FAsync(int id);
                private int FCoreAsync(int id) => id;
                [Invalidates(nameof(GetAsync))] public partial Task GAsync(int id);
                private void GCoreAsync(int id) { }
                [Invalidates(nameof(GetAsync))] public partial Task<int?> HAsync(int id);
                private Task<int?> HCoreAsync(int id) => Task.FromResult<int?>(null);
                public async Task<string> All()
                {
                    var said = await GetAsync(1);
                    A(1); said += " " + await GetAsync(1) + B(1);
                    await CAsync(1); said += " " + await GetAsync(1) + await D(1, default);
                    await EAsync(1); said += " " + await GetAsync(1) + await FAsync(1);
                    await GAsync(1); said += " " + await GetAsync(1) + await HAsync(1);
                    return said + " " + await GetAsync(1) + " " + await GetAsync(1);
                }
            """,
            "await it.All()", "1/1 1/21 1/3d 1/41 1/5 1/6 1/6"),

        ["writes whose paths meet null"] = One(
            Numbers + """
                internal sealed class Owner { public string? Name { get; init; } public int? First { get; init; } public Point? Place { get; init; } }
                internal readonly record struct Point(int X, int? Y);
                internal sealed class Box { public Owner? Owner { get; init; } }
                [Invalidates(nameof(GetAsync), With = "id = box.Owner.First")]
                [Invalidates(nameof(Page), With = "owner=box?.Owner.Name, page = box.Owner.Place.Y")]
                public partial void Write(Box box);
                private void WriteCore(Box box) { }
                [Invalidates(nameof(GetAsync))] public partial void Maybe(int? id);
                private void MaybeCore(int? id) { }
                [Invalidates(nameof(GetAsync), With = "id=result.First")] public partial Task<Owner?> ResultAsync(Owner? returned);
                private Task<Owner?> ResultCoreAsync(Owner? returned) => Task.FromResult(returned);
                [Cached(Key = "tag:{name}")] public partial string Named(string? name);
                private string NamedCore(string? name) => $"{name}{++_loads}";
                [Invalidates(nameof(Named), With = "name=owner.Name")] public partial void Rename(Owner? owner);
                private void RenameCore(Owner? owner) { }
                public async Task<string> All()
                {
                    var said = $"{await GetAsync(1)} {Page("a", 2)}";
                    Write(new()); Write(new() { Owner = new() }); Write(new() { Owner = new() { Name = "a", Place = new(2, null) } }); Maybe(null);
                    await ResultAsync(null); await ResultAsync(new());
                    said += $" | {await GetAsync(1)} {Page("a", 2)}";
                    Write(new() { Owner = new() { Name = "a", Place = new(3, 2) } });
                    said += $" | {await GetAsync(1)} {Page("a", 2)}";
                    Write(new() { Owner = new() { First = 1 } });
                    said += $" | {await GetAsync(1)}";
                    Maybe(1);
                    said += $" | {await GetAsync(1)}";
                    await ResultAsync(new() { First = 1 });
                    said += $" | {await GetAsync(1)} {Named(null)}";
                    Rename(null);
                    said += $" {Named(null)}";
                    Rename(new());
                    return said + $" {Named(null)}";
                }
            """,
            "await it.All()", "1/1 2 | 1/1 2 | 1/1 3 | 1/4 | 1/5 | 1/6 7 7 8"),

        ["writes with literals"] = One(
            """
                internal enum Order { None, Added, @new }
                private int _loads;
                [Cached(Key = "{a}:{b}:{c}:{d}:{e}:{f}:{g}:{h}:{i}")] public partial int Get(long a, byte? b, string c, char d, bool e, decimal f, Order? g, Order h, string? i);
                private int GetCore(long a, byte? b, string c, char d, bool e, decimal f, Order? g, Order h, string? i) => ++_loads;
                [Invalidates(nameof(Get), With = "a=-5, b=200,c='it''s \"x\", {y}\\', d=',' , e=true, f=-2, g=new, h=Order.Added, i=null")]
                public partial void Write();
                private void WriteCore() { }
                [Cached(Key = "{id}:{on}")] public partial int Get(int id, bool on);
                private int GetCore(int id, bool on) => ++_loads;
                [Invalidates(nameof(Get), With = "on=false")] public partial void Small(int id);
                private void SmallCore(int id) { }
                public string All()
                {
                    var said = $"{Get(-5, 200, "it's \"x\", {y}\\", ',', true, -2, Order.@new, Order.Added, null)}{Get(1, false)}{Get(1, true)}";
                    Write();
                    said += $" {Get(-5, 200, "it's \"x\", {y}\\", ',', true, -2m, Order.@new, Order.Added, null)}{Get(1, false)}{Get(1, true)}";
                    Small(1);
                    return said + $" {Get(1, false)}{Get(1, true)}";
                }
            """,
            "it.All()", "123 423 53"),

        ["writes whose parameters convert, and overloads of the target"] = One(
            """
                private int _loads;
                [Cached(Key = "{id}:{page}:{ids}")] public partial int Get(long id, int? page, IReadOnlyList<int> ids);
                private int GetCore(long id, int? page, IReadOnlyList<int> ids) => ++_loads;
                [Cached(Key = "{id}:{page}:{ids}:")] public partial int Get(int id, int page, int[] ids);
                private int GetCore(int id, int page, int[] ids) => ++_loads;
                [Invalidates(nameof(Get))] public partial void Write(short id, byte? page, List<int> ids);
                private void WriteCore(short id, byte? page, List<int> ids) { }
                [Updates(nameof(Names), With = "id=result.Count")] public partial Task<List<string>> AddAsync();
                private Task<List<string>> AddCoreAsync() => Task.FromResult(new List<string> { "a" });
                [Cached] public partial IReadOnlyList<string?>? Names(int id);
                private IReadOnlyList<string?>? NamesCore(int id) => null;
                public async Task<string> All()
                {
                    var said = $"{Get(1L, 2, [3])}{Get(1L, null, [3])}";
                    Write(1, 2, [3]);
                    said += $" {Get(1L, 2, [3])}{Get(1L, null, [3])}";
                    Write(1, null, [3]);
                    return said + $" {Get(1L, 2, [3])}{Get(1L, null, [3])} {(await AddAsync()).Count}{Names(1)!.Count}";
                }
            """,
            "await it.All()", "12 32 34 11"),

        ["writes with awkward names"] = One(
            """
                private int _loads;
                [Cached(Key = "{@class}:{result}")] public partial int Get(int @class, int result);
                private int GetCore(int @class, int result) => ++_loads;
                [Invalidates(nameof(Get), With = "class=Cache, @result = result")] public partial int Write(int Cache, int result, int Methods, int WriteCore);
                private int WriteCore(int Cache, int result, int Methods, int WriteCore) => Cache + result + Methods + WriteCore;
                [Invalidates(nameof(Get))] public partial int @return(int @class, int result, int result_);
                private int returnCore(int @class, int result, int result_) => result;
                public string All() => $"{Get(1, 2)}{Write(1, 2, 3, 4)}{Get(1, 2)}{@return(1, 2, 3)}{Get(1, 2)}";
            """,
            "it.All()", "110223"),
    };
}
