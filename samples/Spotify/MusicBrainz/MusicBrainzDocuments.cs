using System.Text.Json.Serialization;

namespace Dj.MusicBrainz;

// MusicBrainz' documents as they are sent.

internal sealed record RecordingsDocument(IReadOnlyList<RecordingDocument>? Recordings = null);

/// <param name="Score">How well it fits what was asked for, from 0 to 100.</param>
/// <param name="Length">In milliseconds; null where nobody has measured it.</param>
/// <param name="Isrcs">Absent where it has none.</param>
internal sealed record RecordingDocument(int Score = 0, int? Length = null, IReadOnlyList<IsrcDocument>? Isrcs = null)
{
    /// <summary>The first one. Where there are others, they are of other pressings of the same recording.</summary>
    public string? Isrc => Isrcs?.FirstOrDefault(static isrc => !string.IsNullOrEmpty(isrc.Id))?.Id;
}

[JsonConverter(typeof(IsrcConverter))]
internal sealed record IsrcDocument(string? Id);

internal sealed record ErrorDocument(string? Error = null);
