using BenchmarkDotNet.Attributes;
using CacheGen;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Misses;

/// <summary>
/// Ten thousand callers await one key while its source is held at a gate, and then all go on. Beside it the same callers awaiting the task
/// of one TaskCompletionSource, which whoever awaits the source completes. It is made as one that many await should be: their
/// continuations run on the pool, not one after the other on the thread that completes it.
/// </summary>
public class Stampedes
{
    public const int Callers = 10_000;

    private readonly GatedCatalog _catalog = new(MethodCache.CreateInProcess());
    private readonly Task<Release>[] _callers = new Task<Release>[Callers];
    private TaskCompletionSource<Release> _gate = null!;
    private TaskCompletionSource<Release> _task = null!;
    private int _key;

    /// <summary>The most loads that any of these crowds caused; null before the first.</summary>
    internal static double? MostLoads { get; private set; }

    [IterationSetup]
    public void Close()
    {
        _key++;
        _gate = new TaskCompletionSource<Release>(TaskCreationOptions.RunContinuationsAsynchronously);
        _task = new TaskCompletionSource<Release>(TaskCreationOptions.RunContinuationsAsynchronously);
        _catalog.Close(_gate.Task);
    }

    [Benchmark(OperationsPerInvoke = Callers)]
    public Release OneKey()
    {
        for (var caller = 0; caller < Callers; caller++)
            _callers[caller] = AskAsync(_catalog, _key);
        _gate.SetResult(Release.Some);
        Task.WhenAll(_callers).Wait();
        MostLoads = Math.Max(MostLoads ?? 0, _catalog.Loads);
        return _callers[0].Result;
    }

    [Benchmark(OperationsPerInvoke = Callers)]
    public Release OneTask()
    {
        _ = LoadAsync(_gate.Task, _task);
        for (var caller = 0; caller < Callers; caller++)
            _callers[caller] = AwaitAsync(_task.Task);
        _gate.SetResult(Release.Some);
        Task.WhenAll(_callers).Wait();
        return _callers[0].Result;
    }

    private static async Task<Release> AskAsync(GatedCatalog catalog, int key) => await catalog.GetAsync(key).ConfigureAwait(false);

    private static async Task LoadAsync(Task<Release> source, TaskCompletionSource<Release> answer) =>
        answer.SetResult(await source.ConfigureAwait(false));

    private static async Task<Release> AwaitAsync(Task<Release> task) => await task.ConfigureAwait(false);
}

/// <summary>A source that answers when it is told to.</summary>
internal sealed partial class GatedCatalog(MethodCache cache)
{
    private Task<Release> _answer = Task.FromResult(Release.Some);
    private int _loads;

    public int Loads => _loads;

    public void Close(Task<Release> answer)
    {
        _answer = answer;
        _loads = 0;
    }

    [Cached(Key = "release:{id}", Ttl = "1h")]
    public partial Task<Release> GetAsync(int id);

    private Task<Release> GetCoreAsync(int id)
    {
        Interlocked.Increment(ref _loads);
        return _answer;
    }
}
