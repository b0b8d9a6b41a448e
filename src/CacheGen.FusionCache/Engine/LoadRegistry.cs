namespace CacheGen.Fusion;

/// <summary>The loads under way in this process, by key: of a whole cache, since an invalidation by key knows no method.</summary>
internal sealed class LoadRegistry
{
    private const int StripeCount = 64;

    private readonly Dictionary<string, FusionLoad>[] _stripes = new Dictionary<string, FusionLoad>[StripeCount];

    public LoadRegistry()
    {
        for (var i = 0; i < StripeCount; i++)
            _stripes[i] = new Dictionary<string, FusionLoad>(StringComparer.Ordinal);
    }

    /// <summary>The loads of this key and some others, the latest of each; lock it to touch them.</summary>
    public Dictionary<string, FusionLoad> StripeOf(string key) => _stripes[key.GetHashCode(StringComparison.Ordinal) & (StripeCount - 1)];

    /// <summary>Under the stripe's lock: the load becomes the latest of its key.</summary>
    public static void Add(Dictionary<string, FusionLoad> stripe, FusionLoad load)
    {
        stripe.TryGetValue(load.Key, out var earlier);
        load.Earlier = earlier;
        stripe[load.Key] = load;
    }

    /// <summary>Under the stripe's lock: takes out a load that is over.</summary>
    public static void Remove(Dictionary<string, FusionLoad> stripe, FusionLoad load)
    {
        load.IsOver = true;
        if (!stripe.TryGetValue(load.Key, out var latest))
            return;
        if (latest == load)
        {
            if (load.Earlier is null)
                stripe.Remove(load.Key);
            else
                stripe[load.Key] = load.Earlier;
            return;
        }

        for (var later = latest; later.Earlier is { } earlier; later = earlier)
        {
            if (earlier == load)
            {
                later.Earlier = load.Earlier;
                return;
            }
        }
    }

    /// <summary>Invalidates the loads of one key. Once the task has ended, none of them will store anything.</summary>
    public Task Detach(string key)
    {
        var stripe = StripeOf(key);
        lock (stripe)
            return stripe.TryGetValue(key, out var latest) ? Detach(latest) : Task.CompletedTask;
    }

    /// <inheritdoc cref="Detach(string)"/>
    public Task DetachAll()
    {
        var settling = new List<Task>();
        foreach (var stripe in _stripes)
        {
            lock (stripe)
                settling.AddRange(stripe.Values.Select(Detach));
        }

        return Task.WhenAll(settling);
    }

    private static Task Detach(FusionLoad latest)
    {
        var first = latest.Detach();
        return latest.Earlier is null ? first : Task.WhenAll(first, Detach(latest.Earlier));
    }
}
