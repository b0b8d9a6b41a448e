using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CacheGen.InProcess;

/// <summary>The default engine: typed tables in this process's memory, nothing to install.</summary>
internal sealed class InProcessCache : MethodCache
{
    private readonly CacheGenOptions _options;

    public InProcessCache(CacheGenOptions options) : base(options.KeyPrefix)
    {
        options.Validate();
        _options = options = options.Snapshot();
        Clock = new Clock(options.TimeProvider);
        Eviction = new EvictionQueue(options.MaxEntries, Clock);
        Logger = options.LoggerFactory?.CreateLogger<MethodCache>() ?? NullLogger<MethodCache>.Instance;
    }

    public Clock Clock { get; }

    public EvictionQueue Eviction { get; }

    public ILogger Logger { get; }

    protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) =>
        new InProcessTable<TKey, TValue>(method, this, KeyPrefix, new Lifetimes(method.Policy, _options));
}
