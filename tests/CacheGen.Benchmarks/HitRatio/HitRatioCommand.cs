using System.Text.Encodings.Web;
using System.Text.Json;

namespace CacheGen.Benchmarks.HitRatio;

/// <summary><c>-- hit-ratio</c></summary>
internal static class HitRatioCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(bool quick, bool json)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var measures = HitRatios.Run(quick, json ? Console.Error : Console.Out);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(measures, s_json));
        foreach (var measure in json ? [] : measures)
            Console.WriteLine($"{measure.Name}: {measure.Value} (target {measure.Target}, {(measure.Ok ? "met" : "NOT MET")})");
        return 0;
    }
}
