namespace Samples;

/// <summary>
/// The limit of a simulated API: at most <paramref name="limit"/> calls in any span of <paramref name="length"/>, as APIs count that
/// track a moving window.
/// </summary>
public sealed class MovingWindow(int limit, TimeSpan length, TimeProvider time)
{
    private readonly Queue<long> _calls = new();
    private readonly Lock _lock = new();

    /// <summary>Takes a call, if there is one left. Refused calls are not counted, or a client that keeps asking would never get in.</summary>
    /// <param name="used">The calls taken within the window, this one included.</param>
    /// <param name="retryAfter">Where it is refused: how long until the next call is free.</param>
    public bool TryTake(out int used, out TimeSpan retryAfter)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            while (_calls.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= length)
                _calls.Dequeue();

            var taken = _calls.Count < limit;
            if (taken)
                _calls.Enqueue(now);

            used = _calls.Count;
            retryAfter = taken ? TimeSpan.Zero : length - time.GetElapsedTime(_calls.Peek(), now);
            return taken;
        }
    }
}
