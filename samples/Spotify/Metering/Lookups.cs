namespace Dj.Metering;

/// <summary>Hits and misses so far.</summary>
internal readonly record struct Lookups(long Hits, long Misses)
{
    public double? HitRateSince(Lookups earlier) =>
        Hits + Misses == earlier.Hits + earlier.Misses ? null : (double)(Hits - earlier.Hits) / (Hits + Misses - earlier.Hits - earlier.Misses);
}
