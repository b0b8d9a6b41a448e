using Xunit;

namespace CacheGen.Tests.Keys;

public class OwnKeyTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Fact]
    public void OwnTransforms_WriteWhatTheyReturn()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Key("o:tenant=t:a%2Fb:(2,odd):20260102T000000Z", OwnKeys.Cache.Transformed(s_cache, "t", "a:b", 5, time));
        Key("o:tenant=t:%null:(2,%null):%null", OwnKeys.Cache.Transformed(s_cache, "t", null, 4, null));
        Key("o:tenant=t:3.5:a%2Fb", OwnKeys.Cache.Collapsing(s_cache, "t", "x:y", "A:B"));
    }

    [Fact]
    public void KeyFrom_IsTheMethodPart()
    {
        Key("o:tenant=t:a%3Ab", OwnKeys.Cache.FromText(s_cache, "t", "a", "b"));
        Key("o:tenant=t:%null", OwnKeys.Cache.FromText(s_cache, "t", null, null));
        Key("o:tenant=t:(%null,5):v2", OwnKeys.Cache.FromTuple(s_cache, "t", 5, null));
    }

    [Fact]
    public void MarkedMembers_AreTheKey()
    {
        var person = new Person { Name = "a", Number = 1.50m, Session = this };
        Key("o:tenant=t:Marked:%null:(a,1.5)", OwnKeys.Cache.Marked(s_cache, "t", null, person));
        OwnKeys.Cache.Marked(s_cache, "t", person, person).Set(7);
        Assert.True(OwnKeys.Cache.Marked(s_cache, "t", new Person { Name = "a", Number = 1.5m }, new Person { Name = "a", Number = 1.500m }).Peek(out _));
        Assert.Throws<ArgumentNullException>("boss", () => OwnKeys.Cache.Marked(s_cache, "t", null, null!));
    }

    [Fact]
    public void Scopes_StandInFrontEachWithItsName() =>
        Key("o:tenant=t:user=u:org.unit=a%3Ab:5", OwnKeys.Cache.Scoped(s_cache, "t", "u", "5", "a:b"));

    [Fact]
    public void Scopes_CostAHitNothing()
    {
        var catalog = new OwnKeys(s_cache, CacheScope.From(static name => name));
        for (var warmUp = 0; warmUp < 100; warmUp++)
            catalog.Scoped("5", "u");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var hit = 0; hit < 100; hit++)
            catalog.Scoped("5", "u");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Key(string expected, CacheHandle<int> handle) => Assert.Equal(expected, handle.Key);
}
