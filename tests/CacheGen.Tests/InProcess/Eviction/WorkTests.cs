using System.Runtime.CompilerServices;
using CacheGen.InProcess.Eviction;
using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class WorkTests
{
    [Fact]
    public void OneAddition_LooksAtAFewEntriesOnly_EvenWhereAllWereRead()
    {
        var shelf = new Shelf(10_000);
        for (var round = 0; round < 4; round++)
        {
            for (var key = 0; key < 10_000; key++)
                shelf.Ask(key);
        }

        for (var key = 10_000; key < 12_000; key++)
        {
            var before = shelf.Looks;
            shelf.Ask(key);
            // One of the sweep, eight chances, and the two that are compared, each perhaps twice.
            Assert.InRange(shelf.Looks - before, 1, 16);
        }
    }

    [Fact]
    public void Hit_WritesTheEntryThreeTimesAtMost_UntilItIsLookedAt()
    {
        var shelf = new Shelf(10);
        var item = shelf.Put(1);
        for (var hit = 0; hit < 1000; hit++)
            item.Touch();
        Assert.Equal(3, item.TakeUses());
        Assert.Equal(0, item.TakeUses());
    }

    [Fact]
    public void BoundThatNobodyReaches_TakesNoMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var shelf = new Shelf(int.MaxValue);
        shelf.Ask(1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    [Fact]
    public void PolicysPartOfAnEntry_Is24Bytes()
    {
        _ = new Bare();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bare = new Bare();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(bare);
        // With the object's header and its type.
        Assert.Equal(24 + (2 * Unsafe.SizeOf<nint>()), bytes);
    }

    private sealed class Bare : Evictable
    {
        public override int Fingerprint => 0;

        public override bool IsOver(long now) => false;

        public override bool TryRemove() => false;
    }
}
