namespace CacheGen.Benchmarks.Hits;

/// <summary>
/// The calls for one kind of key, by the key's place in the working set. Implemented by structs: the JIT makes the loops of
/// <see cref="Hits{TSubject}"/> anew for each, with these calls inlined, so nothing stands between a loop and what it measures.
/// </summary>
public interface ISubject
{
    Release? Bare(int place);

    Release Value(int place);

    Task<Release> Task(int place);

    ValueTask<Release> ValueTask(int place);

    Task<Release?> MemoryCache(int place);

    Task<Release> Proxy(int place);

    Task<Release> LeanProxy(int place);
}
