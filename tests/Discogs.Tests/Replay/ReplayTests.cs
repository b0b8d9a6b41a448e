using System.Text.Json;
using Discogs.Replay;
using Discogs.Upstream.Catalogue;
using Samples;

namespace Discogs.Tests.Replay;

public sealed class ReplayTests
{
    private static readonly string[] s_figures =
        ["sessionsCompleted", "apiCalls", "callsPerSession", "meanMs", "p95Ms", "rateLimited", "hitRate"];

    private static readonly MusicCatalogue s_catalogue = CatalogueGenerator.Generate(1);

    [Fact]
    public async Task TinyReplay_PrintsBothRunsAsJson()
    {
        var options = new ReplayOptions(Sessions: 2, Speed: 1_000);

        var figures = await ReplayCommand.RunAsync(options, TextWriter.Null, TestContext.Current.CancellationToken);

        var json = JsonDocument.Parse(ReplayJson.Write(figures)).RootElement;
        Assert.Equal(["direct", "cached"], Names(json));
        foreach (var run in json.EnumerateObject().Select(run => run.Value))
        {
            Assert.Equal(2, run.GetProperty("sessions").GetInt32());
            foreach (var figure in s_figures)
                Assert.Equal(JsonValueKind.Number, run.GetProperty(figure).ValueKind);
            Assert.Equal(["profile", "collection", "statistics", "search", "release"], Names(run.GetProperty("byOperation")));
        }

        Assert.Equal(0, figures.Direct.HitRate);
        Assert.InRange(figures.Cached.HitRate, 0.1, 1);
        Assert.True(figures.Cached.ApiCalls < figures.Direct.ApiCalls);
    }

    [Fact]
    public void SameSeed_MakesTheSameSessions()
    {
        Assert.Equal(Text(Workload.Generate(s_catalogue, 3, 10)), Text(Workload.Generate(s_catalogue, 3, 10)));
        Assert.NotEqual(Text(Workload.Generate(s_catalogue, 3, 10)), Text(Workload.Generate(s_catalogue, 4, 10)));
    }

    [Fact]
    public void Sessions_OverlapAndAskForWhatExists()
    {
        var sessions = Workload.Generate(s_catalogue, 1, 40);

        Assert.All(sessions, session => Assert.NotNull(s_catalogue.FindUser(session.Username)));
        Assert.Contains(
            sessions.Zip(sessions.Skip(1)),
            pair => pair.Second.Start - pair.First.Start < TimeSpan.FromTicks(pair.First.Operations.Sum(next => next.ThinkTime.Ticks)));
        Assert.Equal(
            Enum.GetValues<OperationKind>(),
            sessions.SelectMany(session => session.Operations).Select(operation => operation.Kind).Distinct().Order());
    }

    [Fact]
    public void Zipf_DrawsTheFirstMostOften()
    {
        var sampler = new ZipfSampler(1_000, 1.0, new Random(1));

        var draws = Enumerable.Range(0, 10_000).Select(_ => sampler.Next()).CountBy(rank => rank).ToDictionary();

        Assert.Equal(0, draws.MaxBy(pair => pair.Value).Key);
        Assert.InRange(draws[0], 1.5 * draws[1], 2.5 * draws[1]);
        Assert.All(draws.Keys, rank => Assert.InRange(rank, 0, 999));
    }

    [Theory]
    [InlineData("--sessions")]
    [InlineData("--sessions", "0")]
    [InlineData("--speed", "fast")]
    [InlineData("--seed", "-1")]
    [InlineData("--turbo")]
    [InlineData("serves")]
    public void WrongOption_SaysWhatToDo(params string[] args)
    {
        var failure = Assert.Throws<UsageException>(() => ReplayOptions.Parse(args));

        Assert.Contains(args[0], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AreRead() => Assert.Equal(
        new ReplayOptions(Seed: 5, Sessions: 7, Speed: 10, Json: true),
        ReplayOptions.Parse(["--json", "--seed", "5", "--sessions", "7", "--speed", "10"]));

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);

    private static string Text(IEnumerable<Session> sessions) =>
        string.Join('\n', sessions.Select(session => $"{session.Username} {session.Start} {string.Join(',', session.Operations)}"));
}
