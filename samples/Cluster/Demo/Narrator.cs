using System.Diagnostics;
using System.Globalization;
using Discogs.Upstream;

namespace Cluster.Demo;

/// <summary>Asks, prints what was answered, and holds the answer against what the story says. It waits for what must happen, no longer.</summary>
internal sealed class Narrator(DiscogsUpstream upstream, CancellationToken ct)
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    // An answer of the API takes up to 300 ms here, and a replica just started takes as long again; one that waits for a Redis that
    // is gone until the client's own timeout would take five seconds.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private int _chapter;
    private bool _redisIsAway;

    public Checks Checks { get; } = new();

    public void Chapter(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"{++_chapter}. {title}");
    }

    public static void Say(string text) => Console.WriteLine($"   {text}");

    /// <summary>What the JIT takes for the first answers is not what the story is about.</summary>
    public async Task WarmUpAsync(Release release, params Replica[] replicas)
    {
        foreach (var replica in replicas)
            await replica.AskAsync(release.Id, ct);
        Say("each has answered for another release, so that the times below are not the JIT's");
    }

    /// <summary>
    /// Asks once; the answer must be the release as it is now (or as it was), and come from this source, in time. The API counts its calls
    /// itself: one if it is the source, none if it is not.
    /// </summary>
    public async Task AskAsync(Replica replica, Release release, Source source, string claim, bool isOld = false)
    {
        var calls = upstream.Calls.Total;
        var answer = await replica.AskAsync(release.Id, ct);
        calls = upstream.Calls.Total - calls;
        Print(answer);
        var expected = isOld ? release.OldTitle : release.Title;
        Checks.That(
            answer.Title == expected && answer.Source == source && calls == (source == Source.Api ? 1 : 0) && answer.Elapsed < s_patience,
            claim);
    }

    /// <summary>Asks until the answer is the release as it is now, with at most one call of the API.</summary>
    public async Task UntilAsync(Replica replica, Release release, string claim)
    {
        var calls = upstream.Calls.Total;
        var started = Stopwatch.GetTimestamp();
        Answer answer;
        while ((answer = await replica.AskAsync(release.Id, ct)).Title != release.Title && Stopwatch.GetElapsedTime(started) < s_deadline)
            await Task.Delay(s_pause, ct);

        Print(answer);
        Checks.That(answer.Title == release.Title && upstream.Calls.Total - calls <= 1, $"{claim} (after {Seconds(started)})");
    }

    public async Task InvalidateAsync(Replica replica, Release release)
    {
        await replica.InvalidateAsync(release.Id, ct);
        Say($"{replica.Name}  invalidates release {release.Id}");
    }

    /// <summary>Waits until these replicas say so of their connection to Redis.</summary>
    public async Task UntilRedisIsAsync(string state, params Replica[] replicas)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var replica in replicas)
        {
            while ((await replica.HealthAsync(ct))?.Redis != state)
            {
                if (Stopwatch.GetElapsedTime(started) > s_deadline)
                    throw new TimeoutException($"Redis is not {state} to {replica.Name} within {s_deadline.TotalSeconds} s.");
                await Task.Delay(s_pause, ct);
            }
        }

        _redisIsAway = state == "away";
        Say($"to {string.Join(" and ", replicas.Select(replica => replica.Name))} Redis is {state} (after {Seconds(started)})");
    }

    private void Print(Answer answer)
    {
        var source = answer.Source switch
        {
            Source.L1 => "L1, memory",
            Source.L2 when _redisIsAway => "L2, fallback",
            Source.L2 => "L2, Redis",
            Source.Api => "API",
            Source.Stale => "stale",
            _ => "nobody",
        };
        Say($"{answer.Replica}  {source,-13}{answer.Elapsed.TotalMilliseconds,6:0} ms   {answer.Title}");
    }

    private static string Seconds(long started) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
}
