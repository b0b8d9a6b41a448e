using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

/// <summary>When an entry ends, as a moment: so that a copy made later ends when the original would have.</summary>
internal readonly record struct Expiry(DateTimeOffset? At, TimeSpan? Sliding)
{
    public static Expiry Of(DistributedCacheEntryOptions options, DateTimeOffset now) => new(
        options.AbsoluteExpirationRelativeToNow is { } relative ? Later(now, relative) : options.AbsoluteExpiration,
        options.SlidingExpiration);

    public bool IsPast(DateTimeOffset now) => At <= now;

    public DistributedCacheEntryOptions ToOptions() => new() { AbsoluteExpiration = At, SlidingExpiration = Sliding };

    public static DateTimeOffset Later(DateTimeOffset now, TimeSpan by) =>
        by < DateTimeOffset.MaxValue - now ? now + by : DateTimeOffset.MaxValue;
}
