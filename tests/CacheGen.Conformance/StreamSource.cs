using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CacheGen.Conformance;

/// <summary>
/// A source of streams that a test holds before any item, and of which it knows how each enumeration ended. The items are numbered; their
/// title says which enumeration gave them.
/// </summary>
public sealed class StreamSource
{
    private readonly Channel<Step> _held = Channel.CreateUnbounded<Step>();
    private int _opened;
    private int _closed;
    private int _given;

    /// <summary>How many items each stream has.</summary>
    public int Length { get; set; } = 3;

    /// <summary>Enumerations begun.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>Enumerations disposed.</summary>
    public int Closed => Volatile.Read(ref _closed);

    /// <summary>Items given, over all enumerations.</summary>
    public int Given => Volatile.Read(ref _given);

    /// <summary>Before these items (the first is 1; one after the last is the end) the source waits until the test lets it go on.</summary>
    public HashSet<int> HoldsBefore { get; } = [];

    /// <summary>Before this item the source fails.</summary>
    public int? FailsBefore { get; set; }

    /// <summary>What it fails with.</summary>
    public Exception Failure { get; } = new InvalidOperationException("down");

    /// <summary>What the enumerations were given, in the order of their beginning.</summary>
    public List<CancellationToken> Tokens { get; } = [];

    public async IAsyncEnumerable<Track> OpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = Interlocked.Increment(ref _opened);
        lock (Tokens)
            Tokens.Add(cancellationToken);
        try
        {
            for (var number = 1; number <= Length + 1; number++)
            {
                if (HoldsBefore.Contains(number))
                {
                    var step = new Step(run, number);
                    _held.Writer.TryWrite(step);
                    await step.Task.WaitAsync(cancellationToken);
                }

                if (FailsBefore == number)
                    throw Failure;
                if (number > Length)
                    break;
                Interlocked.Increment(ref _given);
                yield return new Track($"run{run}", number);
            }
        }
        finally
        {
            Interlocked.Increment(ref _closed);
        }
    }

    /// <summary>The next item that is held back.</summary>
    public Task<Step> NextHeldAsync() => _held.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);

    /// <summary>One item that an enumeration waits for.</summary>
    public sealed class Step(int run, int number)
    {
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Run { get; } = run;

        public int Number { get; } = number;

        public Task Task => _goOn.Task;

        public void GoOn() => _goOn.TrySetResult();
    }
}
