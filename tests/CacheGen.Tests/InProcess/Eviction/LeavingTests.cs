using System.Runtime.CompilerServices;
using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class LeavingTests
{
    [Fact]
    public void RemovedEntries_DoNotCount()
    {
        var shelf = new Shelf(100);
        for (var key = 0; key < 100; key++)
            shelf.Ask(key);
        for (var key = 0; key < 50; key++)
            shelf.Remove(key);
        Assert.Equal(50, shelf.Policy.Count);
        for (var key = 100; key < 150; key++)
            shelf.Ask(key);
        Assert.Equal(100, shelf.Count);
        Assert.Equal(0, shelf.Policy.Evictions);
    }

    [Fact]
    public void EntryThatIsRemovedBeforeItIsAdded_IsNotKept()
    {
        var shelf = new Shelf(100);
        var item = new Shelf.Item(shelf, 1, 1, long.MaxValue);
        shelf.Policy.Left(item);
        shelf.Policy.Added(item);
        Assert.Equal(0, shelf.Policy.Count);
    }

    [Fact]
    public void EntryThatIsRemovedWhileItIsEvicted_IsCountedOnce()
    {
        var shelf = new Shelf(10);
        var items = Enumerable.Range(0, 10).Select(key => shelf.Put(key)).ToList();
        // Out of the table, and the policy has not been told yet.
        foreach (var item in items)
            Assert.True(shelf.TakeOut(item));
        for (var key = 10; key < 20; key++)
            shelf.Ask(key);
        foreach (var item in items)
            shelf.Policy.Left(item);
        Assert.Equal(shelf.Count, shelf.Policy.Count);
        for (var key = 20; key < 40; key++)
            shelf.Ask(key);
        Assert.Equal(10, shelf.Count);
        Assert.Equal(10, shelf.Policy.Count);
    }

    [Fact]
    public void ReplacedEntry_CountsOnce_AndItsUseIsInherited()
    {
        var shelf = new Shelf(100);
        shelf.Ask(-1);
        for (var key = 0; key < 10_000; key++)
        {
            shelf.Ask(key);
            if (key % 20 == 0)
                Assert.True(shelf.Ask(-1));
            // Refreshed now and then, and right after it was read.
            if (key % 100 == 0)
                shelf.Put(-1);
        }

        Assert.Equal(100, shelf.Count);
        Assert.Equal(100, shelf.Policy.Count);
    }

    [Fact]
    public void EntryThatWasEvictedBeforeItIsReplaced_LeavesTheNewOneKept()
    {
        var shelf = new Shelf(1);
        var old = shelf.Put(1);
        shelf.Put(2);
        Assert.False(shelf.Has(1));
        var fresh = new Shelf.Item(shelf, 1, 1, long.MaxValue);
        shelf.Policy.Replaced(old, fresh);
        Assert.Equal(1, shelf.Policy.Count);
    }

    [Fact]
    public void EntriesThatLeft_AreNotHeld()
    {
        var shelf = new Shelf(100);
        var evicted = AddAndForget(shelf, 0, 500);
        var removed = AddAndForget(shelf, 1000, 50);
        for (var key = 1000; key < 1050; key++)
            shelf.Remove(key);
        var replaced = AddAndForget(shelf, 2000, 20);
        for (var key = 2000; key < 2020; key++)
            shelf.Put(key);
        for (var key = 3000; key < 3200; key++)
            shelf.Ask(key);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(0, removed.Count(IsAlive));
        Assert.Equal(0, replaced.Count(IsAlive));
        // Those that are still cached live, and no others do.
        Assert.Equal(Enumerable.Range(0, 500).Count(shelf.Has), evicted.Count(IsAlive));
    }

    private static bool IsAlive(WeakReference reference) => reference.IsAlive;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> AddAndForget(Shelf shelf, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(key => new WeakReference(shelf.Put(key)))];
}
