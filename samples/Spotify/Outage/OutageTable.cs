using System.Globalization;
using System.Text;

namespace Dj.Outage;

/// <summary>Writes the figures of an outage for people.</summary>
public static class OutageTable
{
    public static string Write(OutageFigures figures)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"\"{figures.Playlist}\", while no upstream answers");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-16}{"tracks as before",18}{"stale answers",18}{"time",10}");
        foreach (var step in figures.Steps)
            Row(text, $"{Age(step.Age)} later", step);
        text.AppendLine();
        text.AppendLine("What nobody has asked for before:");
        foreach (var unseen in figures.Unseen)
            text.AppendLine(CultureInfo.InvariantCulture, $"    {unseen.What}: {unseen.Message}");
        text.AppendLine();
        text.AppendLine("All upstreams are back:");
        Row(text, "at once", figures.Back);
        text.AppendLine(CultureInfo.InvariantCulture, $"    renewed behind the callers: {figures.RenewedCalls} calls, after {figures.RenewedSeconds:0.0} s");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, OutageStep step) => text.AppendLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-16}{$"{step.AsBefore} of {step.Tracks}",18}{$"{step.Stale} of {step.Questions}",18}{step.Seconds * 1_000,7:0} ms"));

    private static string Age(TimeSpan age) => age.TotalDays >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days")
        : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h");
}
