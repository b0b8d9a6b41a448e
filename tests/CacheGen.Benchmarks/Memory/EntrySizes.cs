using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Memory;

/// <summary>What the garbage collector counts of a cache, for each entry. The values are there before and not counted.</summary>
internal static class EntrySizes
{
    private const int KeyBytes = sizeof(int);

    /// <summary>Bytes per entry above an int key and its value.</summary>
    /// <param name="entries">How many entries there are.</param>
    /// <param name="tasks">Of a method that returns a task, each called twice: entries that were hit keep a completed task.</param>
    public static double? Of(int entries, bool tasks)
    {
        var releases = Enumerable.Range(0, entries).Select(id => new Release(id, "")).ToArray();
        var cache = MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = entries + 1 });
        var catalog = new StoredCatalog(releases, cache);
        Get(catalog, 0, tasks);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var id = 0; id < entries; id++)
        {
            Get(catalog, id, tasks);
            Get(catalog, id, tasks);
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(releases);
        // A cache that did not keep them all would look small.
        return cache.GetStatistics().Entries == entries ? ((double)(after - before) / entries) - KeyBytes : null;
    }

    /// <summary>The same of a dictionary of values with their times, and nothing else.</summary>
    public static double OfBare(int entries)
    {
        var cache = new BareCache<int>([]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var id = 0; id < entries; id++)
            cache.Set(id);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(cache);
        return ((double)(after - before) / entries) - KeyBytes;
    }

    private static void Get(StoredCatalog catalog, int id, bool tasks)
    {
        if (tasks)
            catalog.GetAsync(id).Wait();
        else
            catalog.Get(id);
    }
}
