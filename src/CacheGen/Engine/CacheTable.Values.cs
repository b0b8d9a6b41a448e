namespace CacheGen;

public abstract partial class CacheTable<TKey, TValue>
{
    private readonly LearnedTtls<TValue>? _learned;

    /// <summary>What the method's attribute says of a value that was loaded or is set by hand. It calls the user's predicates: never under a lock.</summary>
    protected ValueVerdict Judge(TKey key, TValue value) => JudgeAs(_learned is null ? "" : FormatKey(key), value);

    /// <summary>As <see cref="Judge"/>, for engines that know the key as text.</summary>
    protected ValueVerdict JudgeAs(string key, TValue value)
    {
        // Before all else: a value that is not to be trusted says nothing, not even that there is none.
        if (Method.StoreWhen?.Invoke(value) == false)
            return new ValueVerdict(ValueUse.LeaveAlone);
        if (Method.IsMiss(value))
        {
            _learned?.Forget(key);
            return new ValueVerdict(ValueUse.KeepAsMiss);
        }

        var ttl = _learned?.Next(key, value) ?? Method.TtlFrom?.Invoke(value);
        return ttl <= TimeSpan.Zero ? new ValueVerdict(ValueUse.LeaveAlone) : new ValueVerdict(ValueUse.Keep, ttl);
    }

    private LearnedTtls<TValue>? Learning() => Method is { SameValue: { } isSame, Policy: { Ttl: { } shortest, MaxTtl: { } longest } }
        ? new LearnedTtls<TValue>(shortest, longest, isSame, Cache.Options.MaxEntries)
        : null;

    private CacheSource<TValue> Failing(CacheSource<TValue> source) =>
        Method.FailWhen is { } isFailure ? new FailingSource<TValue>(source, Method.Id, isFailure) : source;

    /// <summary>Where no stale value has taken the place of a failed result, the callers get that.</summary>
    private static async Task<TValue> ResultOfAsync(Task<TValue> load)
    {
        try
        {
            return await load.ConfigureAwait(false);
        }
        catch (FailedResultException<TValue> failure)
        {
            return failure.Result;
        }
    }
}
