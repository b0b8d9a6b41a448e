using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG6004Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Calling("foreach (var id in ids) { var track = await catalog.{|CG6004:GetTrackAsync|}(id, \"de\", ct); Console.WriteLine(track); }"), "call 'GetTracksAsync' with all ids" },
        { Calling("foreach (var play in plays) Console.WriteLine(await catalog.{|CG6004:GetTrackAsync|}(play.TrackId, play.ToString().Length > 0 ? \"de\" : \"fr\", ct));").Replace("play.ToString().Length > 0", "ct.CanBeCanceled", StringComparison.Ordinal), "'GetTrackAsync' is called once for each item" },
        { Calling("foreach (var play in plays) { var id = play.TrackId; if (id is null) continue; Console.WriteLine(await catalog.{|CG6004:GetTrackAsync|}(id, \"de\", ct)); }"), "GetTracksAsync" },
        { Calling("for (var i = 0; i < ids.Count; i++) { Console.WriteLine(await catalog.{|CG6004:GetTrackAsync|}(ids[i], \"de\", ct)); }"), "GetTracksAsync" },
        { Calling("var all = await Task.WhenAll(ids.Select(id => catalog.{|CG6004:GetTrackAsync|}(id, \"de\", ct))); Console.WriteLine(all);"), "GetTracksAsync" },
        { Calling("var all = await Task.WhenAll(plays.Select(async play => { var track = await catalog.{|CG6004:GetTrackAsync|}(play.TrackId, \"de\", ct); return (play, track); })); Console.WriteLine(all);"), "GetTracksAsync" },
        { Calling("var tasks = ids.Select(id => catalog.{|CG6004:GetTrackAsync|}(id, \"de\", ct)); Console.WriteLine(await Task.WhenAll(tasks));"), "GetTracksAsync" },
        { Calling("await Parallel.ForEachAsync(ids, ct, async (id, token) => Console.WriteLine(await catalog.{|CG6004:GetTrackAsync|}(id, \"de\", token)));"), "GetTracksAsync" },
        // a batch with entries of its own, called as the single one is, in the plural; no Task
        { "partial class A(MethodCache cache) { [Cached] public partial string Get(int id); string GetCore(int id) => \"\"; [CachedBatch] public partial Dictionary<int, string> Gets(int[] ids); Dictionary<int, string> GetsCore(int[] ids) => []; public List<string> M(int[] ids) => ids.Select(id => {|CG6004:Get|}(id)).ToList(); }", "call 'Gets'" },
    };

    public static TheoryData<string> Fine =>
    [
        // the batch, one item, no batch beside
        Calling("Console.WriteLine(await catalog.GetTracksAsync(ids, \"de\", ct));"),
        Calling("Console.WriteLine(await catalog.GetTrackAsync(ids[0], \"de\", ct));"),
        Calling("foreach (var id in ids) Console.WriteLine(await catalog.GetArtistAsync(id, ct));"),
        // not of this turn: a retry, another question for each, another catalog for each
        Calling("for (var attempt = 0; attempt < 3; attempt++) Console.WriteLine(await catalog.GetTrackAsync(ids[0], \"de\", ct));"),
        Calling("foreach (var play in plays) Console.WriteLine(await catalog.GetTrackAsync(play.TrackId, play.Market, ct));"),
        Calling("foreach (var shop in shops) Console.WriteLine(await shop.Catalog.GetTrackAsync(shop.Best, \"de\", ct));"),
        Calling("foreach (var shop in shops) { var own = shop.Catalog; Console.WriteLine(await own.GetTrackAsync(shop.Best, \"de\", ct)); }"),
        // each tells the next
        Calling("var next = (string?)ids[0]; while (next is not null) next = (await catalog.GetTrackAsync(next, \"de\", ct))?.Next;"),
        Calling("foreach (var id in ids) { var track = await catalog.GetArtistAsync(id, ct); Console.WriteLine(await catalog.GetTrackAsync(track!.Next!, \"de\", ct)); }"),
        // it ends with the first that will do
        Calling("foreach (var id in ids) { if (await catalog.GetTrackAsync(id, \"de\", ct) is not null) break; }"),
        Calling("foreach (var id in ids) { if (await catalog.GetTrackAsync(id, \"de\", ct) is { } track) { Console.WriteLine(track); return; } }"),
        Calling("Console.WriteLine(await Task.WhenAny(ids.Select(id => catalog.GetTrackAsync(id, \"de\", ct))));"),
        "partial class A(MethodCache cache) { [Cached] public partial string Get(int id); string GetCore(int id) => \"\"; [CachedBatch] public partial Dictionary<int, string> Gets(int[] ids); Dictionary<int, string> GetsCore(int[] ids) => []; public string M(int[] ids) => ids.Select(id => Get(id)).First(text => text.Length > 0); public IEnumerable<string> N(int[] ids) { foreach (var id in ids) yield return Get(id); } }",
        // each failure is answered by itself; the ids are not known before
        Calling("foreach (var id in ids) { try { Console.WriteLine(await catalog.GetTrackAsync(id, \"de\", ct)); } catch (InvalidOperationException) { } }"),
        Calling("await foreach (var id in Later()) Console.WriteLine(await catalog.GetTrackAsync(id, \"de\", ct)); static async IAsyncEnumerable<string> Later() { await Task.Yield(); yield return \"\"; }"),
        // a batch of something else by the same types
        "partial class A(MethodCache cache) { [Cached] public partial string GetName(int id); string GetNameCore(int id) => \"\"; [CachedBatch] public partial Dictionary<int, string> GetTitles(int[] ids); Dictionary<int, string> GetTitlesCore(int[] ids) => []; public List<string> M(int[] ids) => ids.Select(id => GetName(id)).ToList(); }",
        // a window joins them already; the batch's own source
        "partial class A(MethodCache cache) { [Cached(Batch = nameof(GetAllAsync), BatchWindow = \"1ms\")] public partial Task<string?> GetAsync(int id); [CachedBatch(Of = nameof(GetAsync))] public partial Task<Dictionary<int, string>> GetAllAsync(int[] ids); Task<Dictionary<int, string>> GetAllCoreAsync(int[] ids) => null!; public Task M(int[] ids) => Task.WhenAll(ids.Select(id => GetAsync(id))); }",
        Calling("foreach (var id in ids) {\n#pragma warning disable CG6004\nConsole.WriteLine(await catalog.GetTrackAsync(id, \"de\", ct));\n#pragma warning restore CG6004\n}"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task CallsOneByOne_AreTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG6004", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task OtherCalls_AreLeftAlone(string file) => Assert.Empty(await Markup.JudgeAsync("CG6004", file));

    [Fact]
    public async Task MethodsOfALibrary_AreKnownToo()
    {
        var library = Compiler.Library(Catalog);
        const string Code = "class Caller(Catalog catalog) { public Task M(string[] ids) => Task.WhenAll(ids.Select(id => catalog.GetTrackAsync(id, \"de\"))); }";
        var compilation = Compiler.Generate(Compiler.Compile([("User.cs", Code)], LanguageVersion.CSharp13, references: library)).Compilation;
        Assert.Contains(await Compiler.JudgeAsync(compilation), diagnostic => diagnostic.Id == "CG6004");
    }

    private const string Catalog = """
        public sealed record Track(string Id, string? Next);
        public partial class Catalog(MethodCache cache)
        {
            [Cached(Key = "track:{id}:{market}", Ttl = "1h")]
            public partial Task<Track?> GetTrackAsync(string id, string market, CancellationToken ct = default);
            private Task<Track?> GetTrackCoreAsync(string id, string market, CancellationToken ct) => Task.FromResult<Track?>(null);
            [CachedBatch(Of = nameof(GetTrackAsync))]
            public partial Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct = default);
            private Task<Dictionary<string, Track>> GetTracksCoreAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct) => Task.FromResult(new Dictionary<string, Track>());
            [Cached]
            public partial Task<Track?> GetArtistAsync(string id, CancellationToken ct = default);
            private Task<Track?> GetArtistCoreAsync(string id, CancellationToken ct) => Task.FromResult<Track?>(null);
        }
        """;

    private static string Calling(string statements) => Catalog + "\n" + """
        public sealed record Play(string TrackId, string Market);
        public sealed record Shop(Catalog Catalog, string Best);
        public class Caller(Catalog catalog)
        {
            public async Task M(IReadOnlyList<string> ids, IReadOnlyList<Play> plays, IReadOnlyList<Shop> shops, CancellationToken ct)
            {
                await Task.Yield();
                Console.WriteLine($"{catalog}{ids}{plays}{shops}{ct}");
                STATEMENTS
            }
        }
        """.Replace("STATEMENTS", statements, StringComparison.Ordinal);
}
