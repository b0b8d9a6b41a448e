using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>What analyzers see while somebody types: they may say nothing, but they must not fall.</summary>
public class HalfTypedCallsTests
{
    private const string Code = """
        using Microsoft.EntityFrameworkCore;
        public sealed record Track(string Id, string? Next);
        public partial class Catalog(MethodCache cache)
        {
            [Cached(Key = "track:{id}:{market}", Tags = new[] { "track:{id}" })]
            public partial Task<Track?> GetTrackAsync(string id, string market, CancellationToken ct = default);
            private Task<Track?> GetTrackCoreAsync(string id, string market, CancellationToken ct) => Task.FromResult<Track?>(null);
            [CachedBatch(Of = nameof(GetTrackAsync))]
            public partial Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct = default);
            private Task<Dictionary<string, Track>> GetTracksCoreAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct) => Task.FromResult(new Dictionary<string, Track>());
            [Invalidates(Tags = new[] { "track:{track.Id}" })]
            public partial Task ForgetAsync(Track track);
            private Task ForgetCoreAsync(Track track) => Task.CompletedTask;
            public async Task UpdateTrackAsync(Track track, System.Net.Http.HttpClient http)
            {
                await http.PutAsync("tracks/" + track.Id, null);
                cache.RemoveByTag($"track:{track.Id}");
                var old = await GetTrackCoreAsync(track.Id, "de", default);
                foreach (var id in new[] { "a", "b" })
                {
                    var key = id;
                    var own = own.Id;
                    Console.WriteLine(await GetTrackAsync(key, "de"));
                    Console.WriteLine(await GetTrackAsync(own, "de"));
                }
                var all = await Task.WhenAll(new[] { "a" }.Select(id => GetTrackAsync(id, "de")));
            }
        }
        """;

    public static TheoryData<int> Places => [.. Enumerable.Range(0, 40)];

    /// <summary>Cut off, and with a token missing, at many places.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public async Task Analyzers_DoNotThrow(int place)
    {
        var tokens = CSharpSyntaxTree.ParseText(Code, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToArray();
        var at = tokens[place * (tokens.Length - 1) / 39].Span;
        foreach (var code in new[] { Code[..at.Start], Code[..at.Start] + Code[at.End..] })
            await Compiler.JudgeAsync(Compiler.Generate(Compiler.Compile(code, LanguageVersion.CSharp13)).Compilation);
    }
}
