using Xunit;

namespace CacheGen.Tests.Keys;

/// <summary>What nullable annotations rule out at compile time is refused at run time, before it becomes a key.</summary>
public class NullArgumentTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
    private readonly Values _values = new(s_cache);
    private readonly Templates _templates = new(s_cache);

    [Fact]
    public void NullForText_IsRefused() => Refused("value", () => _values.Text(null!), () => Values.Cache.Text(s_cache, null!));

    [Fact]
    public void NullForAUriOrVersion_IsRefused()
    {
        Refused("value", () => _values.Uri(null!), () => Values.Cache.Uri(s_cache, null!));
        Refused("value", () => _values.Version(null!), () => Values.Cache.Version(s_cache, null!));
    }

    [Fact]
    public void NullForOneOfSeveral_IsRefused() =>
        Refused("name", () => _templates.Literals(1, null!), () => Templates.Cache.Literals(s_cache, 1, null!));

    [Fact]
    public void NullForACollection_IsRefused()
    {
        Refused("ids", () => new Collections(s_cache).List(null!), () => Collections.Cache.List(s_cache, null!));
        Refused("tags", () => new Collections(s_cache).HashSet(null!), () => Collections.Cache.HashSet(s_cache, null!));
    }

    [Fact]
    public void NullForARecord_IsRefused() =>
        Refused("search", () => new Records(s_cache).Record(null!), () => Records.Cache.Record(s_cache, null!));

    [Fact]
    public void NullOnTheWayToAMember_IsRefused()
    {
        Refused("user", () => _templates.Path(null!), () => Templates.Cache.Path(s_cache, null!));
        Refused("user.Name", () => _templates.Path(new User { Name = null! }), () => Templates.Cache.Path(s_cache, new User { Name = null! }));
        Refused("named.Name", () => Templates.Cache.ThroughInterface(s_cache, new NoName()));
    }

    private static void Refused(string parameter, params Func<object>[] calls) =>
        Assert.All(calls, call => Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(call).ParamName));

    private sealed class NoName : INamed
    {
        public string Name => null!;
    }
}
