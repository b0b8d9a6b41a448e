using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dj.Comparison;

/// <summary>What one analysis cost of one upstream.</summary>
/// <param name="Calls">Requests sent, refused ones included.</param>
/// <param name="Refused">Those that the upstream refused because there were too many.</param>
/// <param name="BusySeconds">How long at least one was under way.</param>
/// <param name="HitRate">The share of questions that a cache answered, from 0 to 1; null where nothing was asked, or nothing is cached.</param>
public sealed record UpstreamFigures(int Calls, int Refused, double BusySeconds, double? HitRate);

/// <summary>What one analysis cost.</summary>
/// <param name="Seconds">How long its caller waited.</param>
/// <param name="Tracks">How many tracks it has.</param>
/// <param name="Incomplete">Tracks of which something is missing because an upstream did not answer.</param>
/// <param name="Upstreams">By upstream.</param>
public sealed record AnalysisFigures(double Seconds, int Tracks, int Incomplete, IReadOnlyDictionary<string, UpstreamFigures> Upstreams)
{
    public int Calls => Upstreams.Values.Sum(upstream => upstream.Calls);

    public int Refused => Upstreams.Values.Sum(upstream => upstream.Refused);
}

/// <summary>The three analyses of one way to do it.</summary>
/// <param name="First">Of a playlist that nobody has asked for before.</param>
/// <param name="Second">Of the same.</param>
/// <param name="Overlapping">Of another one, which shares tracks with it.</param>
public sealed record WayFigures(AnalysisFigures First, AnalysisFigures Second, AnalysisFigures Overlapping);

/// <summary>All ways side by side. Of the real upstreams only <see cref="CacheGen"/> is measured.</summary>
/// <param name="Playlist">The name of the playlist that is analysed twice.</param>
/// <param name="OverlappingPlaylist">The name of the other one.</param>
/// <param name="CacheGen">As this service is.</param>
/// <param name="ByHand">With the partial caching that was written by hand.</param>
/// <param name="NotCached">As this service is, with its caches switched off.</param>
public sealed record ComparisonFigures(string Playlist, string OverlappingPlaylist, WayFigures CacheGen, WayFigures? ByHand, WayFigures? NotCached);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ComparisonFigures))]
public sealed partial class FiguresJson : JsonSerializerContext
{
    public static string Write(ComparisonFigures figures) => JsonSerializer.Serialize(figures, Default.ComparisonFigures);
}
