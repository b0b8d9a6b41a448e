using System.Globalization;
using Dj.People;

namespace Dj.Analysis;

/// <summary>Keys as musicians and as DJs write them.</summary>
public static class MusicalKey
{
    private static readonly string[] s_major = ["C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];
    private static readonly string[] s_minor = ["Cm", "C♯m", "Dm", "E♭m", "Em", "Fm", "F♯m", "Gm", "G♯m", "Am", "B♭m", "Bm"];

    /// <summary>Null where Spotify has found none (-1).</summary>
    /// <param name="key">0 is C, 11 is B.</param>
    /// <param name="mode">1 is major, 0 minor.</param>
    /// <param name="notation">How to write it.</param>
    public static string? Name(int key, int mode, KeyNotation notation)
    {
        if (key is < 0 or > 11)
            return null;
        return notation == KeyNotation.Musical ? (mode == 0 ? s_minor : s_major)[key] : Camelot(key, mode);
    }

    // The wheel goes round in fifths, seven semitones a step, and C major is 8B. A minor key has the number of the major key three above it.
    private static string Camelot(int key, int mode)
    {
        var major = mode == 0 ? (key + 3) % 12 : key;
        var number = ((major * 7) + 7) % 12 + 1;
        return number.ToString(CultureInfo.InvariantCulture) + (mode == 0 ? "A" : "B");
    }
}
