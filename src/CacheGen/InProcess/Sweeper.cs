using CacheGen.InProcess.Eviction;

namespace CacheGen.InProcess;

/// <summary>
/// Takes out what has expired and is asked for by nobody: with one timer for the whole cache, which runs only while the cache has entries,
/// and looks at a part of them each time. It does not keep a cache alive that its user has dropped.
/// </summary>
internal sealed class Sweeper
{
    private const int PeriodInMilliseconds = 10_000;

    // So each entry is looked at about once a minute.
    private const int PeriodsPerRound = 6;
    private const int Fewest = 256;

    private readonly Clock _clock;
    private readonly WeakReference<Sweeper> _self;

    // Replaced as a whole when a room is added.
    private EvictionPolicy[] _rooms = [];
    private int _isRunning;

    public Sweeper(Clock clock)
    {
        _clock = clock;
        _self = new(this);
    }

    /// <summary>Room that is to be swept too.</summary>
    public EvictionPolicy Add(EvictionPolicy room)
    {
        lock (_self)
            Volatile.Write(ref _rooms, [.. _rooms, room]);
        return room;
    }

    /// <summary>Something was stored.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _isRunning) == 0 && Interlocked.Exchange(ref _isRunning, 1) == 0)
            Start();
    }

    private void Start() => _clock.After(
        PeriodInMilliseconds,
        static state =>
        {
            if (((WeakReference<Sweeper>)state!).TryGetTarget(out var sweeper))
                sweeper.Sweep();
        },
        _self);

    private void Sweep()
    {
        foreach (var room in Volatile.Read(ref _rooms))
            room.Sweep((int)Math.Clamp(room.Count / PeriodsPerRound, Fewest, int.MaxValue));
        if (HasEntries())
        {
            Start();
            return;
        }

        Interlocked.Exchange(ref _isRunning, 0);
        // Who stored something in between took the timer for running.
        if (HasEntries())
            Wake();
    }

    private bool HasEntries() => Array.Exists(Volatile.Read(ref _rooms), room => room.Count > 0);
}
