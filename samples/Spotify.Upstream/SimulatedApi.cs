using System.Collections.Concurrent;

namespace Dj.Upstream;

/// <summary>One of the simulated APIs, as seen from outside: where it is, what reached it, and whether it works.</summary>
public sealed class SimulatedApi
{
    /// <summary>Under which heading calls to Spotify's accounts service are counted.</summary>
    public const string Token = "token";

    private readonly ConcurrentDictionary<string, int> _byEndpoint = new();
    private int _calls;
    private int _refused;

    internal SimulatedApi(string name, string path)
    {
        Name = name;
        Path = path;
        BaseAddress = new Uri("http://127.0.0.1" + path);
    }

    /// <summary>Spotify, Deezer, MusicBrainz or Last.fm.</summary>
    public string Name { get; }

    /// <summary>What takes the place of the real base address. Ends in a slash.</summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>All calls received, refused ones included, but for calls for tokens.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Calls received by the accounts service. None but Spotify has one.</summary>
    public int TokenCalls => _byEndpoint.GetValueOrDefault(Token);

    /// <summary>Those of the calls that were refused because there were too many.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>While true, every call is answered with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>
    /// How many calls each endpoint received. Spotify: playlist, page (of a playlist), features (of many tracks), feature (of one), track,
    /// search, user, me, add, remove and token; Deezer: track, isrc and search; MusicBrainz: recording; Last.fm: its methods' names.
    /// What is not one of these is "other".
    /// </summary>
    public IReadOnlyDictionary<string, int> CallsByEndpoint => new Dictionary<string, int>(_byEndpoint);

    internal string Path { get; }

    /// <summary>Begins to count anew. What counts towards a limit still does.</summary>
    public void Reset()
    {
        Volatile.Write(ref _calls, 0);
        Volatile.Write(ref _refused, 0);
        _byEndpoint.Clear();
    }

    internal void ListenAt(Uri root) => BaseAddress = new Uri(root, Path);

    internal void CountCall(string endpoint)
    {
        if (endpoint != Token)
            Interlocked.Increment(ref _calls);
        _byEndpoint.AddOrUpdate(endpoint, 1, (_, count) => count + 1);
    }

    internal void CountRefusal() => Interlocked.Increment(ref _refused);
}
