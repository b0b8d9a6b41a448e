namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What somebody may have meant who misspelt a name. The run time uses it too, for what the configuration names.</summary>
internal static class Spelling
{
    /// <summary>The names nearest to a misspelt one, best first.</summary>
    public static IEnumerable<string> Near(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(pair => pair.Distance <= Math.Max(2, name.Length / 3))
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.candidate);

    // Levenshtein's, with two rows.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
