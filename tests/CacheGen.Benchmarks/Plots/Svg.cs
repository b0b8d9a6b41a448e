using System.Globalization;
using System.Security;
using System.Text;

namespace CacheGen.Benchmarks.Plots;

/// <summary>Draws a plot. Colours follow the reader's scheme, light or dark; lines differ in their marks too, for whom colours do not tell apart.</summary>
internal static class Svg
{
    private const int Width = 720;
    private const int Height = 400;
    private const int Left = 64;
    private const int Right = 24;
    private const int Top = 84;
    private const int Bottom = 56;

    private static readonly int[] s_factors = [1, 2, 5, 10];

    // Dark grey on white and light grey on near black; of the lines the same three hues, each dark or light enough for its ground.
    private const string Style = """
        text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #24292f }
        .title { font-size: 15px; font-weight: 600 }
        .ground { fill: #ffffff } .grid { stroke: #d0d7de; stroke-width: 1 } .axis { stroke: #57606a; stroke-width: 1 }
        .line { fill: none; stroke-width: 2 } .mark { stroke-width: 2 }
        .s0 { stroke: #57606a; fill: #57606a } .s1 { stroke: #0550ae; fill: #0550ae } .s2 { stroke: #bc4c00; fill: #bc4c00 } .s3 { stroke: #116329; fill: #116329 }
        .line.s0, .line.s1, .line.s2, .line.s3 { fill: none } .line.s0 { stroke-dasharray: 6 4 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .ground { fill: #0d1117 } .grid { stroke: #30363d } .axis { stroke: #8b949e }
          .s0 { stroke: #8b949e; fill: #8b949e } .s1 { stroke: #79c0ff; fill: #79c0ff } .s2 { stroke: #ffa657; fill: #ffa657 } .s3 { stroke: #7ee787; fill: #7ee787 }
        }
        """;

    public static string Draw(Plot plot)
    {
        var ticks = (plot.IsLogarithmic ? Powers(plot.Values) : Steps(plot.Values)).ToArray();
        var scale = plot.IsLogarithmic ? (Func<double, double>)Math.Log : value => value;
        double X(int place) => Left + ((Width - Left - Right) * (place + 0.5) / plot.X.Count);
        double Y(double value) => Height - Bottom - ((Height - Top - Bottom) * (scale(value) - scale(ticks[0])) / (scale(ticks[^1]) - scale(ticks[0])));

        var svg = new StringBuilder();
        void Add(FormattableString element) => svg.Append("  ").Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Add($"<title>{Text(plot.Title)}</title>");
        Add($"<style>{Style}</style>");
        Add($"<rect class=\"ground\" width=\"{Width}\" height=\"{Height}\" rx=\"6\"/>");
        Add($"<text class=\"title\" x=\"{Left}\" y=\"28\">{Text(plot.Title)}</text>");
        foreach (var value in ticks)
        {
            Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\"/>");
            Add($"<text x=\"{Left - 8}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\">{value:#,0.###}</text>");
        }

        Add($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\"/>");
        for (var place = 0; place < plot.X.Count; place++)
            Add($"<text x=\"{X(place):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{Short(plot.X[place])}</text>");
        Add($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\">{Text(plot.XLabel)}</text>");
        Add($"<text transform=\"translate(18 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{Text(plot.YLabel)}</text>");

        var legend = (double)Left;
        for (var number = 0; number < plot.Series.Count; number++)
        {
            var series = plot.Series[number];
            var points = series.Y.Select((value, place) => (X: X(place), Y: Y(value))).ToArray();
            var line = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
            Add($"<polyline class=\"line s{number}\" points=\"{line}\"/>");
            foreach (var point in points)
                Mark(number, point.X, point.Y);
            Add($"<line class=\"line s{number}\" x1=\"{legend:0.#}\" x2=\"{legend + 28:0.#}\" y1=\"54\" y2=\"54\"/>");
            Mark(number, legend + 14, 54);
            Add($"<text x=\"{legend + 36:0.#}\" y=\"58\">{Text(series.Name)}</text>");
            // The width of the text is the reader's font's; this is more than any needs.
            legend += 60 + (7 * series.Name.Length);
        }

        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\">\n{svg}</svg>\n";

        void Mark(int series, double x, double y) => Add(series switch
        {
            0 => $"<circle class=\"mark s0\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"2.5\"/>",
            1 => $"<rect class=\"mark s1\" x=\"{x - 3:0.#}\" y=\"{y - 3:0.#}\" width=\"6\" height=\"6\"/>",
            2 => $"<path class=\"mark s2\" d=\"M{x:0.#} {y - 4:0.#}l4 7h-8z\"/>",
            _ => $"<path class=\"mark s3\" d=\"M{x:0.#} {y - 4.5:0.#}l4.5 4.5l-4.5 4.5l-4.5-4.5z\"/>",
        });
    }

    /// <summary>From nothing to above all values, in some five steps of 1, 2 or 5 times a power of ten.</summary>
    private static IEnumerable<double> Steps(IEnumerable<double> values)
    {
        var step = Round(values.Max() / 5).First(round => round >= values.Max() / 5);
        return Enumerable.Range(0, (int)Math.Ceiling(values.Max() / step) + 1).Select(number => number * step);
    }

    /// <summary>1, 2 and 5 times powers of ten, from below all values to above them.</summary>
    private static IEnumerable<double> Powers(IEnumerable<double> values)
    {
        var least = Round(values.Min()).Last(round => round <= values.Min());
        for (var tick = least; tick < values.Max(); tick = Round(tick).First(round => round > tick * 1.001))
            yield return tick;
        yield return Round(values.Max()).First(round => round >= values.Max());
    }

    /// <summary>The round numbers around a value.</summary>
    private static IEnumerable<double> Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-9));
        return s_factors.Select(factor => factor * power);
    }

    private static string Short(int number) => number switch
    {
        >= 1_000_000 => $"{number / 1_000_000}M",
        >= 1000 => $"{number / 1000:N0}k",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Text(string text) => SecurityElement.Escape(text);
}
