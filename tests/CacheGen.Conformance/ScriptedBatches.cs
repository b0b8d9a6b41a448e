using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CacheGen.Conformance;

/// <summary>
/// A source of many whose calls a test starts, holds and ends as it likes. Without a script the item of id 7 in the first call is "7.1", in
/// the second "7.2"; of ids from 1000 on there is none.
/// </summary>
public sealed class ScriptedBatches
{
    private readonly Channel<Call> _held = Channel.CreateUnbounded<Call>();
    private readonly ConcurrentQueue<int[]> _calls = new();
    private int _running;
    private int _most;

    /// <summary>The ids of each call, in the order of their beginning: "1,2,3 4,5".</summary>
    public string Calls => string.Join(" ", _calls.Select(ids => string.Join(",", ids)));

    /// <summary>Calls begun.</summary>
    public int Count => _calls.Count;

    /// <summary>The most calls at a time.</summary>
    public int Most => Volatile.Read(ref _most);

    /// <summary>From now on calls wait until the test ends them.</summary>
    public bool Holds { get; set; }

    /// <summary>What a call with these ids throws; null for nothing.</summary>
    public Func<int[], Exception?> Fails { get; set; } = _ => null;

    /// <summary>Runs inside each call.</summary>
    public Func<int[], Task>? OnCall { get; set; }

    public async Task<Dictionary<int, string>> LoadAsync(IEnumerable<int> given, CancellationToken cancellationToken)
    {
        var ids = given.ToArray();
        lock (_calls)
            _most = Math.Max(_most, ++_running);
        _calls.Enqueue(ids);
        var number = _calls.Count;
        try
        {
            if (OnCall is { } run)
                await run(ids);
            if (Holds)
            {
                var call = new Call(ids, cancellationToken);
                _held.Writer.TryWrite(call);
                await call.Gate.WaitAsync(cancellationToken);
            }

            if (Fails(ids) is { } failure)
                throw failure;
            return ids.Where(id => id < 1000).ToDictionary(id => id, id => $"{id}.{number}");
        }
        finally
        {
            lock (_calls)
                _running--;
        }
    }

    /// <summary>The next call that the source holds, in the order of their beginning.</summary>
    public Task<Call> NextHeldAsync() => _held.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);

    /// <summary>One call under way.</summary>
    public sealed class Call(int[] ids, CancellationToken token)
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Ids => string.Join(",", ids);

        public CancellationToken Token { get; } = token;

        public Task Gate => _gate.Task;

        public void End() => _gate.TrySetResult();

        public void Fail(Exception exception) => _gate.TrySetException(exception);
    }
}
