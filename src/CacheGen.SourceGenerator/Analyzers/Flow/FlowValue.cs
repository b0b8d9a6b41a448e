namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>What is done with a value.</summary>
internal enum Use
{
    /// <summary>Only whether it is valid is asked: who passes a wrong one gets an exception, and no other answer.</summary>
    Guard,

    /// <summary>A method of it is called, as one calls a service's.</summary>
    Receiver,

    /// <summary>The answer may depend on it.</summary>
    Read,
}

/// <summary>
/// A local, a parameter or what a function returns: where it comes from, and what is asked of it. Whichever is heard of first,
/// each question reaches each origin once, so that loops and recursion end.
/// </summary>
internal sealed class FlowValue
{
    /// <summary>Of more members than this it is asked as a whole: a loop that walks a tree makes ever new paths.</summary>
    private const int MostPaths = 32;

    private readonly HashSet<(string Path, Use Use)> _asked = [];
    private readonly List<Action<string, Use>> _origins = [];

    public void ComesFrom(Action<string, Use> origin)
    {
        _origins.Add(origin);
        foreach (var (path, use) in _asked.ToArray())
            origin(path, use);
    }

    public void Ask(string path, Use use)
    {
        if (_asked.Count > MostPaths)
            path = "";
        if (!_asked.Add((path, use)))
            return;
        foreach (var origin in _origins.ToArray())
            origin(path, use);
    }
}
