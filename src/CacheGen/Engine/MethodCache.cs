using System.ComponentModel;
using System.Runtime.CompilerServices;
using CacheGen.InProcess;

namespace CacheGen;

/// <summary>
/// A cache of methods' answers: what a service takes in its constructor, and what each engine implements.
/// Get one from <c>services.AddCacheGen()</c>, <see cref="CreateInProcess"/>, or <see cref="None"/>.
/// </summary>
public abstract class MethodCache
{
    private readonly object _growing = new();
    private CacheTable?[] _tables = [];

    /// <summary>For engines.</summary>
    /// <param name="options">What holds for the whole cache. Changes made to the object later concern other caches.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    protected MethodCache(CacheGenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options.Snapshot();
        KeyPrefix = options.KeyPrefix.Length == 0 ? "" : options.KeyPrefix + ":";
    }

    /// <summary>Stores nothing and always calls the source: for unit tests, and to switch caching off.</summary>
    public static MethodCache None { get; } = new PassThroughCache();

    /// <summary>What holds for the whole cache.</summary>
    protected internal CacheGenOptions Options { get; }

    /// <summary>The cache's prefix with its colon, or empty.</summary>
    protected internal string KeyPrefix { get; }

    /// <summary>False where there are no loads to speak of: each call is its caller's own, and nothing is put around its source.</summary>
    internal virtual bool Loads => true;

    /// <summary>A cache in this process's memory, without dependency injection.</summary>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public static MethodCache CreateInProcess(CacheGenOptions? options = null) => new InProcessCache(options ?? new CacheGenOptions());

    /// <summary>The table of one method: an array slot, once it is there.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CacheTable<TKey, TValue> Table<TKey, TValue>(CachedMethod<TKey, TValue> method)
        where TKey : notnull
    {
        var tables = Volatile.Read(ref _tables);
        var index = method.Index;
        // The slot of a method only ever holds a table made for that very method, so the cast needs no check.
        return (uint)index < (uint)tables.Length && tables[index] is { } table
            ? Unsafe.As<CacheTable<TKey, TValue>>(table)
            : AddTable(method);
    }

    /// <summary>Removes the entry with this key, whichever method it is of; a load of it under way is not stored.</summary>
    /// <param name="key">The whole key, as <see cref="CacheHandle{TValue}.Key"/> shows it.</param>
    public abstract void Remove(string key);

    /// <inheritdoc cref="Remove"/>
    public abstract ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Removes every entry filed under this tag, of whichever method; loads of such entries under way are not stored.</summary>
    /// <param name="tag">A tag as the methods' <c>Tags</c> format it: <c>"artist:42"</c>.</param>
    public abstract void RemoveByTag(string tag);

    /// <inheritdoc cref="RemoveByTag"/>
    public abstract ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default);

    /// <summary>Removes every entry of every method; loads under way are not stored.</summary>
    public abstract void Clear();

    /// <inheritdoc cref="Clear"/>
    public abstract ValueTask ClearAsync(CancellationToken cancellationToken = default);

    /// <summary>What happened so far, per method; methods that were never called are not listed.</summary>
    public CacheStatistics GetStatistics() => new([.. Tables
        .Select(MethodStatistics.Of)
        .OrderBy(method => method.Method, StringComparer.Ordinal)]);

    /// <summary>The tables made so far.</summary>
    protected IEnumerable<CacheTable> Tables => Volatile.Read(ref _tables).OfType<CacheTable>();

    /// <summary>Makes the engine's table for a method; called once for each method.</summary>
    protected abstract CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method)
        where TKey : notnull;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CacheTable<TKey, TValue> AddTable<TKey, TValue>(CachedMethod<TKey, TValue> method)
        where TKey : notnull
    {
        lock (_growing)
        {
            var tables = _tables;
            if (method.Index < tables.Length && tables[method.Index] is { } existing)
                return (CacheTable<TKey, TValue>)existing;
            var table = CreateTable(method);
            // A new array each time: a reader without the lock sees the old one or the new one, each whole. The engine may have
            // asked for another table just now.
            tables = _tables;
            var grown = new CacheTable?[Math.Max(tables.Length, method.Index + 1)];
            tables.CopyTo(grown, 0);
            grown[method.Index] = table;
            Volatile.Write(ref _tables, grown);
            return table;
        }
    }
}
