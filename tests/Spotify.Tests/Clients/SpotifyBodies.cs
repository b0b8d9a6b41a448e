namespace Dj.Tests.Clients;

/// <summary>What Spotify sends, in the shape of https://developer.spotify.com/documentation/web-api, shortened.</summary>
internal static class SpotifyBodies
{
    public const string NotFound = """{ "error": { "status": 404, "message": "Resource not found" } }""";

    public const string Track = """
        {
          "artists": [
            { "href": "string", "id": "string", "name": "Artist A", "type": "artist", "uri": "string" },
            { "href": "string", "id": "string", "name": "Artist B", "type": "artist", "uri": "string" }
          ],
          "available_markets": [ "DE" ], "disc_number": 1, "duration_ms": 207959, "explicit": false,
          "external_ids": { "isrc": "USUM71703861" }, "id": "11dFghVXANMlKmJXsNCbNl", "name": "Cut To The Feeling",
          "popularity": 63, "type": "track", "uri": "spotify:track:11dFghVXANMlKmJXsNCbNl", "is_local": false
        }
        """;

    /// <summary>Two tracks, and of each kind of entry that is none.</summary>
    public const string Page = $$"""
        {
          "offset": 100, "total": 106,
          "items": [
            { "is_local": false, "track": {{Track}} },
            { "is_local": false, "track": null },
            { "is_local": true, "track": { "id": null, "name": "white label", "type": "track", "is_local": true, "duration_ms": 0,
              "artists": [ { "name": "" } ], "external_ids": {} } },
            { "is_local": false, "track": { "id": "512ojhOuo1ktJprKbVcKyQ", "name": "Sommarprat", "type": "episode",
              "duration_ms": 1686230 } },
            null,
            { "is_local": false, "track": { "id": "4uLU6hMCjMI75M1A2tKUQC", "name": "Never Gonna Give You Up", "type": "track",
              "is_local": false, "duration_ms": 213573, "artists": [ { "name": "Rick Astley" } ], "external_ids": {} } }
          ]
        }
        """;

    public const string Features = """
        {
          "acousticness": 0.00242, "analysis_url": "https://api.spotify.com/v1/audio-analysis/11dFghVXANMlKmJXsNCbNl",
          "danceability": 0.585, "duration_ms": 237040, "energy": 0.842, "id": "11dFghVXANMlKmJXsNCbNl",
          "instrumentalness": 0.00686, "key": 9, "liveness": 0.0866, "loudness": -5.883, "mode": 0, "speechiness": 0.0556,
          "tempo": 118.211, "time_signature": 4, "type": "audio_features", "valence": 0.428
        }
        """;
}
