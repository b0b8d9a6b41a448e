namespace CacheGen.Fusion;

/// <summary>The loads under way in this process, by key: of a whole cache, since an invalidation by key knows no method.</summary>
internal sealed class LoadRegistry
{
    private const int StripeCount = 64;

    private readonly LoadStripe[] _stripes = new LoadStripe[StripeCount];

    public LoadRegistry()
    {
        for (var i = 0; i < StripeCount; i++)
            _stripes[i] = new LoadStripe();
    }

    public LoadStripe StripeOf(string key) => _stripes[key.GetHashCode(StringComparison.Ordinal) & (StripeCount - 1)];

    /// <summary>
    /// Removes or replaces what is stored under a key. No load that began before is stored afterwards, and none begins meanwhile: it
    /// could still find the old value in L2 and put it into L1 after the removal.
    /// </summary>
    public async ValueTask InvalidateAsync(string key, Func<ValueTask> invalidate)
    {
        var stripe = StripeOf(key);
        var (settled, gate) = Close(stripe, key);
        try
        {
            await settled.ConfigureAwait(false);
            await invalidate().ConfigureAwait(false);
        }
        finally
        {
            Open(stripe, key, gate);
        }
    }

    /// <inheritdoc cref="InvalidateAsync"/>
    public void Invalidate(string key, Action invalidate)
    {
        var stripe = StripeOf(key);
        var (settled, gate) = Close(stripe, key);
        try
        {
            settled.GetAwaiter().GetResult();
            invalidate();
        }
        finally
        {
            Open(stripe, key, gate);
        }
    }

    /// <summary>From now on the loads of the key store nothing. The task ends when what they have stored before is stored.</summary>
    public Task Detach(string key)
    {
        var stripe = StripeOf(key);
        lock (stripe)
            return stripe.Detach(key);
    }

    /// <inheritdoc cref="Detach"/>
    public Task DetachAll(Func<FusionLoad, bool> applies)
    {
        var settling = new List<Task>();
        foreach (var stripe in _stripes)
        {
            lock (stripe)
                settling.AddRange(stripe.DetachAll(applies));
        }

        return Task.WhenAll(settling);
    }

    private static (Task Settled, LoadStripe.Gate Gate) Close(LoadStripe stripe, string key)
    {
        lock (stripe)
            return (stripe.Detach(key), stripe.Close(key));
    }

    private static void Open(LoadStripe stripe, string key, LoadStripe.Gate gate)
    {
        lock (stripe)
            stripe.Open(key, gate);
    }
}
