using System.Globalization;
using System.Text;

namespace Discogs.Replay;

/// <summary>Writes the figures of a replay for people.</summary>
public static class ReplayTable
{
    public static string Write(ReplayFigures figures)
    {
        var (direct, cached) = figures;
        var text = new StringBuilder();
        Row(text, "", "direct", "cached", "change");
        Compare(text, "API calls per session", direct.CallsPerSession, cached.CallsPerSession);
        Compare(text, "API calls", direct.ApiCalls, cached.ApiCalls);
        Compare(text, "of them refused (429)", direct.RateLimited, cached.RateLimited);
        Compare(text, "operations failed", direct.FailedOperations, cached.FailedOperations);
        Row(text, "sessions completed", Completed(direct), Completed(cached));
        Row(text, "hit rate", Percent(direct.HitRate), Percent(cached.HitRate));
        text.AppendLine();

        Row(text, "response, mean (p95)", "direct", "cached", "mean");
        CompareTimes(text, "all operations", direct.MeanMs, direct.P95Ms, cached.MeanMs, cached.P95Ms);
        foreach (var (kind, before) in direct.ByOperation)
        {
            var after = cached.ByOperation[kind];
            CompareTimes(text, kind, before.MeanMs, before.P95Ms, after.MeanMs, after.P95Ms);
        }

        return text.ToString();
    }

    private static void CompareTimes(StringBuilder text, string name, double mean, double p95, double cachedMean, double cachedP95) =>
        Row(text, name, Times(mean, p95), Times(cachedMean, cachedP95), Change(mean, cachedMean));

    private static string Completed(RunFigures run) => $"{run.SessionsCompleted} of {run.Sessions}";

    private static void Compare(StringBuilder text, string name, double direct, double cached) =>
        Row(text, name, Number(direct), Number(cached), Change(direct, cached));

    private static void Row(StringBuilder text, string name, string direct, string cached, string change = "") =>
        text.AppendLine($"{name,-22}{direct,22}{cached,22}{change,10}".TrimEnd());

    private static string Times(double mean, double p95) => $"{Number(mean)} ({Number(p95)}) ms";

    private static string Number(double value) =>
        value.ToString(value < 100 && value % 1 != 0 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Change(double before, double after) =>
        before == 0 ? "" : ((after - before) / before).ToString("+0.0 %;-0.0 %;0 %", CultureInfo.InvariantCulture);
}
