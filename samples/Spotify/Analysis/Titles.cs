using System.Text.RegularExpressions;

namespace Dj.Analysis;

/// <summary>Titles as other catalogues know them.</summary>
public static partial class Titles
{
    /// <summary>"Amber Rivers" for "Amber Rivers - Remastered 2011" and "Amber Rivers (feat. Iron Choir)".</summary>
    public static string WithoutVersion(string title)
    {
        var bare = Version().Replace(title, "").Trim();
        return bare.Length == 0 ? title : bare;
    }

    [GeneratedRegex(@"\s+[-–]\s+[^-–]*\b(remaster|remastered|version|mix|edit|live|mono|stereo)\b.*$|\s*[(\[]((feat|ft)\.|with\s|live\b|[^)\]]*\bremaster(ed)?\b)[^)\]]*[)\]]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
