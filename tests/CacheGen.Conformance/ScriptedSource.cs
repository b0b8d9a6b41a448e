using System.Threading.Channels;

namespace CacheGen.Conformance;

/// <summary>A source whose loads a test starts, holds and ends as it likes. Without a script it answers "v1", "v2", …</summary>
public sealed class ScriptedSource
{
    private readonly Channel<Load> _held = Channel.CreateUnbounded<Load>();
    private int _loads;

    /// <summary>Loads begun.</summary>
    public int Loads => Volatile.Read(ref _loads);

    /// <summary>From now on loads wait until the test ends them.</summary>
    public bool Holds { get; set; }

    /// <summary>What loads throw; null for none.</summary>
    public Exception? Fails { get; set; }

    /// <summary>What loads answer instead of "v1", "v2", …</summary>
    public Func<string?>? Answers { get; set; }

    /// <summary>Looks at the context in which each load begins.</summary>
    public Action? OnLoad { get; set; }

    public Task<string?> LoadAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _loads);
        OnLoad?.Invoke();
        if (Holds)
        {
            var load = new Load(cancellationToken);
            _held.Writer.TryWrite(load);
            return load.Task;
        }

        return Fails is { } failure ? Task.FromException<string?>(failure) : Task.FromResult(Answers is null ? $"v{number}" : Answers());
    }

    /// <summary>The next load that the source holds, in the order of their beginning.</summary>
    public Task<Load> NextHeldAsync() => _held.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);

    /// <summary>One load under way.</summary>
    public sealed class Load(CancellationToken token)
    {
        private readonly TaskCompletionSource<string?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What the engine gave the source.</summary>
        public CancellationToken Token { get; } = token;

        public Task<string?> Task => _answer.Task;

        public void Answer(string? value) => _answer.TrySetResult(value);

        public void Fail(Exception exception) => _answer.TrySetException(exception);
    }
}
