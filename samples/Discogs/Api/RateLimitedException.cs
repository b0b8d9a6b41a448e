namespace Discogs.Api;

/// <summary>Discogs answered 429, and went on doing so when the call was repeated.</summary>
public sealed class RateLimitedException(TimeSpan? retryAfter)
    : Exception("Discogs allows 60 calls a minute, and they are used up. Try again in a minute.")
{
    /// <summary>How long Discogs asks to wait, if it says so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
