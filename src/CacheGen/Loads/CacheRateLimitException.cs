using System.Globalization;

namespace CacheGen;

/// <summary>
/// The rate limiter of a cached method refused a load, and there was no stale value to serve; or that of a method that writes refused a call, and
/// nothing was written or invalidated. The source was not called.
/// </summary>
public sealed class CacheRateLimitException : Exception
{
    /// <summary>For engines and tests.</summary>
    /// <param name="method">The id of the cached method.</param>
    /// <param name="limiter">The name of its limiter.</param>
    /// <param name="retryAfter">When the limiter says to come again, if it does.</param>
    public CacheRateLimitException(string method, string limiter, TimeSpan? retryAfter)
        : this($"a load of {method}, and there is no stale value to serve", method, limiter, retryAfter)
    {
    }

    private CacheRateLimitException(string refused, string method, string limiter, TimeSpan? retryAfter)
        : base($"The rate limiter '{limiter}' refused {refused}: {When(retryAfter)}.")
    {
        Method = method;
        Limiter = limiter;
        RetryAfter = retryAfter;
    }

    /// <summary>The id of the method.</summary>
    public string Method { get; }

    /// <summary>The limiter's name, as the method's attribute has it.</summary>
    public string Limiter { get; }

    /// <summary>How long to wait before the next attempt; null where the limiter does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static CacheRateLimitException OfWrite(string method, string limiter, TimeSpan? retryAfter) => new($"a call of {method}", method, limiter, retryAfter);

    private static string When(TimeSpan? retryAfter) => retryAfter is { } after
        ? string.Create(CultureInfo.InvariantCulture, $"try again in {Math.Max(Math.Ceiling(after.TotalMilliseconds), 1) / 1000:0.###} s")
        : "try again later (the limiter does not say when)";
}
