using System.Text.Json.Serialization;

namespace Dj.Spotify;

/// <summary>Reads and writes Spotify's snake_case documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlaylistDocument))]
[JsonSerializable(typeof(PageDocument))]
[JsonSerializable(typeof(TrackDocument))]
[JsonSerializable(typeof(FeaturesDocument))]
[JsonSerializable(typeof(ManyFeaturesDocument))]
[JsonSerializable(typeof(SearchDocument))]
[JsonSerializable(typeof(UserDocument))]
[JsonSerializable(typeof(TokenDocument))]
[JsonSerializable(typeof(AdditionDocument))]
[JsonSerializable(typeof(RemovalDocument))]
[JsonSerializable(typeof(SnapshotDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(AccountsErrorDocument))]
internal sealed partial class SpotifyJson : JsonSerializerContext;
