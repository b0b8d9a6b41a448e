using System.Text.Json.Serialization;

namespace Discogs.Api;

/// <summary>Reads Discogs' snake_case documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Release))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(CollectionPage))]
[JsonSerializable(typeof(SearchPage))]
internal sealed partial class DiscogsJson : JsonSerializerContext;
