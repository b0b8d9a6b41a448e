namespace CacheGen.Fusion;

/// <inheritdoc/>
internal sealed class FusionLoad<TValue>(string key, string[]? tags, CacheSource<TValue> source, EntryOptions options) : FusionLoad(key, tags)
{
    private CancellationTokenSource? _cancellation;
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CacheSource<TValue> Source { get; } = source;

    /// <summary>Those that held when it began.</summary>
    public EntryOptions Options { get; } = options;

    /// <summary>The source's run, once it has begun: FusionCache's factory, or what answers the callers in its place.</summary>
    public Task<TValue>? SourceRun { get; set; }

    /// <summary>What the source failed with, by which its failures are told from those of the engine.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What FusionCache still has is none of what may serve in the place of the source's value.</summary>
    public bool RefusesStale { get; set; }

    /// <summary>What becomes of the value, once it is there.</summary>
    public ValueVerdict Verdict { get; set; }

    /// <summary>What the callers await. They go on on threads of their own: one who blocks must not hold up the others.</summary>
    public TaskCompletionSource<TValue> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Callers awaiting <see cref="Answer"/>.</summary>
    public int Callers { get; set; }

    /// <summary>FusionCache has answered, perhaps with a stale value: nobody joins any more.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>An eager refresh: nobody waits for it.</summary>
    public bool IsRefresh { get; init; }

    /// <summary>It must not wait for FusionCache's lock of the key, which an invalidated load may hold.</summary>
    public bool SkipsLock { get; init; }

    /// <summary>It does not begin before this has ended: the key is being invalidated.</summary>
    public Task? Opening { get; init; }

    /// <summary>Its last caller has left: nobody is to be told how it ends.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>The thread that is inside the source's synchronous part, by which a method that loads itself is found out.</summary>
    public int? ThreadInSource { get; set; }

    public override bool HoldsThread => ThreadInSource is not null;

    public CancellationToken Token => _cancellation?.Token ?? CancellationToken.None;

    public bool IsCancelled => _cancellation is { IsCancellationRequested: true };

    /// <summary>Only where somebody may cancel it: FusionCache goes a shorter way without a token.</summary>
    public void MakeCancellable() => _cancellation ??= new CancellationTokenSource();

    public bool CanBeJoined => !IsDetached && !IsAnswered && !IsRefresh;

    /// <summary>Ends when the key is invalidated.</summary>
    public Task Superseded => _superseded.Task;

    public override void Cancel() => _cancellation?.Cancel();

    protected override void OnDetached() => _superseded.TrySetResult();

    /// <summary>What the source threw, out of the form in which FusionCache was given it.</summary>
    public static Exception Unwrap(Exception exception) =>
        exception is SourceCanceledException or UnservableException && exception.InnerException is { } own ? own : exception;
}
