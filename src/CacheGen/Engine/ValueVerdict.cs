namespace CacheGen;

/// <summary>What an engine does with a value that was loaded, or is set by hand.</summary>
public enum ValueUse
{
    /// <summary>It is stored.</summary>
    Keep,

    /// <summary>It stands for "there is none": stored for MissTtl where there is one, else the entry goes; a fallback for MissFailSafe only.</summary>
    KeepAsMiss,

    /// <summary>
    /// It is not stored, and what is stored stays, stale values too, as the fallback they are. Set by hand, such a value removes the
    /// entry: who sets it says that the stored one is wrong.
    /// </summary>
    LeaveAlone,
}

/// <summary>What a method's attribute says of one value.</summary>
/// <param name="Use">What becomes of it.</param>
/// <param name="Ttl">How long this very value is fresh; null for the policy's Ttl. Of values to keep only.</param>
public readonly record struct ValueVerdict(ValueUse Use, TimeSpan? Ttl = null);

/// <summary>What an engine does with the stale value of a key whose load has failed.</summary>
public enum StaleUse
{
    /// <summary>It is served, where there is one.</summary>
    Serve,

    /// <summary>It is not served this time: the failure reaches the callers. It stays for other failures.</summary>
    Refuse,

    /// <summary>The entry goes, on all nodes: the failure says that the thing is gone.</summary>
    Forget,
}
