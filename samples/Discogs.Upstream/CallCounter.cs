namespace Discogs.Upstream;

/// <summary>Counts the calls that reached the API, refused ones included.</summary>
public sealed class CallCounter
{
    private readonly int[] _byKind = new int[Enum.GetValues<EndpointKind>().Length];
    private int _rateLimited;

    /// <summary>All calls received.</summary>
    public int Total => _byKind.Sum();

    /// <summary>Those of them that were answered with 429.</summary>
    public int RateLimited => Volatile.Read(ref _rateLimited);

    /// <summary>Calls to one kind of endpoint.</summary>
    public int Of(EndpointKind kind) => Volatile.Read(ref _byKind[(int)kind]);

    internal void Add(EndpointKind kind) => Interlocked.Increment(ref _byKind[(int)kind]);

    internal void AddRateLimited() => Interlocked.Increment(ref _rateLimited);
}
