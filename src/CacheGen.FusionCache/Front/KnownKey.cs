namespace CacheGen.Fusion;

/// <summary>
/// What is remembered of one key that is asked for: all that depends on the key alone, and so is never wrong, and with a front the value of
/// this moment.
/// </summary>
internal sealed class KnownKey<TKey, TValue>(TKey key, int hash, string text, KeyVersions.Slots slots)
    where TKey : notnull
{
    private long _nextRefreshCheck;
    private volatile FrontValue<TValue>? _front;

    public TKey Key { get; } = key;

    /// <summary>As <see cref="KnownKeys{TKey, TValue}.Find"/> made it.</summary>
    public int Hash { get; } = hash;

    /// <summary>The whole key, as FusionCache is given it.</summary>
    public string Text { get; } = text;

    /// <summary>Where changes of the key, and of its tags, are seen.</summary>
    public KeyVersions.Slots Slots { get; } = slots;

    /// <summary>Set by each hit, cleared when another key looks for a place.</summary>
    public bool Visited { get; set; }

    /// <summary>When FusionCache is to be asked again whether the value is due for its eager refresh.</summary>
    public long NextRefreshCheck
    {
        get => Volatile.Read(ref _nextRefreshCheck);
        set => Volatile.Write(ref _nextRefreshCheck, value);
    }

    /// <summary>The value, while it need not be asked for; null where there is none.</summary>
    public FrontValue<TValue>? Front
    {
        get => _front;
        set => _front = value;
    }
}

/// <summary>A value that FusionCache had a moment ago.</summary>
/// <param name="value">The very object that it holds.</param>
/// <param name="stamp">The versions of the key's slots before FusionCache was asked: when they change, the value may be another.</param>
/// <param name="until">Then it is to be asked again, whatever the versions say.</param>
internal sealed class FrontValue<TValue>(TValue value, int stamp, long until)
{
    private Task<TValue>? _task;

    public TValue Value { get; } = value;

    public int Stamp { get; } = stamp;

    public long Until { get; } = until;

    /// <summary>The completed task that all hits of a method returning Task share.</summary>
    public Task<TValue> Task => _task ??= System.Threading.Tasks.Task.FromResult(Value);
}
