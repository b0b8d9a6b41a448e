using System.Diagnostics;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>Waits for what another node has to learn. It waits for a condition, never for a time.</summary>
public static class Soon
{
    /// <summary>How long news of a node may take to the others.</summary>
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>How long after an outage the nodes may take to agree again: to connect, then FusionCache's delay, then news.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(15);

    /// <summary>How long one call may take while Redis is away.</summary>
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(10);

    // Between two looks the processor is left to those who are waited for.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    public static async Task TrueAsync(TimeSpan deadline, Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition().WaitAsync(Call))
        {
            if (waited.Elapsed > deadline)
                throw new TimeoutException($"After {deadline.TotalSeconds} s it was still not true that {what}.");
            await Task.Delay(s_pause);
        }
    }
}
