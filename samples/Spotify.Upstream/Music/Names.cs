using System.Globalization;
using System.Text;

namespace Dj.Upstream.Music;

/// <summary>Makes up names and numbers in the forms the four APIs use.</summary>
internal sealed class Names(Random random)
{
    private const string Base62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Hex = "0123456789abcdef";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] s_countries = ["GB", "US", "DE", "FR", "JP", "SE", "NL", "IT"];

    private long _deezerId = 3_100_000;
    private int _isrc;

    /// <summary>22 letters and digits.</summary>
    public string SpotifyId() => random.GetString(Base62, 22);

    /// <summary>Country, registrant, year and a number of its own.</summary>
    public string Isrc(int year) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Pick(s_countries)}{random.GetString(Capitals, 2)}{random.Next(10)}{year % 100:00}{++_isrc:00000}");

    /// <summary>A UUID that says it is a random one.</summary>
    public string Mbid() =>
        $"{Digits(8)}-{Digits(4)}-4{Digits(3)}-{"89ab"[random.Next(4)]}{Digits(3)}-{Digits(12)}";

    public long DeezerId() => _deezerId += random.Next(1, 400);

    /// <summary>Two letters the wrong way round, as in many a catalogue.</summary>
    public static string Misspelt(string name)
    {
        for (var i = name.Length - 2; i > 0; i--)
        {
            if (char.IsLower(name[i - 1]) && char.IsLower(name[i]) && name[i] != name[i + 1] && char.IsLower(name[i + 1]))
                return new StringBuilder(name) { [i] = name[i + 1], [i + 1] = name[i] }.ToString();
        }

        return name;
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private string Digits(int count) => random.GetString(Hex, count);
}
