namespace Discogs.Replay;

/// <summary>One operation as its user saw it.</summary>
public readonly record struct Sample(OperationKind Kind, TimeSpan Elapsed, bool Answered);

/// <summary>What was measured of the operations of one kind, or of all.</summary>
/// <remarks>
/// Times are those of the answered operations: one that failed is counted, but the time until the user gave up is no response time.
/// </remarks>
public sealed record OperationFigures(int Operations, int Failed, double MeanMs, double P95Ms, double HitRate)
{
    public static OperationFigures Of(IReadOnlyCollection<Sample> samples, double hitRate)
    {
        var times = samples.Where(sample => sample.Answered).Select(sample => sample.Elapsed.TotalMilliseconds).Order().ToArray();
        return new OperationFigures(
            samples.Count,
            samples.Count - times.Length,
            times.Length == 0 ? 0 : Math.Round(times.Average(), 2),
            Math.Round(Percentile(times, 0.95), 2),
            Math.Round(hitRate, 4));
    }

    // Nearest rank: a time that was really measured, never one between two.
    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(sorted.Length * share) - 1];
}

/// <summary>What was measured in one run.</summary>
/// <param name="Sessions">Sessions begun.</param>
/// <param name="SessionsCompleted">Sessions in which every operation was answered.</param>
/// <param name="ApiCalls">Calls that reached the API, refused ones included.</param>
/// <param name="CallsPerSession">Those by sessions begun.</param>
/// <param name="MeanMs">Mean response of the answered operations.</param>
/// <param name="P95Ms">Their 95th percentile.</param>
/// <param name="RateLimited">Calls the API refused with 429.</param>
/// <param name="FailedOperations">Operations whose user saw an error.</param>
/// <param name="HitRate">Share of the cached methods' calls that were answered from the cache.</param>
/// <param name="ByOperation">The same by kind of operation.</param>
/// <param name="CallsByEndpoint">The API calls by kind of endpoint. Statistics have none of their own: they read collection pages.</param>
public sealed record RunFigures(
    int Sessions,
    int SessionsCompleted,
    int ApiCalls,
    double CallsPerSession,
    double MeanMs,
    double P95Ms,
    int RateLimited,
    int FailedOperations,
    double HitRate,
    IReadOnlyDictionary<string, OperationFigures> ByOperation,
    IReadOnlyDictionary<string, int> CallsByEndpoint);

/// <summary>Both runs of the same workload.</summary>
public sealed record ReplayFigures(RunFigures Direct, RunFigures Cached);
