using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Batch;

public class CG6004FixTests
{
    [Fact]
    public Task Loop_AsksTheBatchBefore() => WorkingFix.VerifyAsync(
        "CG6004",
        Calling("""
                var tracks = new List<Track>();
                // All of them.
                foreach (var id in ids)
                {
                    var track = await catalog.GetTrackAsync(id, "de", ct).ConfigureAwait(false); // slow
                    if (track is not null)
                        tracks.Add(track);
                }
        """),
        Calling("""
                var tracks = new List<Track>();
                // All of them.
                var foundTracks = await catalog.GetTracksAsync(ids, "de", ct).ConfigureAwait(false);
                foreach (var id in ids)
                {
                    var track = foundTracks.GetValueOrDefault(id); // slow
                    if (track is not null)
                        tracks.Add(track);
                }
        """));

    [Theory]
    [InlineData("foreach (var play in plays) Console.WriteLine(await catalog.GetTrackAsync(play.TrackId, market: \"de\"));",
        "var foundTracks = await catalog.GetTracksAsync(plays.Select(play => play.TrackId).ToArray(), \"de\");\n        foreach (var play in plays) Console.WriteLine(foundTracks.GetValueOrDefault(play.TrackId));")]
    [InlineData("foreach (var id in ids) { if (await catalog.GetTrackAsync(id, \"de\") is { } track) Console.WriteLine(track); }",
        "var foundTracks = await catalog.GetTracksAsync(ids, \"de\");\n        foreach (var id in ids) { if (foundTracks.GetValueOrDefault(id) is { } track) Console.WriteLine(track); }")]
    [InlineData("var tracks = await Task.WhenAll(ids.Select(id => catalog.GetTrackAsync(id, \"de\", ct))); Console.WriteLine(tracks.Length);",
        "var foundTracks = await catalog.GetTracksAsync(ids, \"de\", ct);\n        var tracks = ids.Select(id => foundTracks.GetValueOrDefault(id)).ToArray(); Console.WriteLine(tracks.Length);")]
    [InlineData("var tracks = (await Task.WhenAll(plays.Select(async play => await catalog.GetTrackAsync(play.TrackId, \"de\", ct))).ConfigureAwait(false)).ToList(); Console.WriteLine(tracks);",
        "var foundTracks = await catalog.GetTracksAsync(plays.Select(play => play.TrackId).ToArray(), \"de\", ct).ConfigureAwait(false);\n        var tracks = (plays.Select(play => foundTracks.GetValueOrDefault(play.TrackId)).ToArray()).ToList(); Console.WriteLine(tracks);")]
    [InlineData("var names = ids.Select(id => catalog.Name(id)).ToList(); Console.WriteLine(names);",
        "var foundNames = catalog.Names(ids.ToHashSet());\n        var names = ids.Select(id => foundNames.GetValueOrDefault(id)).ToList(); Console.WriteLine(names);")]
    public Task Calls_BecomeOne(string before, string after) => WorkingFix.VerifyAsync("CG6004", Calling("        " + before), Calling("        " + after));

    [Fact]
    public Task Loops_AreMendedAtOnce() => WorkingFix.VerifyAllAsync(
        "CG6004",
        Calling("        foreach (var id in ids) Console.WriteLine(await catalog.GetTrackAsync(id, \"de\"));\n        foreach (var id in ids) Console.WriteLine(await catalog.GetTrackAsync(id, \"fr\"));"),
        Calling("        var foundTracks = await catalog.GetTracksAsync(ids, \"de\");\n        foreach (var id in ids) Console.WriteLine(foundTracks.GetValueOrDefault(id));\n        var foundTracks2 = await catalog.GetTracksAsync(ids, \"fr\");\n        foreach (var id in ids) Console.WriteLine(foundTracks2.GetValueOrDefault(id));"));

    [Theory]
    // not each turn asks
    [InlineData("foreach (var play in plays) { if (play.TrackId.Length > 0) Console.WriteLine(await catalog.GetTrackAsync(play.TrackId, \"de\")); }")]
    [InlineData("foreach (var id in ids) { if (id.Length == 0) continue; Console.WriteLine(await catalog.GetTrackAsync(id, \"de\")); }")]
    // the id is a local of the turn; the collection may not be read twice; the index is what varies
    [InlineData("foreach (var play in plays) { var id = play.TrackId; Console.WriteLine(await catalog.GetTrackAsync(id, \"de\")); }")]
    [InlineData("foreach (var id in ids.Where(id => id.Length > 0)) Console.WriteLine(await catalog.GetTrackAsync(id, \"de\"));")]
    [InlineData("for (var i = 0; i < ids.Count; i++) Console.WriteLine(await catalog.GetTrackAsync(ids[i], \"de\"));")]
    // the tasks themselves are wanted
    [InlineData("var tasks = ids.Select(id => catalog.GetTrackAsync(id, \"de\")); Console.WriteLine(tasks);")]
    public async Task OtherShapes_HaveNoFix(string statement) => Assert.Empty(await FixVerifier.TitlesAsync("CG6004", Calling("        " + statement)));

    private static string Calling(string statements) => """
        public sealed record Track(string Id);
        public sealed record Play(string TrackId);

        public partial class Catalog(MethodCache cache)
        {
            [Cached(Key = "track:{id}:{market}")]
            public partial Task<Track?> GetTrackAsync(string id, string market, CancellationToken ct = default);

            private Task<Track?> GetTrackCoreAsync(string id, string market, CancellationToken ct) => Task.FromResult<Track?>(null);

            [CachedBatch(Of = nameof(GetTrackAsync))]
            public partial Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct = default);

            private Task<Dictionary<string, Track>> GetTracksCoreAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct) => Task.FromResult(new Dictionary<string, Track>());

            [Cached]
            public partial string? Name(string id);

            private string? NameCore(string id) => null;

            [CachedBatch(Of = nameof(Name))]
            public partial Dictionary<string, string> Names(HashSet<string> ids);

            private Dictionary<string, string> NamesCore(HashSet<string> ids) => [];
        }

        public class Caller(Catalog catalog)
        {
            public async Task CallAsync(IReadOnlyList<string> ids, Play[] plays, CancellationToken ct)
            {
                await Task.Yield();
                ct.ThrowIfCancellationRequested();
                Console.WriteLine(plays);

        """ + statements + "\n    }\n}\n";
}
