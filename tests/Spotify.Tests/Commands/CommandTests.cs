using System.Text.Json;
using Dj.Commands;
using Dj.Comparison;
using Dj.Http;
using Dj.Outage;
using Samples;

namespace Dj.Tests.Commands;

public sealed class CommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyze_ComparesThreeWays_AndCachedIsTheCheapest()
    {
        var options = new AnalyzeOptions(IsShort: true, SimulateLatency: false);
        var progress = new StringWriter();

        var figures = await AnalyzeCommand.RunAsync(options, new UpstreamSettings(), progress, TestDj.WithoutPace, Ct);

        Assert.Equal((0, 0), (figures.CacheGen.Second.Calls, figures.CacheGen.Second.Refused));
        Assert.All(figures.CacheGen.Second.Upstreams.Values, upstream => Assert.Equal(1, upstream.HitRate));
        // Beside Spotify, whose features may be asked for in more than one call where the processor is busy. By hand, two who ask at once both ask.
        var (cacheGen, byHand, notCached) = (Calls(figures.CacheGen), Calls(figures.ByHand!), Calls(figures.NotCached!));
        Assert.InRange(cacheGen.First, 1, byHand.First);
        Assert.InRange(byHand.Second, 1, byHand.First - 1);
        Assert.InRange(cacheGen.Overlapping, 1, byHand.Overlapping - 1);
        Assert.Equal(notCached.First, notCached.Second);
        Assert.InRange(cacheGen.First, 1, notCached.Second - 1);
        Assert.All(
            new[] { figures.CacheGen, figures.ByHand!, figures.NotCached! }.SelectMany(way => new[] { way.First, way.Second, way.Overlapping }),
            analysis => Assert.Equal((20, 0, 0), (analysis.Tracks, analysis.Refused, analysis.Incomplete)));
        Assert.Contains("First analysis: 5 10 15 20 tracks", progress.ToString(), StringComparison.Ordinal);

        var table = FiguresTable.Write(figures);
        Assert.Contains("cached by hand", table, StringComparison.Ordinal);
        Assert.All(table.Split(Environment.NewLine), line => Assert.InRange(line.Length, 0, 100));
        using var json = JsonDocument.Parse(FiguresJson.Write(figures));
        Assert.Equal(0, json.RootElement.GetProperty("cacheGen").GetProperty("second").GetProperty("calls").GetInt32());
    }

    private static (int First, int Second, int Overlapping) Calls(WayFigures way)
    {
        return (Of(way.First), Of(way.Second), Of(way.Overlapping));

        static int Of(AnalysisFigures analysis) =>
            analysis.Upstreams.Where(upstream => upstream.Key != Upstreams.Spotify).Sum(upstream => upstream.Value.Calls);
    }

    [Fact]
    public async Task AnalyzeOfPlaylistsThatThereAreNot_SaysWhatAnIdIs()
    {
        var options = new AnalyzeOptions(Playlist: "0000000000000000000000", SimulateLatency: false);

        var failure = await Assert.ThrowsAsync<UnknownPlaylistException>(
            () => AnalyzeCommand.RunAsync(options, new UpstreamSettings(), TextWriter.Null, TestDj.WithoutPace, Ct));

        Assert.Contains("0000000000000000000000", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnalyzeOfTheRealSpotify_WantsToKnowWhichPlaylists()
    {
        var real = UpstreamSettings.FromEnvironment(name => name switch
        {
            "SPOTIFY_BASE_URL" => "http://127.0.0.1:9/v1",
            "SPOTIFY_ACCOUNTS_URL" => "http://127.0.0.1:9/",
            _ => null,
        });

        var failure = await Assert.ThrowsAsync<UsageException>(
            () => AnalyzeCommand.RunAsync(new AnalyzeOptions(), real, TextWriter.Null, ct: Ct));

        Assert.Contains("--playlist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outage_AnswersEverythingSeenBefore_AndRenewsItAfterwards()
    {
        var options = new OutageOptions(IsShort: true, SimulateLatency: false);

        var figures = await OutageCommand.RunAsync(options, TextWriter.Null, TestDj.WithoutPace, Ct);

        Assert.All(figures.Steps, step => Assert.Equal((20, 20), (step.AsBefore, step.Tracks)));
        Assert.True(figures.Steps[^1].Stale > figures.Steps[0].Stale);
        Assert.Equal(3, figures.Unseen.Count);
        Assert.All(figures.Unseen, unseen => Assert.StartsWith("Spotify does not answer: 503", unseen.Message, StringComparison.Ordinal));
        Assert.True(figures.RenewedCalls > 0);
        Assert.Contains("20 of 20", OutageTable.Write(figures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed", "x")]
    [InlineData("--playlist")]
    [InlineData("--sesed", "1")]
    public void WrongArguments_AreToldInASentence(params string[] args)
    {
        var failure = Assert.Throws<UsageException>(() => AnalyzeOptions.Parse(args));

        Assert.Contains(args[0], failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_AreRead()
    {
        Assert.Equal(
            new AnalyzeOptions(Seed: 3, IsShort: true, Published: true, Playlist: "a", Overlapping: "b", Json: true),
            AnalyzeOptions.Parse(["--seed", "3", "--short", "--published-limits", "--playlist", "a", "--overlapping", "b", "--json"]));
        Assert.Equal(new OutageOptions(Seed: 2, IsShort: true), OutageOptions.Parse(["--short", "--seed", "2"]));
    }
}
