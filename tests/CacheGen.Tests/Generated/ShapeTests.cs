using Xunit;

namespace CacheGen.Tests.Generated;

public class ShapeTests
{
    private readonly MethodCache _cache = MethodCache.CreateInProcess();
    private readonly Shapes _shapes;

    public ShapeTests() => _shapes = new Shapes(_cache);

    [Fact]
    public async Task TaskMethod_CalledTwice_LoadsOnce()
    {
        Assert.Equal("task 1", await _shapes.TaskAsync(1));
        Assert.Equal("task 1", await _shapes.TaskAsync(1));
        Assert.Equal(1, _shapes.Calls);
    }

    [Fact]
    public void ParamsAndDefaults_AreInTheKey()
    {
        Assert.Equal("1 null ", _shapes.Value(1));
        Assert.Equal("1 b ", _shapes.Value(1, "b"));
        Assert.Equal("1 b 2 3", _shapes.Value(1, "b", 2, 3));
        Assert.Equal("1 b 2 3", _shapes.Value(1, "b", [2, 3]));
        Assert.Equal(3, _shapes.Calls);
    }

    [Fact]
    public async Task AwkwardNamesAndSources_Work()
    {
        Assert.Equal(42, await _shapes.NoParametersAsync());
        Assert.Equal("1x", await _shapes.NamedSource(default, 1, "x"));
        Assert.Equal(3, await _shapes.ValueTaskAsync("abc"));
        Assert.Empty(await _shapes.GenericAsync<string, int>(1, null, new object(), "k", 1, 2, 3));
    }

    [Fact]
    public async Task GenericMethod_EachTypeArgumentListHasEntriesOfItsOwn()
    {
        Assert.NotSame(
            await _shapes.GenericAsync<string, int>(1, null, this, "k", 1, 2, 3),
            await _shapes.GenericAsync<Uri, int>(1, null, this, "k", 1, 2, 3));
        Assert.NotEqual(
            Shapes.Cache.Generic<string, int>(_cache, 1, "k", 1, 2, 3).Key,
            Shapes.Cache.Generic<Uri, int>(_cache, 1, "k", 1, 2, 3).Key);
    }

    [Fact]
    public async Task StaticMethodOfAGenericType_IsCachedPerType()
    {
        var first = await Outer<int>.StaticAsync(1);
        Assert.Equal(first, await Outer<int>.StaticAsync(1));
        Assert.StartsWith("String 1", await Outer<string>.StaticAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NestedRecordStruct_TakesItsCacheAsAParameter()
    {
        var inner = new Outer<string>.Inner<Guid>(7);
        var first = await inner.GetAsync(_cache, 1);
        Assert.StartsWith("String Guid 7 1", first, StringComparison.Ordinal);
        Assert.Equal(first, await inner.GetAsync(_cache, 1));
    }

    [Fact]
    public void StructWithAPrimaryConstructor_IsCached()
    {
        Assert.Equal(6, new Point(_cache, 3).Scaled(2));
        Assert.Equal(6, new Point(_cache, 4).Scaled(2));
    }

    [Fact]
    public async Task RecordWithAMemberCalledCache_KeepsIt()
    {
        var shop = new Shop("Alpha", _cache);
        Assert.Equal("Alpha lp", await shop.PriceAsync("lp"));
        Assert.Same(_cache, shop.Cache);
        Assert.True(Shop.CacheEntries.Price(_cache, "lp").Peek(out _));
    }

    [Fact]
    public async Task OverriddenMethod_IsCachedByTheOverride()
    {
        Repository users = new UserRepository(_cache);
        Assert.Equal("user 1", await users.GetAsync(1));
        Assert.True(UserRepository.Cache.Get(_cache, 1).Peek(out _));
        Assert.False(Repository.Cache.Get(_cache, 1).Peek(out _));
        Assert.Null(await new UserRepository(_cache).FindAsync(null));
    }

    [Fact]
    public void ExtensionMethod_IsCachedByItsKey()
    {
        var first = "Pink Floyd".Slug(4);
        Assert.Equal(first, "PINK FLOYD".Slug(4));
    }
}
