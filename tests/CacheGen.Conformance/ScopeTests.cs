using Xunit;

namespace CacheGen.Conformance;

/// <summary>What is one user's is never another's, whatever an engine does with it.</summary>
public abstract class ScopeTests<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly Dictionary<string, string?> _present = new() { ["tenant"] = "acme", ["user"] = "ann" };
    private int _asked;

    private PersonalCatalog Scoped { get; }

    protected ScopeTests()
    {
        Scoped = new PersonalCatalog(Cache, CacheScope.From(name =>
        {
            _asked++;
            return _present.GetValueOrDefault(name);
        }));
    }

    [Fact]
    public async Task TwoUsers_NeverShareAnEntry()
    {
        Assert.Equal("acme/ann 1", await Scoped.GetAsync(1));
        _present["user"] = "bob";
        Assert.Equal("acme/bob 1", await Scoped.GetAsync(1));
        _present["tenant"] = "other";
        Assert.Equal("other/bob 1", await Scoped.GetAsync(1));
        (_present["tenant"], _present["user"]) = ("acme", "ann");
        Assert.Equal("acme/ann 1", await Scoped.GetAsync(1));
        Assert.Equal(3, Scoped.Loads);
    }

    [Theory]
    [InlineData("a:user=b", "c", "a", "b:user=c")]
    [InlineData("a", "b:mine:1", "a:user=b", "mine:1")]
    [InlineData("a%3A", "b", "a:", "b")]
    [InlineData("%null", "b", "null", "b")]
    [InlineData(" ", "a", "a", " ")]
    public async Task NamesThatLookLikeKeys_AreKeptApart(string tenant, string user, string otherTenant, string otherUser)
    {
        (_present["tenant"], _present["user"]) = (tenant, user);
        Assert.Equal($"{tenant}/{user} 1", await Scoped.GetAsync(1));
        (_present["tenant"], _present["user"]) = (otherTenant, otherUser);
        Assert.Equal($"{otherTenant}/{otherUser} 1", await Scoped.GetAsync(1));
        Assert.NotEqual(PersonalCatalog.Cache.Get(Cache, tenant, user, 1).Key, PersonalCatalog.Cache.Get(Cache, otherTenant, otherUser, 1).Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task UnknownUser_IsToldAndNothingIsLoadedOrCached(string? user)
    {
        await Scoped.GetAsync(1);
        _present["user"] = user;
        var told = await Assert.ThrowsAsync<CacheScopeException>(() => Scoped.GetAsync(1));
        Assert.Equal(("user", "CacheGen.Conformance.PersonalCatalog.GetAsync(int)"), (told.Scope, told.Method));
        Assert.Contains("GetScope(\"user\")", told.Message, StringComparison.Ordinal);
        Assert.Equal("acme", await Scoped.OfTenantAsync());
        _present["tenant"] = user;
        Assert.Equal("tenant", (await Assert.ThrowsAsync<CacheScopeException>(Scoped.OfTenantAsync)).Scope);
        Assert.Equal(2, Scoped.Loads);
    }

    [Fact]
    public async Task Scope_IsAskedOnceACall()
    {
        await Scoped.OfTenantAsync();
        Assert.Equal(1, _asked);
        await Scoped.OfTenantAsync();
        Assert.Equal(2, _asked);

        // The source asks too, where there is a load.
        await Scoped.GetAsync(1);
        var asked = _asked;
        await Scoped.GetAsync(1);
        Assert.Equal(asked + 2, _asked);
    }

    [Fact]
    public async Task Handle_TakesTheScopeAndAsksNobody()
    {
        await Scoped.GetAsync(1);
        _present["user"] = "bob";
        await Scoped.GetAsync(1);
        var asked = _asked;
        await PersonalCatalog.Cache.Get(Cache, tenant: "acme", user: "bob", 1).RemoveAsync();
        Assert.True(PersonalCatalog.Cache.Get(Cache, "acme", "ann", 1).Peek(out var value));
        Assert.Equal("acme/ann 1", value);
        Assert.False(PersonalCatalog.Cache.Get(Cache, "acme", "bob", 1).Peek(out _));
        Assert.Throws<ArgumentException>(() => PersonalCatalog.Cache.Get(Cache, "acme", "", 1));
        Assert.Equal(asked, _asked);
    }

    [Fact]
    public async Task Parameter_IsTheScope()
    {
        Assert.Equal("ann:1", await Scoped.ByParameterAsync("ann", 1));
        Assert.Equal("bob:1", await Scoped.ByParameterAsync("bob", 1));
        Assert.Equal("ann:1", await Scoped.ByParameterAsync("ann", 1));
        await Assert.ThrowsAsync<ArgumentException>(() => Scoped.ByParameterAsync("", 1));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Scoped.ByParameterAsync(null!, 1));
        Assert.Equal(2, Scoped.Loads);
    }

    [Fact]
    public async Task StaleValueOfOneUser_IsNotServedToAnother()
    {
        await Scoped.GetAsync(1);
        Advance(Minutes(11));
        Scoped.Fails = true;
        Assert.Equal("acme/ann 1", await Scoped.GetAsync(1));
        _present["user"] = "bob";
        await Assert.ThrowsAsync<InvalidOperationException>(() => Scoped.GetAsync(1));
    }
}

/// <summary>A service whose answers are one user's.</summary>
[CachePrefix("scoped"), CacheScope("tenant"), CacheDefaults(Ttl = "10m", FailSafe = "1d")]
public sealed partial class PersonalCatalog(MethodCache cache, ICacheScope scope)
{
    public int Loads { get; private set; }

    public bool Fails { get; set; }

    [Cached(Key = "mine:{id}"), CacheScope("user")]
    public partial Task<string> GetAsync(int id);

    [Cached(Key = "all")]
    public partial Task<string> OfTenantAsync();

    [Cached(Key = "by:{id}")]
    public partial Task<string> ByParameterAsync([CacheScope("user")] string user, int id);

    private Task<string> GetCoreAsync(int id) => Load($"{scope.GetScope("tenant")}/{scope.GetScope("user")} {id}");

    private Task<string> OfTenantCoreAsync() => Load("acme");

    private Task<string> ByParameterCoreAsync(string user, int id) => Load($"{user}:{id}");

    private Task<string> Load(string value)
    {
        if (Fails)
            throw new InvalidOperationException("down");
        Loads++;
        return Task.FromResult(value);
    }
}
