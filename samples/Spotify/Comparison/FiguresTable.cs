using System.Globalization;
using System.Text;

namespace Dj.Comparison;

/// <summary>Writes the figures for people.</summary>
public static class FiguresTable
{
    private const int NameWidth = 13;
    private const int Width = 28;

    public static string Write(ComparisonFigures figures)
    {
        (string Name, WayFigures? Figures)[] all = [("CacheGen", figures.CacheGen), ("cached by hand", figures.ByHand), ("not cached", figures.NotCached)];
        var ways = all.Where(way => way.Figures is not null).Select(way => (way.Name, Figures: way.Figures!)).ToArray();
        var text = new StringBuilder();
        Section(text, $"First analysis of \"{figures.Playlist}\"", ways, way => way.First);
        Section(text, "The second one", ways, way => way.Second);
        Section(text, $"Then \"{figures.OverlappingPlaylist}\", which shares tracks with it", ways, way => way.Overlapping);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, (string Name, WayFigures Figures)[] ways, Func<WayFigures, AnalysisFigures> select)
    {
        var analyses = ways.Select(way => select(way.Figures)).ToArray();
        text.AppendLine(CultureInfo.InvariantCulture, $"{title}: {analyses[0].Tracks} tracks");
        Row(text, "", ways.Select(way => way.Name));
        Row(text, "", ways.Select(_ => $"{"calls",6}{"time",11}{"hits",9}"));
        foreach (var upstream in Upstreams.All)
            Row(text, upstream, analyses.Select(analysis => Cell(analysis.Upstreams[upstream])));
        Row(text, "all", analyses.Select(analysis => $"{analysis.Calls,6}{Time(analysis.Seconds),11}{"",9}"));
        if (analyses.Any(analysis => analysis.Refused > 0))
            Row(text, "lost", analyses.Select(analysis => $"{analysis.Refused,6} refused{"",12}"));
        if (analyses.Any(analysis => analysis.Incomplete > 0))
            Row(text, "incomplete", analyses.Select(analysis => $"{analysis.Incomplete,6} tracks{"",13}"));
        text.AppendLine();
    }

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.AppendLine((name.PadRight(NameWidth) + string.Concat(cells.Select(cell => cell.PadLeft(Width)))).TrimEnd());

    private static string Cell(UpstreamFigures use) => $"{use.Calls,6}{Time(use.BusySeconds),11}{Percent(use.HitRate),9}";

    private static string Time(double seconds) => seconds switch
    {
        0 => "-",
        < 1 => (seconds * 1_000).ToString(seconds < 0.01 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms",
        _ => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };

    private static string Percent(double? share) => share?.ToString("0 %", CultureInfo.InvariantCulture) ?? "-";
}
