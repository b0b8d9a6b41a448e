using CacheGen.Loads;

namespace CacheGen;

// Methods with ValidWhen: a cached value is asked about before it is served, wherever it was cached. It is engine-independent: what the
// predicate refuses is removed, unless another value has taken its place, and the call begins anew.
public abstract partial class CacheTable<TKey, TValue>
{
    // Each further one means that another caller's value came in between, or that a store serves what it was told to remove.
    private const int MaxRefusals = 3;

    private static readonly Task<bool> s_no = Task.FromResult(false);

    private readonly Arrivals<TKey, TValue> _arrivals = new();

    /// <summary>The whole of a method that returns Task and has a ValidWhen.</summary>
    public Task<TValue> GetValidTask<TSelf, TArgs>(
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source,
        Func<TSelf, TArgs, TValue, CancellationToken, ValueTask<bool>> isValid,
        CancellationToken cancellationToken = default)
    {
        var call = new CheckedCall<TSelf, TArgs>(self, args, source, isValid, IsSynchronous: false);
        if (TryGetTask(key) is not { } hit)
            return LoadValidAsync(key, call, cancellationToken);
        return call.IsValidAtOnce(hit.Result, out var answer, cancellationToken) ? hit : CheckHitAsync(key, hit.Result, answer, call, cancellationToken);
    }

    /// <summary>The whole of a method that returns ValueTask and has a ValidWhen.</summary>
    public ValueTask<TValue> GetValidValueTask<TSelf, TArgs>(
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source,
        Func<TSelf, TArgs, TValue, CancellationToken, ValueTask<bool>> isValid,
        CancellationToken cancellationToken = default)
    {
        var call = new CheckedCall<TSelf, TArgs>(self, args, source, isValid, IsSynchronous: false);
        if (!TryGet(key, out var hit))
            return new(LoadValidAsync(key, call, cancellationToken));
        return call.IsValidAtOnce(hit, out var answer, cancellationToken) ? new(hit) : new(CheckHitAsync(key, hit, answer, call, cancellationToken));
    }

    /// <summary>The whole of a method that returns the value itself and has a ValidWhen, which is then synchronous too.</summary>
    public TValue GetValid<TSelf, TArgs>(
        TKey key,
        TSelf self,
        TArgs args,
        Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source,
        Func<TSelf, TArgs, TValue, CancellationToken, ValueTask<bool>> isValid,
        CancellationToken cancellationToken = default)
    {
        var call = new CheckedCall<TSelf, TArgs>(self, args, source, isValid, IsSynchronous: true);
        if (!TryGet(key, out var hit))
            return LoadValidAsync(key, call, cancellationToken).GetAwaiter().GetResult();
        return call.IsValidAtOnce(hit, out var answer, cancellationToken)
            ? hit
            : CheckHitAsync(key, hit, answer, call, cancellationToken).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Removes the entry if it still holds this value, a stale one too, and leaves loads under way alone: what they bring is fresher
    /// than what was refused.
    /// </summary>
    protected virtual ValueTask RemoveIfAsync(TKey key, TValue value) =>
        Peek(key, out var current) && AreSame(current, value) ? RemoveAsync(key) : ValueTask.CompletedTask;

    /// <summary>The very object; of value types, an equal value.</summary>
    protected static bool AreSame(TValue a, TValue b) => Arrivals<TKey, TValue>.AreSame(a, b);

    private async Task<TValue> CheckHitAsync<TSelf, TArgs>(
        TKey key, TValue hit, Task<bool> answer, CheckedCall<TSelf, TArgs> call, CancellationToken cancellationToken)
    {
        if (await answer.ConfigureAwait(false))
            return hit;
        Counters.TakeBackHit();
        await RemoveIfAsync(key, hit).ConfigureAwait(false);
        return await LoadValidAsync(key, call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TValue> LoadValidAsync<TSelf, TArgs>(TKey key, CheckedCall<TSelf, TArgs> call, CancellationToken cancellationToken)
    {
        // Nothing is cached that could be asked about: what the source brings is this caller's own.
        if (IsPassThrough)
            return await LoadFromAsync(key, call.ToSource(this), cancellationToken).ConfigureAwait(false);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            using var window = _arrivals.Open(key);
            var source = new ArrivingSource<TKey, TValue>(call.ToSource(this), _arrivals, key);
            var value = await LoadFromAsync(key, source, cancellationToken).ConfigureAwait(false);
            if (window.Saw(value) || call.IsValidAtOnce(value, out var answer, cancellationToken) || await answer.ConfigureAwait(false))
                return value;
            // One call counts once, as the miss that it is at last.
            if (source.WasHit)
                Counters.TakeBackHit();
            else
                Counters.TakeBackMiss();
            await RemoveIfAsync(key, value).ConfigureAwait(false);
        }

        Counters.Miss();
        Counters.Load();
        return await ResultOfAsync(LoadAloneAsync(Failing(call.ToSource(this).AsPolicySays(this)), cancellationToken)).ConfigureAwait(false);
    }

    private async ValueTask<TValue> LoadAloneAsync(CacheSource<TValue> source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.InvokeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            Counters.Error();
            throw;
        }
    }

    private readonly record struct CheckedCall<TSelf, TArgs>(
        TSelf Self,
        TArgs Args,
        Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> Source,
        Func<TSelf, TArgs, TValue, CancellationToken, ValueTask<bool>> IsValid,
        bool IsSynchronous)
    {
        public CacheSource<TValue> ToSource(CacheTable table) => new CacheSource<TSelf, TArgs, TValue>(table, Self, Args, Source, IsSynchronous);

        /// <summary>Asks about a cached value. Where the predicate does not say yes at once, the task is what it says.</summary>
        public bool IsValidAtOnce(TValue value, out Task<bool> answer, CancellationToken cancellationToken)
        {
            answer = s_no;
            try
            {
                var asked = IsValid(Self, Args, value, cancellationToken);
                if (asked.IsCompletedSuccessfully)
                    return asked.Result;
                answer = asked.AsTask();
            }
            catch (Exception exception)
            {
                // The predicate threw at once, and fails the call as it would have later.
                answer = Task.FromException<bool>(exception);
            }

            return false;
        }
    }
}
