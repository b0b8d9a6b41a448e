using System.Diagnostics.CodeAnalysis;

namespace CacheGen.Batching;

/// <summary>
/// The loads of several keys that an engine has begun together, for a caller who calls their source: they begin, end and are cancelled in
/// one go, and yet each can be joined, left and invalidated by itself. Keys are spoken of by their places in the caller's list.
/// </summary>
internal abstract class JointLoad<TKey, TValue> : BatchChunk<TKey, TValue>
    where TKey : notnull
{
    /// <summary>The load of this key has begun here; that of any other was under way, or was not needed.</summary>
    public abstract bool HasBegun(int place);

    /// <summary>What is known by now, without waiting.</summary>
    public abstract bool TryGet(int place, [MaybeNullWhen(false)] out TValue value);

    /// <summary>What answers the caller.</summary>
    public abstract Task<TValue> AnswerAsync(int place);

    /// <summary>The caller waits no longer.</summary>
    public abstract void Leave();

    /// <summary>For the source; cancelled when nobody waits for any of the keys.</summary>
    protected abstract CancellationToken Token { get; }

    /// <summary>What the source brought for the keys that it was asked for.</summary>
    protected abstract void Succeed(Dictionary<TKey, TValue> answers);

    /// <summary>The source brought nothing.</summary>
    protected abstract void Fail(Exception exception);

    /// <summary>Calls the source; never throws.</summary>
    public async ValueTask RunAsync<TId>(BatchSource<TKey, TId, TValue> source, TId[] ids)
        where TId : notnull
    {
        // As with a single load: where nobody waits any more, nobody asks the source.
        if (Token.IsCancellationRequested)
            return;
        try
        {
            Succeed(await Invoke(source, ids).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private ValueTask<Dictionary<TKey, TValue>> Invoke<TId>(BatchSource<TKey, TId, TValue> source, TId[] ids)
        where TId : notnull
    {
        var before = Enter();
        try
        {
            return source.InvokeAsync(ids, Token);
        }
        finally
        {
            Exit(before);
        }
    }
}
