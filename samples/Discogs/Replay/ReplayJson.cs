using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discogs.Replay;

/// <summary>Writes the figures of a replay for other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReplayFigures))]
public sealed partial class ReplayJson : JsonSerializerContext
{
    public static string Write(ReplayFigures figures) => JsonSerializer.Serialize(figures, Default.ReplayFigures);
}
