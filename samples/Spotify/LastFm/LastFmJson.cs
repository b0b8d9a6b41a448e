using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dj.LastFm;

/// <summary>Reads Last.fm's documents, which were made for XML: numbers are strings, and a list of one is no list.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CorrectionsDocument))]
[JsonSerializable(typeof(TrackInfoDocument))]
[JsonSerializable(typeof(TopTagsDocument))]
[JsonSerializable(typeof(SimilarTracksDocument))]
[JsonSerializable(typeof(ArtistInfoDocument))]
[JsonSerializable(typeof(ErrorDocument))]
internal sealed partial class LastFmJson : JsonSerializerContext;

/// <summary>Reads one, many in an array, or none, which is absent, null, or a text of blanks.</summary>
internal sealed class OneOrManyConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return [];
            case JsonTokenType.StartArray:
                var many = new List<T>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    Add(many, JsonSerializer.Deserialize(ref reader, type));
                return many;
            default:
                var one = new List<T>(1);
                Add(one, JsonSerializer.Deserialize(ref reader, type));
                return one;
        }
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Last.fm is only read.");

    private static void Add(List<T> list, T? item)
    {
        if (item is not null)
            list.Add(item);
    }
}

/// <summary>Reads an element that is a text of blanks where it has no content.</summary>
internal sealed class ElementConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? null
            : JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Last.fm is only read.");
}
