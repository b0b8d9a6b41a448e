using System.Diagnostics;
using Dj.Analysis;
using Dj.Hosting;
using Dj.Http;
using Dj.Spotify;
using Dj.Upstream;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Outage;

/// <summary>Analyses a playlist, takes every upstream down, and analyses it again as the months pass. Always on the stand-in.</summary>
public static class OutageCommand
{
    // Nothing is old; Spotify is due; playlists are past their time; Last.fm and features are; names and ISRCs are; tempos are.
    private static readonly TimeSpan[] s_ages =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(13), TimeSpan.FromDays(2), TimeSpan.FromDays(10), TimeSpan.FromDays(40), TimeSpan.FromDays(100)];

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <param name="options">What to analyse.</param>
    /// <param name="progress">Where to say how far it is.</param>
    /// <param name="configure">What is different from the service as it is.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<OutageFigures> RunAsync(
        OutageOptions options, TextWriter progress, Action<IServiceCollection>? configure = null, CancellationToken ct = default)
    {
        var clock = new MovableClock();
        var simulated = new UpstreamOptions { Seed = options.Seed, TimeProvider = clock, SimulateLatency = options.SimulateLatency };
        await using var host = await DjHost.StartAsync(new UpstreamSettings(), simulated, configure, ct: ct);
        var upstream = host.Upstream!;
        var playlists = upstream.World.Playlists;
        var id = (options.IsShort ? playlists.Short : playlists.First).Id;
        var analyzer = host.Services.GetRequiredService<PlaylistAnalyzer>();

        await progress.WriteLineAsync("All four upstreams are up: analysing once …");
        var before = await analyzer.AnalyzeAsync(id, ct: ct) ?? throw new UnknownPlaylistException(id);
        await progress.WriteLineAsync("Now all four are down.");
        foreach (var api in upstream.All)
            api.IsDown = true;

        var steps = new List<OutageStep>();
        var age = TimeSpan.Zero;
        foreach (var next in s_ages)
        {
            clock.PutForward(next - age);
            age = next;
            steps.Add(await StepAsync(host, before, age, ct));
        }

        var unseen = await AskForUnseenAsync(host, ct);
        foreach (var api in upstream.All)
            api.IsDown = false;
        var callsBefore = Calls();
        clock.PutForward(TimeSpan.FromMinutes(1));
        var start = Stopwatch.GetTimestamp();
        var back = await StepAsync(host, before, age, ct);
        await progress.WriteLineAsync("All four are up again: everything is renewed behind its callers …");
        while ((await StepAsync(host, before, age, ct)).Stale > 0)
        {
            if (Stopwatch.GetElapsedTime(start) > s_patience)
                throw new TimeoutException($"After {s_patience.TotalMinutes} minutes there is still something that was not renewed.");
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }

        return new OutageFigures(before.Name, steps, unseen, back, Calls() - callsBefore, Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1));

        int Calls() => host.Meters.Sum(meter => meter.Read().Calls);
    }

    private static async Task<OutageStep> StepAsync(DjHost host, PlaylistAnalysis before, TimeSpan age, CancellationToken ct)
    {
        var (staleBefore, questionsBefore) = Count();
        var start = Stopwatch.GetTimestamp();
        var now = await host.Services.GetRequiredService<PlaylistAnalyzer>().AnalyzeAsync(before.PlaylistId, ct: ct);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var (stale, questions) = Count();
        var asBefore = before.Tracks.Zip(now?.Tracks ?? []).Count(pair => TrackComparison.AreEqual(pair.First, pair.Second));
        return new OutageStep(
            age, asBefore, before.Tracks.Count, stale - staleBefore, questions - questionsBefore, Math.Round(elapsed.TotalSeconds, 3));

        (long Stale, long Questions) Count()
        {
            var statistics = host.Caches.Select(cache => cache.GetStatistics()).ToList();
            return (statistics.Sum(cache => cache.Stale), statistics.Sum(cache => cache.Hits + cache.Misses));
        }
    }

    private static async Task<IReadOnlyList<UnseenAnswer>> AskForUnseenAsync(DjHost host, CancellationToken ct)
    {
        var services = host.Services;
        var world = host.Upstream!.World;
        var other = world.Playlists.Long;
        return
        [
            await AskAsync($"the playlist \"{other.Name}\"", () => services.GetRequiredService<PlaylistAnalyzer>().AnalyzeAsync(other.Id, ct: ct)),
            await AskAsync("a search for \"amber\"", () => services.GetRequiredService<ISpotifySearch>().SearchTracksAsync("amber", ct: ct)),
            await AskAsync($"the user {other.OwnerId}", () => services.GetRequiredService<ISpotifyApi>().GetUserAsync(other.OwnerId, ct)),
        ];
    }

    private static async Task<UnseenAnswer> AskAsync<T>(string what, Func<Task<T>> ask)
    {
        try
        {
            return new UnseenAnswer(what, $"was answered: {await ask()}");
        }
        catch (UpstreamException e)
        {
            return new UnseenAnswer(what, e.Message);
        }
    }
}
