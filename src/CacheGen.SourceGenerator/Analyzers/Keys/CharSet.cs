namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>Characters: any of ASCII, and one range of the others.</summary>
internal readonly record struct CharSet(ulong Low, ulong High, int From, int To)
{
    public static CharSet None { get; } = new(0, 0, 0x10000, 0);

    public bool IsEmpty => Low == 0 && High == 0 && From > To;

    /// <summary>One for an example: what is easiest to read.</summary>
    public char Example
    {
        get
        {
            foreach (var c in "1aA")
            {
                if (Contains(c))
                    return c;
            }

            for (var c = 0; c < 0x80; c++)
            {
                if (Contains((char)c))
                    return (char)c;
            }

            // A letter, where there is one: most of what comes before is control characters.
            return (char)(From <= 'é' && 'é' <= To ? 'é' : From);
        }
    }

    public CharSet Add(char from, char to)
    {
        var (low, high) = (Low, High);
        for (int c = from; c <= to && c < 0x80; c++)
        {
            if (c < 64)
                low |= 1UL << c;
            else
                high |= 1UL << (c - 64);
        }

        return to < 0x80 ? this with { Low = low, High = high } : new CharSet(low, high, Math.Max((int)from, 0x80), to);
    }

    public CharSet And(CharSet other) => new(Low & other.Low, High & other.High, Math.Max(From, other.From), Math.Min(To, other.To));

    private bool Contains(char c) => ((c < 64 ? Low >> c : High >> (c - 64)) & 1) != 0;
}
