namespace Dj;

/// <summary>An upstream did not answer, or answered that it cannot: it is down, it refuses, or the key is not accepted.</summary>
/// <param name="upstream">Which one: Spotify, Deezer, MusicBrainz, Last.fm.</param>
/// <param name="problem">What it said, such as "503 Service Unavailable".</param>
/// <param name="inner">What the HTTP client threw, if it did.</param>
public class UpstreamException(string upstream, string problem, Exception? inner = null)
    : Exception($"{upstream} does not answer: {problem}", inner)
{
    public string Upstream { get; } = upstream;
}

/// <summary>An upstream refused a call because there were too many.</summary>
public sealed class UpstreamLimitException(string upstream, string problem, TimeSpan? retryAfter) : UpstreamException(upstream, problem)
{
    /// <summary>How long the upstream asks to wait, if it says so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
