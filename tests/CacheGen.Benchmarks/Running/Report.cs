using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CacheGen.Benchmarks.Running;

/// <summary>Measures on standard output: as a table for people, or as JSON and nothing else.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code. It says that all was measured, not that targets were met: other machines are other machines.</returns>
    public static int Print(IReadOnlyCollection<Measure> measures, bool json)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        Console.WriteLine(json ? JsonSerializer.Serialize(measures, s_json) : Table(measures));
        foreach (var failed in measures.Where(measure => measure.Value is null))
            Console.Error.WriteLine($"Not measured: {failed.Name}");
        return measures.Count > 0 && measures.All(measure => measure.Value is not null) ? 0 : 1;
    }

    private static string Table(IReadOnlyCollection<Measure> measures)
    {
        var width = measures.Select(measure => measure.Name.Length).DefaultIfEmpty().Max();
        var lines = measures.Select(measure => string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Name.PadRight(width)}  {measure.Value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "failed",12}  {measure.Target,8}  {Verdict(measure)}"));
        var held = measures.Where(measure => measure.Target != "-").ToArray();
        return $"{"measure".PadRight(width)}  {"value",12}  {"target",8}\n{string.Join('\n', lines)}\n\n{held.Count(measure => measure.Ok)} of {held.Length} targets met";
    }

    private static string Verdict(Measure measure) => measure.Target == "-" && measure.Ok ? "" : measure.Ok ? "ok" : "NOT MET";
}
