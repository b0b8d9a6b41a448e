using Xunit;

namespace CacheGen.Tests.InProcess;

/// <summary>The hit path is the product: it allocates nothing, whatever the method returns and its key is made of.</summary>
public partial class AllocationTests
{
    private readonly Prices _prices = new(MethodCache.CreateInProcess());

    [Fact]
    public void HitOfATaskMethod_AllocatesNothing() =>
        Assert.Equal(0, AllocatedBy(prices => prices.TaskAsync(1).Result));

    [Fact]
    public void HitOfATaskMethodWithAReference_AllocatesNothing() =>
        Assert.Equal(0, AllocatedBy(prices => prices.ReferenceAsync("artist").Result!.Length));

    [Fact]
    public void HitOfAValueTaskMethod_AllocatesNothing() =>
        Assert.Equal(0, AllocatedBy(prices =>
        {
            var hit = prices.ValueTaskAsync(Guid.Empty);
            return hit.IsCompletedSuccessfully ? hit.Result : -1;
        }));

    [Fact]
    public void HitOfASynchronousMethodWithSeveralParameters_AllocatesNothing() =>
        Assert.Equal(0, AllocatedBy(prices => prices.Value("vinyl", 2, null)));

    [Fact]
    public void HitsThatAreAskedAbout_AllocateNothing()
    {
        Assert.Equal(0, AllocatedBy(prices => prices.CheckedAsync("artist", 2).Result!.Length));
        Assert.Equal(0, AllocatedBy(prices =>
        {
            var hit = prices.CheckedValueAsync(Guid.Empty);
            return hit.IsCompletedSuccessfully ? hit.Result : -1;
        }));
        Assert.Equal(0, AllocatedBy(prices => prices.Checked("vinyl", 2)));
    }

    [Fact]
    public void HitWithACancellableToken_AllocatesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Equal(0, AllocatedBy(prices => prices.TaskAsync(1, cancellation.Token).Result));
    }

    [Fact]
    public void HitWithTextThatIsNormalAlready_AllocatesNothing() =>
        Assert.Equal(0, AllocatedBy(prices => prices.NormAsync("pink floyd").Result));

    [Fact]
    public void HitOfAStream_AllocatesItsEnumeratorAlone()
    {
        Assert.Equal(AllocatedBy(prices => Read(prices.StreamAsync(1))), AllocatedBy(prices => Read(prices.StreamAsync(1000))));
        Assert.InRange(AllocatedBy(prices => Read(prices.StreamAsync(1000))), 1, 1000 * 400);

        static int Read(IAsyncEnumerable<int> stream)
        {
            var enumerator = stream.GetAsyncEnumerator();
            var sum = 0;
            for (var next = enumerator.MoveNextAsync(); next.IsCompletedSuccessfully && next.Result; next = enumerator.MoveNextAsync())
                sum += enumerator.Current;
            return sum;
        }
    }

    [Fact]
    public void TaskMethod_ReturnsTheSameTaskOnEveryHit()
    {
        _ = _prices.TaskAsync(1);
        Assert.Same(_prices.TaskAsync(1), _prices.TaskAsync(1));
    }

    private long AllocatedBy(Func<Prices, int> call)
    {
        for (var warmUp = 0; warmUp < 100; warmUp++)
            call(_prices);
        // What the runtime itself does on this thread, when it compiles a method anew, only adds.
        return Enumerable.Range(0, 5).Min(_ => ThousandHits());

        long ThousandHits()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var hit = 0; hit < 1000; hit++)
                call(_prices);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private sealed partial class Prices(MethodCache cache)
    {
        [Cached]
        public partial Task<int> TaskAsync(int id, CancellationToken ct = default);

        [Cached]
        public partial Task<string?> ReferenceAsync(string name);

        [Cached]
        public partial ValueTask<int> ValueTaskAsync(Guid id);

        [Cached]
        public partial int Value(string kind, int count, string? country);

        [Cached(Key = "norm:{name|norm}")]
        public partial Task<int> NormAsync(string name);

        [Cached(ValidWhen = nameof(IsValid), StoreWhen = nameof(IsName), FailWhen = nameof(IsEmpty))]
        public partial Task<string?> CheckedAsync(string name, int count);

        [Cached(ValidWhen = nameof(IsRightAsync))]
        public partial ValueTask<int> CheckedValueAsync(Guid id);

        [Cached(ValidWhen = nameof(IsPositive))]
        public partial int Checked(string kind, int count);

        private static Task<string?> CheckedCoreAsync(string name, int count) => Task.FromResult<string?>(name + count);

        private bool IsValid(string value, string name) => value.StartsWith(name, StringComparison.Ordinal);

        private static bool IsName(string value) => value.Length > 0;

        private static bool IsEmpty(string value) => value.Length == 0;

        private static ValueTask<int> CheckedValueCoreAsync(Guid id) => new(id.ToString().Length);

        private static ValueTask<bool> IsRightAsync(int value, CancellationToken ct) => new(value > 0 && !ct.IsCancellationRequested);

        private static int CheckedCore(string kind, int count) => kind.Length * count;

        private static bool IsPositive(int value) => value > 0;

        [Cached]
        public partial IAsyncEnumerable<int> StreamAsync(int count);

        private static async IAsyncEnumerable<int> StreamCoreAsync(int count)
        {
            await Task.CompletedTask;
            for (; count > 0; count--)
                yield return count;
        }

        private static Task<int> TaskCoreAsync(int id) => Task.FromResult(id);

        private static Task<string?> ReferenceCoreAsync(string name) => Task.FromResult<string?>(name);

        private static ValueTask<int> ValueTaskCoreAsync(Guid id) => new(id.ToString().Length);

        private static int ValueCore(string kind, int count, string? country) => kind.Length * count + (country?.Length ?? 0);

        private static Task<int> NormCoreAsync(string name) => Task.FromResult(name.Length);
    }
}
