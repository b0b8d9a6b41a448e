using CacheGen;

namespace Dj.Analysis;

/// <summary>What of a track nobody could be asked.</summary>
internal sealed class Gaps
{
    private readonly SortedSet<string> _upstreams = new(StringComparer.Ordinal);

    /// <summary>By name, in alphabetical order.</summary>
    public IReadOnlyList<string> Upstreams
    {
        get
        {
            lock (_upstreams)
                return [.. _upstreams];
        }
    }

    /// <summary>The answer; null, and a gap, where the upstream does not give one.</summary>
    public async Task<T?> OrNullAsync<T>(Func<Task<T?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (UpstreamException e)
        {
            Add(e.Upstream);
        }
        catch (CacheRateLimitException e)
        {
            Add(e.Limiter);
        }

        return default;
    }

    private void Add(string upstream)
    {
        lock (_upstreams)
            _upstreams.Add(upstream);
    }
}
