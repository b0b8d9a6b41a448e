using Samples;

namespace Dj.Http;

/// <summary>Reads environment variables, and says what to do where one cannot be used.</summary>
internal sealed class SettingsReader(Func<string, string?> read)
{
    public string? ReadText(string name) => read(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An address that paths can be put after; null where none is given.</summary>
    public Uri? ReadAddress(string name, string real)
    {
        var text = ReadText(name);
        if (text is null)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !IsBaseAddress(address))
        {
            throw new UsageException(
                $"{name} is '{text}', which is no http address: set it to one like {real}, or unset it for the bundled API.");
        }

        // Without the slash, what is put after the address would replace its last part.
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private static bool IsBaseAddress(Uri address) =>
        address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0;
}
