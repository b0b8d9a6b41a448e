using System.ComponentModel;
using System.Runtime.CompilerServices;
using CacheGen.InProcess;

namespace CacheGen;

/// <summary>
/// A cache of methods' answers: what a service takes in its constructor, and what each engine implements.
/// Get one from <c>services.AddCacheGen()</c>, <see cref="CreateInProcess"/>, or <see cref="None"/>.
/// </summary>
public abstract partial class MethodCache
{
    private readonly object _growing = new();
    private CacheTable?[] _tables = [];
    private CacheGenOptions _options;

    /// <summary>For engines.</summary>
    /// <param name="options">What holds for the whole cache. Changes made to the object later concern other caches.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    protected MethodCache(CacheGenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options.Snapshot();
        KeyPrefix = options.KeyPrefix.Length == 0 ? "" : options.KeyPrefix + ":";
    }

    /// <summary>Stores nothing and always calls the source: for unit tests, and to switch caching off.</summary>
    public static MethodCache None { get; } = new PassThroughCache();

    /// <summary>What holds for the whole cache now; see <see cref="Configure"/>.</summary>
    protected internal CacheGenOptions Options => Volatile.Read(ref _options);

    /// <summary>The cache's prefix with its colon, or empty.</summary>
    protected internal string KeyPrefix { get; }

    /// <summary>False where methods may call their sources without the leases that their RateLimit asks for.</summary>
    internal virtual bool LimitsLoads => true;

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

    /// <summary>
    /// From now on other options hold: Enabled, DefaultTtl, FailSafeThrottle and the overrides of methods, profiles and prefixes. All
    /// others stay as they were when the cache was made. A load that begins after this has the new times, as has what is stored by hand;
    /// entries that are there keep theirs. Where AddCacheGen made the cache, this is called when its configuration changes.
    /// </summary>
    /// <param name="options">Changes made to the object later have no effect.</param>
    /// <exception cref="ArgumentException">An option makes no sense, or names a method, profile or prefix that does not exist.</exception>
    public void Configure(CacheGenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        lock (_growing)
        {
            Volatile.Write(ref _options, _options.With(options));
            Volatile.Write(ref _tables, [.. _tables.Select(table => table is null ? null : InUse(table.Engines))]);
            foreach (var table in Tables)
                table.Reconfigure();
        }
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

    /// <summary>The tables made so far, those of methods that are switched off too.</summary>
    protected IEnumerable<CacheTable> Tables => Volatile.Read(ref _tables).OfType<CacheTable>().Select(table => table.Engines);

    /// <summary>What a method's attribute says, with what the options say over it.</summary>
    internal CachePolicy PolicyOf(CachedMethod method)
    {
        var policy = Options.OverridesOf(method).Aggregate(method.Policy, (policy, said) => said.ApplyTo(policy));
        // The mark of a long stream sends its readers to the source: when that fails, it helps nobody.
        return method.MaxItems > 0 ? policy with { MissFailSafe = null } : policy;
    }

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
            var table = (CacheTable<TKey, TValue>)InUse(CreateTable(method));
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

    // A method that is switched off has another table in its slot, so that those that are on have nothing to ask.
    private CacheTable InUse(CacheTable table) =>
        Options.Enabled && (Options.OverridesOf(table.Method).LastOrDefault(said => said.Enabled is not null)?.Enabled ?? true) ? table : table.SwitchedOff();
}
