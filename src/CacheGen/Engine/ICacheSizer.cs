namespace CacheGen;

/// <summary>Says how much memory values take, for <see cref="CacheGenOptions.MaxBytes"/>.</summary>
public interface ICacheSizer
{
    /// <summary>
    /// The bytes of a key and a value, about; what the cache itself needs for an entry is added. It is asked once for each value that is
    /// stored, on the thread that stores it; below zero counts as zero. What it throws reaches who stored the value.
    /// </summary>
    /// <param name="method">The method whose value it is.</param>
    /// <param name="key">The key arguments.</param>
    /// <param name="value">The value; null for a miss.</param>
    long SizeOf<TKey, TValue>(CachedMethod<TKey, TValue> method, TKey key, TValue value)
        where TKey : notnull;
}
