using System.Text.Json.Serialization;

namespace Dj.Deezer;

/// <summary>Reads Deezer's snake_case documents; its documentation shows numbers as strings, its servers send numbers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TrackDocument))]
[JsonSerializable(typeof(SearchDocument))]
[JsonSerializable(typeof(ErrorDocument))]
internal sealed partial class DeezerJson : JsonSerializerContext;
