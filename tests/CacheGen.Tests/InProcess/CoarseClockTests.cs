using CacheGen.InProcess;
using Xunit;

namespace CacheGen.Tests.InProcess;

public class CoarseClockTests
{
    // No bound on how far it is behind: a busy machine may keep any thread waiting.
    [Fact]
    public void TheTime_GoesOn_AndIsNeverAheadOfTheSystems()
    {
        var begin = CoarseClock.Now;
        Assert.InRange(begin, 0, Environment.TickCount64);
        Assert.True(SpinWait.SpinUntil(() => CoarseClock.Now >= begin + 50, TimeSpan.FromSeconds(30)));
        var now = CoarseClock.Now;
        Assert.InRange(now, begin + 50, Environment.TickCount64);
    }

    [Fact]
    public void ThePreciseTime_IsTheSystems_AndBringsTheCoarseOneUpToDate()
    {
        var before = Environment.TickCount64;
        Assert.InRange(CoarseClock.Precise(), before, Environment.TickCount64);
        // The clock's own thread may just write what it has read before.
        Assert.True(SpinWait.SpinUntil(() => CoarseClock.Now >= before, TimeSpan.FromSeconds(30)));
    }
}
