using BenchmarkDotNet.Attributes;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Batches;

/// <summary>
/// Batches of a hundred ids of which ninety are cached, each with ten others that no batch before had; and what such a batch cannot do
/// without: the source's call for ten, and the dictionary of a hundred that it returns.
/// </summary>
public class BatchHits
{
    private const int Calls = 250;
    private const int Ids = 100;
    private const int Missing = 10;
    private const int Thousand = 1000;

    private static readonly int[] s_hundred = [.. Enumerable.Range(0, Ids)];
    private static readonly int[] s_thousand = [.. Enumerable.Range(0, Thousand)];
    private static readonly int[] s_ten = [.. Enumerable.Range(0, Missing)];
    private static readonly int[][] s_mixed = [.. Enumerable.Range(0, Calls).Select(Mixed)];

    private BatchCatalog _catalog = null!;

    [IterationSetup]
    public void Fill()
    {
        _catalog = new BatchCatalog(MethodCache.CreateInProcess());
        _catalog.GetAsync(s_thousand).Wait();
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public int NinetyOfHundred()
    {
        var items = 0;
        foreach (var ids in s_mixed)
            items += _catalog.GetAsync(ids).Result.Count;
        return Expect(items, Calls * Ids);
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public int AllOfHundred()
    {
        var items = 0;
        for (var call = 0; call < Calls; call++)
            items += _catalog.GetAsync(s_hundred).Result.Count;
        return Expect(items, Calls * Ids);
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public int AllOfThousand()
    {
        var items = 0;
        for (var call = 0; call < Calls; call++)
            items += _catalog.GetAsync(s_thousand).Result.Count;
        return Expect(items, Calls * Thousand);
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public int SourceOfTen()
    {
        var items = 0;
        for (var call = 0; call < Calls; call++)
            items += BatchCatalog.GetCoreAsync(s_ten).Result.Count;
        return Expect(items, Calls * Missing);
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public int DictionaryOfHundred()
    {
        var items = 0;
        for (var call = 0; call < Calls; call++)
        {
            var found = new Dictionary<int, Release>(Ids);
            foreach (var id in s_hundred)
                found.Add(id, Release.Some);
            items += found.Count;
        }

        return Expect(items, Calls * Ids);
    }

    // The cached ones in between the missing ones, as they come.
    private static int[] Mixed(int call)
    {
        var ids = s_hundred.ToArray();
        for (var i = 0; i < Missing; i++)
            ids[(i * Ids / Missing) + 3] = Thousand + (call * Missing) + i;
        return ids;
    }

    private static int Expect(int items, int expected) => items == expected ? items : throw new InvalidOperationException($"{items} items in place of {expected}.");
}
