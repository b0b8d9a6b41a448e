using CacheGen.Loads;

namespace CacheGen;

/// <summary>
/// One call of the uncached method: the instance, the arguments and the code that joins them. It is made on a miss only,
/// so that engines need no generic virtual method and no closure on the way to it.
/// </summary>
/// <typeparam name="TValue">What the source returns.</typeparam>
public abstract class CacheSource<TValue>
{
    /// <summary>For engines that put something around a source.</summary>
    protected CacheSource(bool isSynchronous) => IsSynchronous = isSynchronous;

    /// <summary>True where the source runs to its end before it returns: to time it out, it must run on another thread.</summary>
    public bool IsSynchronous { get; }

    /// <summary>Calls the source. It may throw at once as well as later.</summary>
    public abstract ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The engine says that nobody waits for this source: its caller joined a load under way, or is answered by a value. What waits for
    /// all sources of a batch to be called or not needs to know. A source that an engine calls all the same, to refresh a value behind its
    /// callers, may be told so before or not. Never call this under a lock: the rest of the batch may run inside.
    /// </summary>
    public virtual void Unused()
    {
    }

    /// <summary>The engine answers this source's caller with a fresh value that it had all along, and has counted a hit.</summary>
    public virtual void Hit()
    {
    }

    /// <summary>To call it is not to call a method, but to join others for a call: what is taken once a call is taken there.</summary>
    internal virtual bool IsPartOfBatch => false;

    /// <summary>
    /// The source to call in this one's place for a method with BackgroundScope: a load may outlive the caller who began it, and his scoped
    /// services are gone by then.
    /// </summary>
    public virtual CacheSource<TValue> Behind() => this;
}

internal sealed class CacheSource<TSelf, TArgs, TValue>(
    CacheTable table,
    TSelf self,
    TArgs args,
    Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source,
    bool isSynchronous) : CacheSource<TValue>(isSynchronous)
{
    public override ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken) => source(self, args, cancellationToken);

    /// <summary>A static source has no instance, and so nothing that its caller's scope could take along.</summary>
    public override CacheSource<TValue> Behind() => table.Method.FreshInstance is { } fresh
        ? new ScopedSource<TSelf, TArgs, TValue>(table, fresh, self!.GetType(), args, source, IsSynchronous)
        : this;
}
