namespace Samples;

/// <summary>A hash that is the same in every process, for what simulated APIs make up. (That of strings is another one each time.)</summary>
public static class StableHash
{
    /// <summary>FNV-1a.</summary>
    public static uint Of(string text, int seed = 0)
    {
        var hash = 2_166_136_261u ^ (uint)seed;
        foreach (var c in text)
            hash = (hash ^ c) * 16_777_619u;

        return hash;
    }
}
