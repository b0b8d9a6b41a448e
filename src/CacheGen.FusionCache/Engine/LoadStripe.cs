namespace CacheGen.Fusion;

/// <summary>The loads of some keys. Lock it to touch it, or what can change of its loads.</summary>
internal sealed class LoadStripe
{
    private readonly Dictionary<string, FusionLoad> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gate> _closed = new(StringComparer.Ordinal);

    /// <summary>The load of the key that began last, if it is still under way.</summary>
    public FusionLoad? Latest(string key) => _latest.GetValueOrDefault(key);

    /// <summary>Ends when the key is not being invalidated any more; null where it is not.</summary>
    public Task? Opening(string key) => _closed.GetValueOrDefault(key)?.Opened;

    public void Add(FusionLoad load)
    {
        load.Earlier = Latest(load.Key);
        _latest[load.Key] = load;
    }

    /// <summary>Takes out a load that is over.</summary>
    public void Remove(FusionLoad load)
    {
        load.IsOver = true;
        var later = Latest(load.Key);
        if (later == load)
        {
            if (load.Earlier is { } earlier)
                _latest[load.Key] = earlier;
            else
                _latest.Remove(load.Key);
            return;
        }

        while (later is not null && later.Earlier != load)
            later = later.Earlier;
        if (later is not null)
            later.Earlier = load.Earlier;
    }

    public Task Detach(string key) => Task.WhenAll(Of(Latest(key)).Select(load => load.Detach()));

    public IEnumerable<Task> DetachAll(Func<FusionLoad, bool> applies) => _latest.Values.SelectMany(Of).Where(applies).Select(load => load.Detach());

    /// <summary>Loads that begin from now on wait for <see cref="Open"/>, and for whoever closed the key before.</summary>
    public Gate Close(string key) => _closed[key] = new Gate(Opening(key));

    public void Open(string key, Gate gate)
    {
        gate.Open();
        if (_closed.GetValueOrDefault(key) == gate)
            _closed.Remove(key);
    }

    private static IEnumerable<FusionLoad> Of(FusionLoad? latest)
    {
        for (var load = latest; load is not null; load = load.Earlier)
            yield return load;
    }

    /// <summary>One invalidation under way. It waits for loads older than itself only, and they for older ones only: never in a circle.</summary>
    internal sealed class Gate
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Gate(Task? before) => Opened = before is null ? _open.Task : Task.WhenAll(before, _open.Task);

        public Task Opened { get; }

        public void Open() => _open.TrySetResult();
    }
}
