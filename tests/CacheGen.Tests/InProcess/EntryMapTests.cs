using CacheGen.InProcess;
using Xunit;

namespace CacheGen.Tests.InProcess;

/// <summary>The hash table under the in-process engine: what is in it is found, while it grows and shrinks too.</summary>
public class EntryMapTests
{
    [Fact]
    public void EachKeyIsFound_AfterEveryGrowthAndShrinkage()
    {
        var map = new EntryMap<int, string>(new MethodCounters());
        for (var key = 0; key < 5000; key++)
        {
            Assert.Null(map.Put(EntryOf(map, key)));
            Assert.Equal(key, map.Find(key)!.Key);
        }

        Assert.Equal(5000, map.Count);
        Assert.Equal(Enumerable.Range(0, 5000), map.Keys().Order());
        for (var key = 0; key < 4990; key++)
        {
            Assert.Equal(key, map.Remove(key)!.Key);
            Assert.Null(map.Find(key));
            Assert.NotNull(map.Find(4999));
        }

        Assert.Equal(Enumerable.Range(4990, 10), map.Keys().Order());
        Assert.Equal(10, map.Count);
    }

    [Fact]
    public void AnEntry_TakesThePlaceOfTheOneWithItsKey()
    {
        var map = new EntryMap<string, string>(new MethodCounters());
        var first = EntryOf(map, "a");
        var second = EntryOf(map, "a");
        Assert.Null(map.Put(first));
        Assert.Same(first, map.Put(second));
        Assert.Same(second, map.Find("a"));
        Assert.Equal(1, map.Count);
        Assert.False(map.Remove(first));
        Assert.Same(second, map.Find("a"));
        Assert.True(map.Remove(second));
        Assert.Null(map.Remove("a"));
        Assert.Equal(0, map.Count);
    }

    [Fact]
    public void KeysWithOneHash_AreToldApart()
    {
        var map = new EntryMap<Colliding, string>(new MethodCounters());
        for (var key = 0; key < 100; key++)
            map.Put(EntryOf(map, new Colliding(key)));
        Assert.All(Enumerable.Range(0, 100), key => Assert.Equal(key, map.Find(new Colliding(key))!.Key.Value));
        Assert.Equal(50, map.Remove(new Colliding(50))!.Key.Value);
        Assert.Null(map.Find(new Colliding(50)));
        Assert.Equal(51, map.Find(new Colliding(51))!.Key.Value);
    }

    [Fact]
    public void WhatStays_IsFoundByReaders_WhileTheTableGrowsAndShrinks()
    {
        var map = new EntryMap<int, string>(new MethodCounters());
        for (var key = 0; key < 100; key++)
            map.Put(EntryOf(map, -1 - key));
        var isDone = false;
        var missed = 0;
        using var ready = new Barrier(3);
        var readers = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            ready.SignalAndWait();
            while (!Volatile.Read(ref isDone))
            {
                for (var key = 0; key < 100; key++)
                {
                    // Overtaken by a change of size in one look, a reader may miss an entry; not again and again.
                    if (map.Find(-1 - key) is null && map.Find(-1 - key) is null && map.Find(-1 - key) is null)
                        Interlocked.Increment(ref missed);
                }
            }
        })).ToList();
        readers.ForEach(reader => reader.Start());
        ready.SignalAndWait();
        for (var round = 0; round < 20; round++)
        {
            for (var key = 0; key < 10_000; key++)
                map.Put(EntryOf(map, key));
            Assert.Equal(10_100, map.Keys().Count);
            for (var key = 0; key < 10_000; key++)
                map.Remove(key);
        }

        Volatile.Write(ref isDone, true);
        readers.ForEach(reader => reader.Join());
        Assert.Equal(0, missed);
        Assert.Equal(100, map.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    [InlineData("abcd")]
    [InlineData("abcde")]
    [InlineData("abcdefgh")]
    [InlineData("abcdefghi")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789")]
    public void TheHashOfAText_DependsOnEachOfItsCharacters_AndOnNothingElse(string text)
    {
        var map = new EntryMap<string, string>(new MethodCounters());
        Assert.Equal(map.HashOf(text), map.HashOf(("x" + text)[1..]));
        for (var place = 0; place < text.Length; place++)
        {
            var other = text.ToCharArray();
            other[place] ^= '\u8001';
            Assert.NotEqual(map.HashOf(text), map.HashOf(new string(other)));
        }

        Assert.NotEqual(map.HashOf(text), map.HashOf(text + "\0"));
    }

    [Fact]
    public void HashesOfTexts_AreSpread()
    {
        var map = new EntryMap<string, string>(new MethodCounters());
        var buckets = Enumerable.Range(0, 10_000).GroupBy(number => map.HashOf("artist:" + number) & 1023).Select(bucket => bucket.Count()).ToList();
        // About 10 each; of fair dice, none of 1,024 buckets has 40.
        Assert.InRange(buckets.Count, 1015, 1024);
        Assert.InRange(buckets.Max(), 10, 40);
    }

    private static Entry<TKey, string> EntryOf<TKey>(EntryMap<TKey, string> map, TKey key)
        where TKey : notnull =>
        new(map, map.HashOf(key), key, "");

    private readonly record struct Colliding(int Value)
    {
        public override int GetHashCode() => 1;
    }
}
