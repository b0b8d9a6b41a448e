using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dj.MusicBrainz;

/// <summary>Reads MusicBrainz' documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(RecordingsDocument))]
[JsonSerializable(typeof(ErrorDocument))]
internal sealed partial class MusicBrainzJson : JsonSerializerContext;

/// <summary>Reads an ISRC: a string, or an object with an id, as it was in former years and still is in XML.</summary>
internal sealed class IsrcConverter : JsonConverter<IsrcDocument>
{
    public override IsrcDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new IsrcDocument(reader.GetString());

        using var document = JsonDocument.ParseValue(ref reader);
        return new IsrcDocument(
            document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null);
    }

    public override void Write(Utf8JsonWriter writer, IsrcDocument value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}
