using System.Diagnostics;

namespace CacheGen.Conformance;

/// <summary>Waits for what happens on another thread. It waits for a condition, never for a time.</summary>
public static class Eventually
{
    /// <summary>After this long the condition is taken never to come, and the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"It never came true that {what}.");
            await Task.Yield();
        }
    }
}
