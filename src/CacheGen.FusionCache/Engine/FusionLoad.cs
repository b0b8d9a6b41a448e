namespace CacheGen.Fusion;

/// <summary>Where a load is, as far as an invalidation must know.</summary>
internal enum LoadState
{
    /// <summary>FusionCache looks for the value; the source has not been called. What it finds in L2 it puts into L1.</summary>
    Reading,

    /// <summary>The source runs. What it brings is stored only if nobody invalidated the key meanwhile.</summary>
    Running,

    /// <summary>FusionCache stores the value, or a stale one in its place; it cannot be stopped, only waited for.</summary>
    Storing,
}

/// <summary>One load of one key under way. The lock of its <see cref="LoadStripe"/> guards what can change.</summary>
internal abstract class FusionLoad(string key, string[]? tags)
{
    private TaskCompletionSource? _settled;

    /// <summary>The whole key, as FusionCache is given it.</summary>
    public string Key { get; } = key;

    public string[]? Tags { get; } = tags;

    /// <summary>Ticks of UTC, as FusionCache's messages have them.</summary>
    public long BeganAt { get; } = DateTimeOffset.UtcNow.UtcTicks;

    public LoadState State { get; set; }

    /// <summary>Invalidated, or left by its last caller: nobody joins, and what it brings is not stored.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>Neither callers nor FusionCache nor the source have anything to do with it any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>An earlier load of the key that goes on behind its callers, or was invalidated.</summary>
    public FusionLoad? Earlier { get; set; }

    /// <summary>FusionCache's factory is under way.</summary>
    public bool IsProducing { get; set; }

    /// <summary>A thread is inside the source's synchronous part. It may be the one that invalidates, so it is not waited for.</summary>
    public abstract bool HoldsThread { get; }

    /// <summary>
    /// From now on it stores nothing. The task ends when FusionCache has nothing to do with it any more: who removes the entry after
    /// that removes all that the load may have stored. It does not wait for the source.
    /// </summary>
    public Task Detach()
    {
        if (!IsDetached)
        {
            IsDetached = true;
            OnDetached();
        }

        if (State == LoadState.Running && HoldsThread)
            return Task.CompletedTask;
        return (_settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    public bool HasTag(string tag) => Tags is not null && Tags.Contains(tag);

    /// <summary>FusionCache has done with the value, or will not store it.</summary>
    public void Settle() => _settled?.TrySetResult();

    /// <summary>Cancels the source; never called under a lock.</summary>
    public abstract void Cancel();

    protected abstract void OnDetached();
}

/// <summary>Thrown to FusionCache out of a load that was invalidated. A cancellation is the one failure it neither logs nor answers with a stale value.</summary>
internal sealed class SupersededException() : OperationCanceledException("The key was invalidated while its value was being loaded.");

/// <summary>
/// A cancellation that is the source's own (HttpClient reports its timeouts so), in a form that FusionCache takes for a failure.
/// </summary>
internal sealed class SourceCanceledException(OperationCanceledException inner) : Exception(inner.Message, inner);

/// <summary>A failure that no stale value may hide, in a form that FusionCache lets through: it answers all but cancellations with a stale value.</summary>
internal sealed class UnservableException(Exception inner) : OperationCanceledException(inner.Message, inner);
