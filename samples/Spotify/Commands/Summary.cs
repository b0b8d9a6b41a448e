using System.Globalization;
using Dj.Analysis;

namespace Dj.Commands;

/// <summary>An analysis in a line, and a few of its tracks.</summary>
internal static class Summary
{
    private const int Tracks = 3;

    public static string Of(PlaylistAnalysis analysis)
    {
        var bpm = analysis.MedianBpm?.ToString("0", CultureInfo.InvariantCulture) ?? "?";
        var lines = analysis.Tracks.Take(Tracks).Select(track => string.Create(
            CultureInfo.InvariantCulture,
            $"    {track.Artist} - {track.Title}: {track.Bpm?.ToString("0.0", CultureInfo.InvariantCulture) ?? "?"} bpm, {track.Key ?? "?"}, {(track.Tags.Count == 0 ? "no tags" : string.Join(", ", track.Tags))}"));
        return $"\"{analysis.Name}\" by {analysis.Owner}: half of the tracks are at {bpm} bpm or faster{(analysis.TopTags.Count == 0 ? "" : $"; {string.Join(", ", analysis.TopTags)}")}"
            + (analysis.Incomplete == 0 ? "" : $"{Environment.NewLine}    {analysis.Incomplete} tracks are incomplete: no answer from {string.Join(", ", analysis.Unanswered)}")
            + Environment.NewLine + string.Join(Environment.NewLine, lines) + Environment.NewLine + "    …";
    }
}
