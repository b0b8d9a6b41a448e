using Xunit;

namespace CacheGen.Tests.InProcess;

/// <summary>A batch that finds everything allocates its result, and nothing for an item beside that.</summary>
public partial class BatchAllocationTests
{
    private const int Count = 100;

    private readonly Prices _prices = new(MethodCache.CreateInProcess());
    private readonly int[] _ids = [.. Enumerable.Range(0, Count)];

    [Fact]
    public void BatchOfHits_AllocatesItsResult()
    {
        var result = AllocatedBy(() => new Dictionary<int, string>(Count)) + AllocatedBy(() => new List<int>(Count));
        var batch = AllocatedBy(() => _prices.GetManyAsync(_ids).Result);
        // The task, and what holds the result while it is filled.
        Assert.InRange(batch - result, 0, 300);
    }

    private static long AllocatedBy(Func<object> call)
    {
        for (var warmUp = 0; warmUp < 100; warmUp++)
            call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
    }

    private sealed partial class Prices(MethodCache cache)
    {
        [CachedBatch(Ttl = "1h")]
        public partial Task<IReadOnlyDictionary<int, string>> GetManyAsync(IReadOnlyCollection<int> ids);

        private static Task<Dictionary<int, string>> GetManyCoreAsync(IReadOnlyCollection<int> ids) => Task.FromResult(ids.ToDictionary(id => id, id => $"{id}"));
    }
}
