using System.Globalization;
using System.Text;

namespace Dj.Http;

/// <summary>Makes what is put after an upstream's address.</summary>
internal static class RelativeUri
{
    public static string Of(string path, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var uri = new StringBuilder(path);
        foreach (var (name, value) in parameters)
            uri.Append(uri.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

        return uri.ToString();
    }

    /// <summary>A part of a path. Dots alone cannot be one, however they are escaped: they lead somewhere else.</summary>
    public static string Segment(string value) =>
        CanBeSegment(value)
            ? Uri.EscapeDataString(value)
            : throw new ArgumentException($"'{value}' cannot be part of a path.", nameof(value));

    public static bool CanBeSegment(string value) => value is not ("" or "." or "..");

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
