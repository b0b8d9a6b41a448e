namespace Dj.Deezer;

/// <param name="Id">Deezer's own.</param>
/// <param name="Title">The title.</param>
/// <param name="Artist">The main artist.</param>
/// <param name="Isrc">Which recording it is.</param>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Bpm">Beats a minute; 0 where Deezer has not measured it.</param>
public sealed record DeezerTrack(long Id, string Title, string Artist, string? Isrc, int Seconds, double Bpm);

/// <summary>What a search tells of a track: all but its tempo.</summary>
public sealed record DeezerHit(long Id, string Title, string Artist, int Seconds);
