using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dj.People;

/// <summary>Keeps preferences as one JSON file for each user.</summary>
/// <param name="folder">Where; it is made when the first file is written.</param>
public sealed class PreferenceFiles(string folder)
{
    /// <summary>Null for a user who has said nothing.</summary>
    public async Task<DjPreferences?> ReadAsync(string userId, CancellationToken ct = default)
    {
        try
        {
            await using var file = File.OpenRead(PathOf(userId));
            return await JsonSerializer.DeserializeAsync(file, PreferenceJson.Default.DjPreferences, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The preferences in '{PathOf(userId)}' cannot be read: mend the file, or delete it.", e);
        }
    }

    public async Task WriteAsync(string userId, DjPreferences preferences, CancellationToken ct = default)
    {
        Directory.CreateDirectory(folder);
        // Beside the old file, and then in its place: who reads meanwhile reads the one or the other.
        var written = $"{PathOf(userId)}.{Guid.NewGuid():N}";
        await using (var file = File.Create(written))
            await JsonSerializer.SerializeAsync(file, preferences, PreferenceJson.Default.DjPreferences, ct);
        File.Move(written, PathOf(userId), overwrite: true);
    }

    // Escaped, so that no id leads out of the folder.
    private string PathOf(string userId) => Path.Combine(folder, $"{Uri.EscapeDataString(userId).Replace(".", "%2E", StringComparison.Ordinal)}.json");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DjPreferences))]
internal sealed partial class PreferenceJson : JsonSerializerContext;
