using Xunit;

namespace CacheGen.Tests.Generated;

public class ShapeTests
{
    private readonly Shapes _shapes = new(MethodCache.CreateInProcess());

    [Fact]
    public async Task TaskMethod_CalledTwice_LoadsOnceAndReturnsTheSameTask()
    {
        var first = _shapes.TaskAsync(1);
        Assert.Equal("task 1", await first);
        Assert.Same(_shapes.TaskAsync(1), _shapes.TaskAsync(1));
        Assert.Equal(1, _shapes.Calls);
    }
}
