using System.Globalization;

namespace CacheGen.Benchmarks.Compiler;

/// <summary>Tables for people; standard output is for <c>--json</c>.</summary>
internal static class Table
{
    public static void Line(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static void Row(string name, Samples ours, Samples none, string steps) => Line(
        $"| {name} | {ours.Processor - none.Processor:F1} | {ours.Wall - none.Wall:F1} | {ours.Least - none.Least:F1} | {none.Processor:F1} | {steps} |");
}
