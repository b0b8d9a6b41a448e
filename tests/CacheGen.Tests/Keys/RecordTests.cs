using Xunit;

namespace CacheGen.Tests.Keys;

public class RecordTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
    private static readonly Search s_search = new("a,b", Speed.Fast, new Address("Ulm", null), null);

    [Fact]
    public void Members_StandInBrackets()
    {
        Key("r:Record:(a%2Cb,Fast,(Ulm,%null),%null)", Records.Cache.Record(s_cache, s_search));
        Key("r:Record:(a%2Cb,%null,(Ulm,x),(Bonn,))", Records.Cache.Record(s_cache, new("a,b", null, new("Ulm", "x"), new("Bonn", ""))));
        Key("r:OptionalRecord:(a%2Cb,Fast,(Ulm,%null),%null)", Records.Cache.OptionalRecord(s_cache, s_search));
        Key("r:OptionalRecord:%null", Records.Cache.OptionalRecord(s_cache, null));
        Key("r:RecordStruct:(1):(2,(3))", Records.Cache.RecordStruct(s_cache, new Corner(1), new Spot(2, new Corner(3))));
        Key("r:RecordStruct:(1):%null", Records.Cache.RecordStruct(s_cache, new Corner(1), null));
        Key("r:Struct:(1,y)", Records.Cache.Struct(s_cache, new Plain { X = 1, Y = "y" }));
        Key("r:Tuple:(1,a):(2,(true,%null))", Records.Cache.Tuple(s_cache, (1, "a"), (2, (true, null))));
        Key("r:Tuple:(1,a):%null", Records.Cache.Tuple(s_cache, (1, "a"), null));
        Key("r:Inherited:(1,2)", Records.Cache.Inherited(s_cache, new Derived(1, 2)));
        Key("r:Generic:(20260102T000000)", Records.Cache.Generic(s_cache, new(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Unspecified))));
    }

    [Fact]
    public void NotInKey_OnParameterPropertyAndPositionalParameter()
    {
        Key("r:LeftOut:(x):2", Records.Cache.LeftOut(s_cache, new Traced("x", "trace", new object()) { Attempt = 3 }, 2));
        Records.Cache.LeftOut(s_cache, new Traced("x", "a", 1), 2).Set(42);
        Assert.True(Records.Cache.LeftOut(s_cache, new Traced("x", "b", 2), 2).Peek(out _));
    }

    [Fact]
    public void NamesThatWouldMeetInTheKeyStruct_ArePulledApart() =>
        Key("r:SameNames:1:2:(3):4:5", Records.Cache.SameNames(s_cache, 1, 2, new Corner(3), 4, 5));

    [Fact]
    public void DerivedRecord_IsRefused()
    {
        var records = new Records(s_cache);
        var derived = new FilteredSearch("a", 1);
        foreach (var refused in new[]
        {
            Assert.Throws<ArgumentException>(() => records.Record(derived)),
            Assert.Throws<ArgumentException>(() => records.OptionalRecord(derived)),
            Assert.Throws<ArgumentException>(() => Records.Cache.Record(s_cache, derived)),
        })
        {
            Assert.Equal("search", refused.ParamName);
            Assert.StartsWith("The cache key reads the members of CacheGen.Tests.Keys.Search and would miss those of CacheGen.Tests.Keys.FilteredSearch", refused.Message, StringComparison.Ordinal);
        }
    }

    private static void Key(string expected, CacheHandle<int> handle) => Assert.Equal(expected, handle.Key);
}
