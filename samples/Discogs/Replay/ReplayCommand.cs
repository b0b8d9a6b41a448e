using System.Diagnostics;

namespace Discogs.Replay;

/// <summary>Runs the same workload straight and cached, side by side, and tells the difference.</summary>
public static class ReplayCommand
{
    public static async Task<ReplayFigures> RunAsync(ReplayOptions options, TextWriter progress, CancellationToken ct = default)
    {
        await WarmUpAsync(options.Seed, ct);

        await using var direct = await ReplayRun.StartAsync(options.Seed, options.Speed, cached: false);
        await using var cached = await ReplayRun.StartAsync(options.Seed, options.Speed, cached: true);
        var sessions = Workload.Generate(direct.Catalogue, options.Seed, options.Sessions);

        await progress.WriteLineAsync(
            $"Replaying {sessions.Count} sessions, straight and cached side by side, {options.Speed} times as fast as life.");
        var runs = Task.WhenAll(direct.RunAsync(sessions, ct), cached.RunAsync(sessions, ct));
        await ReportAsync(runs, direct, cached, sessions.Count, progress);

        var figures = await runs;
        return new ReplayFigures(figures[0], figures[1]);
    }

    // On a clock this fast, the time the JIT takes for the first call would look like seconds of response.
    private static async Task WarmUpAsync(int seed, CancellationToken ct)
    {
        foreach (var cached in (bool[])[false, true])
        {
            await using var run = await ReplayRun.StartAsync(seed, speed: 1_000, cached);
            await run.RunAsync(Workload.Generate(run.Catalogue, seed, sessions: 2), ct);
        }
    }

    private static async Task ReportAsync(Task runs, ReplayRun direct, ReplayRun cached, int sessions, TextWriter progress)
    {
        var started = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(runs, Task.Delay(TimeSpan.FromSeconds(5))) != runs)
        {
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            await progress.WriteLineAsync(
                $"{seconds,4:0} s: {direct.SessionsEnded} of {sessions} sessions ended straight, {cached.SessionsEnded} cached");
        }
    }
}
