using System.Diagnostics;
using CacheGen;

namespace Discogs.Replay;

/// <summary>Runs the same workload straight and cached, side by side, and tells the difference.</summary>
public static class ReplayCommand
{
    public static Task<ReplayFigures> RunAsync(ReplayOptions options, TextWriter progress, CancellationToken ct = default) =>
        RunAsync(options, InProcess, progress, ct);

    /// <summary>The same with a cache of the host's own; each call makes an empty one, on the clock it is given.</summary>
    public static async Task<ReplayFigures> RunAsync(
        ReplayOptions options, Func<TimeProvider, MethodCache> createCache, TextWriter progress, CancellationToken ct = default)
    {
        await WarmUpAsync(options.Seed, createCache, ct);

        await using var direct = await ReplayRun.StartAsync(options.Seed, options.Speed, None);
        await using var cached = await ReplayRun.StartAsync(options.Seed, options.Speed, createCache);
        var sessions = Workload.Generate(direct.Catalogue, options.Seed, options.Sessions);

        await progress.WriteLineAsync(
            $"Replaying {sessions.Count} sessions, straight and cached side by side, {options.Speed} times as fast as life.");
        var runs = Task.WhenAll(direct.RunAsync(sessions, ct), cached.RunAsync(sessions, ct));
        await ReportAsync(runs, direct, cached, sessions.Count, progress);

        var figures = await runs;
        return new ReplayFigures(figures[0], figures[1]);
    }

    private static MethodCache None(TimeProvider clock) => MethodCache.None;

    private static MethodCache InProcess(TimeProvider clock) => MethodCache.CreateInProcess(new CacheGenOptions { TimeProvider = clock });

    // On a clock this fast, the time the JIT takes for the first call would look like seconds of response.
    private static async Task WarmUpAsync(int seed, Func<TimeProvider, MethodCache> createCache, CancellationToken ct)
    {
        foreach (var create in (Func<TimeProvider, MethodCache>[])[None, createCache])
        {
            await using var run = await ReplayRun.StartAsync(seed, speed: 1_000, create);
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
