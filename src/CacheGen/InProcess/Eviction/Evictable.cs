namespace CacheGen.InProcess.Eviction;

/// <summary>What the eviction policy keeps of an entry, in the entry itself: 24 bytes, and no node beside it.</summary>
internal abstract class Evictable
{
    /// <summary>What a counter of so few steps cannot tell apart is in the sketch; a hot entry is written three times per look.</summary>
    private const byte MaxUses = 3;

    private byte _uses;

    /// <summary>The key's hash code, as good or bad as the key's type has it, and another one in each table.</summary>
    public abstract int Fingerprint { get; }

    /// <summary>What the entry takes of the cache's MaxBytes; it never changes.</summary>
    public virtual int Weight => 1;

    // All below is the policy's, under its lock.
    internal Evictable? Newer { get; set; }

    internal Evictable? Older { get; set; }

    /// <summary>One more than the number of the duel that it won and that is not settled; 0 without one.</summary>
    internal ushort Duel { get; set; }

    internal Place Place { get; set; }

    /// <summary>How often it is let pass without having been read again.</summary>
    internal byte Chances { get; set; }

    /// <summary>It was read since it was last looked at.</summary>
    internal bool IsUsed => _uses > 0;

    /// <summary>
    /// A hit. No lock and no interlocked operation: a count that is lost costs nothing worth either, and a write to a shared cache
    /// line costs every reader, so that a hot entry is hardly ever written.
    /// </summary>
    public void Touch()
    {
        var uses = _uses;
        if (uses < MaxUses)
            _uses = (byte)(uses + 1);
    }

    /// <summary>No fallback either: nobody will be served it any more.</summary>
    public abstract bool IsOver(long now);

    /// <summary>Takes the entry out of its table; false where it had been replaced or removed before.</summary>
    public abstract bool TryRemove();

    /// <summary>It was taken out to make room for another.</summary>
    public virtual void CountEviction()
    {
    }

    /// <summary>The hits since the last look, of which the next look hears no more.</summary>
    internal int TakeUses()
    {
        var uses = _uses;
        if (uses > 0)
            _uses = 0;
        return uses;
    }

    /// <summary>A new value for the same key is as popular as the old one.</summary>
    internal void Inherit(Evictable old) => _uses = Math.Max(_uses, old._uses);
}

/// <summary>Where an entry is.</summary>
internal enum Place : byte
{
    /// <summary>Not known to the policy yet.</summary>
    Nowhere,

    /// <summary>Among the newcomers.</summary>
    Window,

    /// <summary>Among those that had to be better than another to stay.</summary>
    Main,

    /// <summary>In no table any more.</summary>
    Gone,
}
