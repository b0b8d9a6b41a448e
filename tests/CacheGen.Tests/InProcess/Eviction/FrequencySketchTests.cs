using CacheGen.InProcess.Eviction;
using Xunit;

namespace CacheGen.Tests.InProcess.Eviction;

public class FrequencySketchTests
{
    [Fact]
    public void Estimate_IsWhatWasAdded_AndSaturatesAt15()
    {
        var sketch = new FrequencySketch();
        Assert.Equal(0, sketch.Estimate(Hash(1)));
        sketch.Add(Hash(1), 1, 100);
        sketch.Add(Hash(1), 3, 100);
        Assert.Equal(4, sketch.Estimate(Hash(1)));
        Assert.Equal(0, sketch.Estimate(Hash(2)));
        for (var i = 0; i < 20; i++)
            sketch.Add(Hash(3), 1, 10_000);
        Assert.InRange(sketch.Estimate(Hash(3)), 14, 15);
    }

    [Fact]
    public void Growth_LosesNoCount()
    {
        var sketch = new FrequencySketch();
        for (var key = 0; key < 20; key++)
            sketch.Add(Hash(key), 8, 1_000_000);
        // Each of them is another size, up to some thousand entries.
        for (var key = 1000; key < 1100; key++)
            sketch.Add(Hash(key), 1, 1_000_000);
        // All but a few, which the aging has come by meanwhile.
        Assert.InRange(Enumerable.Range(0, 20).Count(key => sketch.Estimate(Hash(key)) >= 8), 17, 20);
    }

    [Fact]
    public void CountsAge()
    {
        var sketch = new FrequencySketch();
        sketch.Add(Hash(-1), 8, 256);
        for (var key = 0; key < 2560; key++)
            sketch.Add(Hash(key), 1, 256);
        Assert.InRange(sketch.Estimate(Hash(-1)), 4, 6);
        for (var key = 0; key < 10 * 2560; key++)
            sketch.Add(Hash(key), 1, 256);
        Assert.InRange(Enumerable.Range(-200, 100).Average(key => sketch.Estimate(Hash(key))), 0, 6);
    }

    [Fact]
    public void ManyKeys_AreToldApart()
    {
        var sketch = new FrequencySketch();
        for (var key = 0; key < 10_000; key++)
            sketch.Add(Hash(key), 1, 10_000);
        for (var key = 0; key < 100; key++)
            sketch.Add(Hash(key), 7, 10_000);
        Assert.InRange(Enumerable.Range(0, 100).Average(key => sketch.Estimate(Hash(key))), 6, 9);
        Assert.InRange(Enumerable.Range(100, 9900).Average(key => sketch.Estimate(Hash(key))), 0.5, 2);
    }

    private static uint Hash(int key)
    {
        var hash = (uint)key * 0x9E3779B9;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
