namespace CacheGen.Distributed;

/// <summary>When <see cref="FallbackDistributedCache"/> gives up on its primary, and what it keeps in its secondary.</summary>
public sealed class FallbackDistributedCacheOptions
{
    /// <summary>
    /// How long one asynchronous operation on the primary may take before the secondary answers in its place; 500 milliseconds
    /// by default, far above what a healthy store in the same network needs. A synchronous operation cannot be left waiting:
    /// there the primary's own timeout is the bound, and one that took longer than this counts as a failure.
    /// </summary>
    public TimeSpan PrimaryTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After this many failures in a row the primary is left alone; 3 by default.</summary>
    public int FailuresToOpen { get; set; } = 3;

    /// <summary>How long the primary is left alone before one operation tries it again; 10 seconds by default.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether what is written to the primary is written to the secondary too, so that it is there in an outage. False by
    /// default, which is right for several nodes with a secondary each: a node's copy does not learn what other nodes write to the
    /// primary, and would be served in its place. A lone node may set it; each write then also waits for the secondary.
    /// </summary>
    public bool MirrorWrites { get; set; }

    /// <summary>What becomes of the keys written in an outage; <see cref="ReturnMode.Remove"/> by default.</summary>
    public ReturnMode OnReturn { get; set; } = ReturnMode.Remove;

    /// <summary>
    /// How many keys written in an outage are remembered in memory; 100,000 by default. Further ones are remembered by markers
    /// in the secondary, which is then asked before each read of the primary, for <see cref="LongestLifetime"/>.
    /// </summary>
    public int JournalCapacity { get; set; } = 100_000;

    /// <summary>
    /// The longest time that any entry of this cache lives; 7 days by default. A marker must outlive what it guards against: an
    /// old entry of the primary.
    /// </summary>
    public TimeSpan LongestLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// What the secondary's keys begin with. Null, the default, is a new prefix for each instance: what an earlier process left
    /// behind is never read, for nobody knows what it missed. Give a constant to keep the secondary's content across restarts,
    /// or to share it between nodes, where that matters more.
    /// </summary>
    public string? SecondaryPrefix { get; set; }

    /// <summary>The clock; <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PrimaryTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FailuresToOpen);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BreakDuration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(JournalCapacity);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LongestLifetime, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (!Enum.IsDefined(OnReturn))
            throw new ArgumentOutOfRangeException(nameof(OnReturn), OnReturn, "Not a way to return.");
    }
}

/// <summary>What becomes of the keys written in an outage when the primary is back.</summary>
public enum ReturnMode
{
    /// <summary>
    /// Their values are copied to the primary, with the lifetime that remains. Right for one node: were another node able to
    /// write to the primary meanwhile, the copy would replace its newer value.
    /// </summary>
    Copy,

    /// <summary>They are removed from the primary and loaded again. For several nodes: it never brings an old value back.</summary>
    Remove,
}

/// <summary>How <see cref="FallbackDistributedCache"/> stands to its primary.</summary>
public enum PrimaryState
{
    /// <summary>The primary is used.</summary>
    Closed,

    /// <summary>The primary is left alone; the secondary answers.</summary>
    Open,

    /// <summary>One operation tries the primary; the secondary answers all others.</summary>
    HalfOpen,
}
