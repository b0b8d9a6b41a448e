using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.Distributed;

/// <summary>How one operation on the primary ended.</summary>
/// <param name="Succeeded">The primary did what was asked.</param>
/// <param name="Failure">Null where it succeeded, and where the circuit did not let it through.</param>
/// <param name="StillRunning">The operation where it was left after its time: what it does may yet happen.</param>
internal readonly record struct Attempt(bool Succeeded, Exception? Failure = null, Task? StillRunning = null);

/// <summary>The primary behind its circuit, each operation bounded in time.</summary>
internal sealed class GuardedPrimary(
    IDistributedCache primary, PrimaryCircuit circuit, TimeSpan timeout, TimeProvider time, Action<Exception> onOutage)
{
    /// <exception cref="OperationCanceledException">The caller's token; it says nothing about the primary.</exception>
    public async ValueTask<Attempt> TryAsync(Func<IDistributedCache, CancellationToken, Task> operation, CancellationToken callersToken)
    {
        if (!circuit.TryEnter(out var probe))
            return new Attempt(Succeeded: false);

        var began = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, callersToken);
        Task? running = null;
        try
        {
            running = operation(primary, both.Token);
            // Not every store honours its token, so the wait ends by itself.
            await running.WaitAsync(both.Token).ConfigureAwait(false);
            if (time.GetElapsedTime(began) > timeout)
                Failed(probe, new TimeoutException($"The primary cache answered after more than {timeout}."));
            else
                circuit.Succeeded(probe);
            return new Attempt(Succeeded: true);
        }
        catch (OperationCanceledException) when (callersToken.IsCancellationRequested)
        {
            circuit.Left(probe);
            Observe(running);
            throw;
        }
#pragma warning disable CA1031 // Whatever a store throws is a failure of that store.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = exception is OperationCanceledException && deadline.IsCancellationRequested
                ? new TimeoutException($"The primary cache did not answer within {timeout}.", exception)
                : exception;
            Failed(probe, failure);
            Observe(running);
            return new Attempt(Succeeded: false, failure, running is { IsCompleted: false } ? running : null);
        }
    }

    private void Failed(bool probe, Exception failure)
    {
        if (circuit.Failed(probe))
            onOutage(failure);
    }

    /// <summary>Of a task that nobody waits for any more: what it throws is not reported as unobserved.</summary>
    public static void Observe(Task? task) => task?.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
