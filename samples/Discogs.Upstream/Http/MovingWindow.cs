namespace Discogs.Upstream.Http;

/// <summary>Counts the calls of the last minute: Discogs tracks its limit over a moving window of 60 seconds.</summary>
internal sealed class MovingWindow(TimeProvider time)
{
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(60);

    private readonly Queue<long> _calls = new();
    private readonly Lock _lock = new();

    /// <summary>
    /// Takes one call of <paramref name="limit"/>. Refused calls are not counted, or a client that keeps asking would never get in.
    /// </summary>
    public bool TryTake(int limit, out int used)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            while (_calls.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= s_length)
                _calls.Dequeue();

            var taken = _calls.Count < limit;
            if (taken)
                _calls.Enqueue(now);

            used = _calls.Count;
            return taken;
        }
    }
}
