using System.Globalization;

namespace CacheGen.Benchmarks.HitRatio;

/// <summary>The table, as docs/performance.md has it.</summary>
internal static class HitRatioTable
{
    public static void Write(TextWriter output, string title, IReadOnlyCollection<Cell> cells)
    {
        output.WriteLine($"{title}\n");
        output.WriteLine(Row("trace", "entries", [.. HitRatios.Others, "CacheGen", "Bélády"]));
        output.WriteLine($"|{new string('-', 27)}|{string.Concat(Enumerable.Repeat("----------:|", HitRatios.Others.Count + 3))}");
        foreach (var cell in cells)
            output.WriteLine(Row(cell.Trace, cell.Size.ToString("#,0", CultureInfo.InvariantCulture), [.. cell.Others.Select(Percent), $"**{Percent(cell.Own)}**", Percent(cell.Clairvoyant)]));
        output.WriteLine();
    }

    private static string Row(string trace, string entries, IEnumerable<string> values) =>
        $"| {trace,-25} | {entries,9} |{string.Concat(values.Select(value => $" {value,9} |"))}";

    private static string Percent(double ratio) => (100 * ratio).ToString("0.0", CultureInfo.InvariantCulture);
}
