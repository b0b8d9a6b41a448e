namespace CacheGen;

/// <summary>
/// What the configuration says over the attributes of some cached methods: of one, of those of a profile, or of those of a prefix. A null
/// says nothing; <see cref="TimeSpan.Zero"/> switches a feature off.
/// </summary>
public sealed class CachePolicyOverride
{
    /// <summary>False: calls go straight to the source. True: they do not, whatever is said of the profile or the prefix.</summary>
    public bool? Enabled { get; set; }

    /// <summary>How long a value is fresh; longer than zero.</summary>
    public TimeSpan? Ttl { get; set; }

    /// <inheritdoc cref="CachePolicy.Jitter"/>
    public TimeSpan? Jitter { get; set; }

    /// <summary>How long a miss is kept; zero: it is not stored.</summary>
    public TimeSpan? MissTtl { get; set; }

    /// <inheritdoc cref="CachePolicy.MissFailSafe"/>
    public TimeSpan? MissFailSafe { get; set; }

    /// <inheritdoc cref="CachePolicy.FailSafe"/>
    public TimeSpan? FailSafe { get; set; }

    /// <inheritdoc cref="CachePolicy.SoftTimeout"/>
    public TimeSpan? SoftTimeout { get; set; }

    /// <inheritdoc cref="CachePolicy.HardTimeout"/>
    public TimeSpan? HardTimeout { get; set; }

    /// <inheritdoc cref="CachePolicy.RefreshAfter"/>
    public TimeSpan? RefreshAfter { get; set; }

    /// <summary>
    /// How many entries are kept in this process, in room of each method's own; at least 1. It is read once, when a method is first called.
    /// </summary>
    public int? MaxEntries { get; set; }

    internal CachePolicy ApplyTo(CachePolicy policy) => policy with
    {
        Ttl = Ttl ?? policy.Ttl,
        // Who configures a Ttl wants that one, not where another begins to grow.
        MaxTtl = Ttl is null ? policy.MaxTtl : null,
        Jitter = Jitter ?? policy.Jitter,
        MissTtl = MissTtl ?? policy.MissTtl,
        MissFailSafe = MissFailSafe ?? policy.MissFailSafe,
        FailSafe = FailSafe ?? policy.FailSafe,
        SoftTimeout = SoftTimeout ?? policy.SoftTimeout,
        HardTimeout = HardTimeout ?? policy.HardTimeout,
        RefreshAfter = RefreshAfter ?? policy.RefreshAfter,
        MaxEntries = MaxEntries ?? policy.MaxEntries,
    };

    internal IEnumerable<string> Problems()
    {
        if (Ttl <= TimeSpan.Zero)
            yield return $"Ttl is {Ttl}: it must be longer than zero. To switch caching off set Enabled to false.";
        if (MaxEntries < 1)
            yield return $"MaxEntries is {MaxEntries}: it must be at least 1. To switch caching off set Enabled to false.";
        var others = new (string Name, TimeSpan? Value)[]
        {
            (nameof(Jitter), Jitter), (nameof(MissTtl), MissTtl), (nameof(MissFailSafe), MissFailSafe), (nameof(FailSafe), FailSafe),
            (nameof(SoftTimeout), SoftTimeout), (nameof(HardTimeout), HardTimeout), (nameof(RefreshAfter), RefreshAfter),
        };
        foreach (var (name, value) in others)
        {
            if (value < TimeSpan.Zero)
                yield return $"{name} is {value}: it must not be negative; zero switches it off.";
        }
    }

    internal CachePolicyOverride Clone() => (CachePolicyOverride)MemberwiseClone();
}
