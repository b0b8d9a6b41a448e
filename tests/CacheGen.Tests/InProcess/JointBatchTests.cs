using Xunit;

namespace CacheGen.Tests.InProcess;

/// <summary>The missing items of a batch begin together, and are yet loads that others join and leave one by one.</summary>
public partial class JointBatchTests
{
    private readonly Catalog _catalog = new(MethodCache.CreateInProcess());

    [Fact]
    public async Task CallerWhoIsCancelledWhileTheSourceIsCalled_LeavesOnce_AndNotForThoseWhoJoined()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        Task<string?>? joined = null;
        var sourcesToken = CancellationToken.None;
        _catalog.OnTracks = (_, token) =>
        {
            sourcesToken = token;
            joined = Task.Run(() => _catalog.TrackAsync(1));
            // Its call is counted as it joins.
            Assert.True(SpinWait.SpinUntil(() => _catalog.Misses == 3, TimeSpan.FromSeconds(30)));
            cancellation.Cancel();
            return gate.Task;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _catalog.TracksAsync([1, 2], cancellation.Token));
        Assert.False(sourcesToken.IsCancellationRequested);
        gate.SetResult();
        Assert.Equal("1", await joined!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CallerWhoIsCancelledWhereContinuationsAreQueued_LeavesOnce()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        _catalog.OnTracks = (_, _) => gate.Task;
        var batch = _catalog.TracksAsync([1, 2], cancellation.Token);
        var single = _catalog.TrackAsync(1);
        // As a UI's thread has one: what awaits the batch does not go on inside of Cancel.
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        cancellation.Cancel();
        SynchronizationContext.SetSynchronizationContext(before);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        gate.SetResult();
        Assert.Equal("1", await single.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SourceOfOneItem_ThatAsksTheBatchForItself_IsToldSo()
    {
        _catalog.OnTrack = async (id, _) => (await _catalog.TracksAsync([5, id, 6], CancellationToken.None))[id];
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.TrackAsync(1));
        Assert.Contains("would wait for itself for ever", exception.Message, StringComparison.Ordinal);
        // What the batch has begun beside it has ended.
        _catalog.OnTrack = null;
        Assert.Equal("5", await _catalog.TrackAsync(5));
        Assert.Equal("1", await _catalog.TrackAsync(1));
    }

    [Fact]
    public async Task SourceOfABatch_MayAskForAnItemThatSomebodyElseLoads()
    {
        var gate = new TaskCompletionSource();
        _catalog.OnTrack = async (id, _) =>
        {
            await gate.Task;
            return "other " + id;
        };
        var other = _catalog.TrackAsync(2);
        Task<string?>? asked = null;
        _catalog.OnTracks = (ids, _) =>
        {
            Assert.Equal([1], ids);
            asked = _catalog.TrackAsync(2, CancellationToken.None);
            return Task.CompletedTask;
        };
        var batch = _catalog.TracksAsync([1, 2]);
        gate.SetResult();
        Assert.Equal("other 2", (await batch)[2]);
        Assert.Equal("1", (await batch)[1]);
        Assert.Equal("other 2", await asked!);
        Assert.Equal("other 2", await other);
    }

    [Fact]
    public async Task OneKeyTwice_AndAnItemRemovedMeanwhile_AreAnsweredAll()
    {
        var gate = new TaskCompletionSource();
        _catalog.OnTracks = (_, _) => gate.Task;
        var batch = _catalog.TracksAsync([1, 2, 1]);
        _catalog.Remove(2);
        gate.SetResult();
        Assert.Equal(["1", "2"], (await batch).Values);
        Assert.True(_catalog.Has(1));
        Assert.False(_catalog.Has(2));
    }

    private sealed partial class Catalog(MethodCache cache)
    {
        public Func<IReadOnlyCollection<int>, CancellationToken, Task>? OnTracks { get; set; }

        public Func<int, CancellationToken, Task<string?>>? OnTrack { get; set; }

        public long Misses => cache.GetStatistics().Misses;

        [Cached(Key = "track:{id}", Ttl = "1h")]
        public partial Task<string?> TrackAsync(int id, CancellationToken ct = default);

        [CachedBatch(Of = nameof(TrackAsync))]
        public partial Task<Dictionary<int, string>> TracksAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

        public void Remove(int id) => Cache.Track(cache, id).Remove();

        public bool Has(int id) => Cache.Track(cache, id).Peek(out _);

        private Task<string?> TrackCoreAsync(int id, CancellationToken ct) => OnTrack is { } on ? on(id, ct) : Task.FromResult<string?>($"{id}");

        private async Task<Dictionary<int, string>> TracksCoreAsync(IReadOnlyCollection<int> ids, CancellationToken ct)
        {
            if (OnTracks is { } on)
                await on(ids, ct);
            return ids.ToDictionary(id => id, id => $"{id}");
        }
    }
}
