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

        var ttl = Method.TtlFrom is { } from ? from(value) : Learn(key, value);
        return ttl <= TimeSpan.Zero ? new ValueVerdict(ValueUse.LeaveAlone) : new ValueVerdict(ValueUse.Keep, ttl);
    }

    // A Ttl that the configuration says takes the place of one that learns.
    private TimeSpan? Learn(string key, TValue value) =>
        _learned is not null && Policy is { Ttl: { } shortest, MaxTtl: { } longest } ? _learned.Next(key, value, shortest, longest) : null;

    private LearnedTtls<TValue>? Learning() =>
        Method.SameValue is { } isSame ? new LearnedTtls<TValue>(isSame, Cache.Options.MaxEntries) : null;

    private CacheSource<TValue> Failing(CacheSource<TValue> source) =>
        Method.FailWhen is { } isFailure ? new FailingSource<TValue>(source, Method.Id, isFailure) : source;

    /// <summary>Where no stale value has taken the place of a failed result, the callers get that.</summary>
    private static async Task<TValue> ResultOfAsync(ValueTask<TValue> load)
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
