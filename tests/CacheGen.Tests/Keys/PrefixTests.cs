using Xunit;

namespace CacheGen.Tests.Keys;

public class PrefixTests
{
    private const string Type = "CacheGen.Tests.Keys.Prefixes";

    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Fact]
    public void WithoutATemplate_TheKeyIsTypeMethodAndArguments()
    {
        Key($"{Type}:NoParameters", Prefixes.Cache.NoParameters(s_cache));
        Assert.Equal($"{Type}:GetAsync:5", Prefixes.Cache.Get(s_cache, 5).Key);
        Key($"{Type}:Versioned:5:2:v2", Prefixes.Cache.Versioned(s_cache, 5, 2));
    }

    [Fact]
    public void KeyPrefixOfTheCache_StandsBeforeAll()
    {
        var cache = MethodCache.CreateInProcess(new CacheGenOptions { KeyPrefix = "shop" });
        Key($"shop:{Type}:NoParameters", Prefixes.Cache.NoParameters(cache));
        Key("shop:t:5:5", Templates.Cache.Twice(cache, 5));
    }

    [Fact]
    public void PrefixAndTemplate_MayHoldAnyPrintableCharacter() =>
        Key("a{b}\"\\::{}\\\"'é5", Odd.Cache.Get(s_cache, 5));

    [Fact]
    public void Overloads_AreToldApartByTheirParameters()
    {
        Key($"{Type}:Overloaded(string?):5", Prefixes.Cache.Overloaded(s_cache, "5"));
        Key($"{Type}:Overloaded(int,List<int>):5:[]", Prefixes.Cache.Overloaded(s_cache, 5, []));
        Key($"{Type}:Overloaded({Type}.Other.Corner):(5)", Prefixes.Cache.Overloaded(s_cache, new Prefixes.Other.Corner(5)));
        Key($"{Type}:Overloaded(CacheGen.Tests.Keys.Corner):(5)", Prefixes.Cache.Overloaded(s_cache, new Corner(5)));
    }

    [Fact]
    public void OverloadsWithTheSameKeyParameters_AreToldApartByTheOthers()
    {
        Key($"{Type}:Overloaded(int):5", Prefixes.Cache.Overloaded(s_cache, 5));
        Key($"{Type}:Overloaded(int,object):5", Prefixes.Cache.Overloaded_(s_cache, 5));
    }

    [Fact]
    public void TypeArguments_ArePartOfTheKey()
    {
        Key($"{Type}<System.Int32,System.String>:Generic:5", Prefixes.Cache.Generic<int, string>(s_cache, 5));
        Key($"{Type}<System.Int64,System.Collections.Generic.List%601%5BSystem.String%5D>:Generic:5", Prefixes.Cache.Generic<long, List<string>>(s_cache, 5));
        Key($"{Type}<CacheGen.Tests.Keys.Speed>:GenericEnum:%null", Prefixes.Cache.GenericEnum<Speed>(s_cache, null));
        Key($"{Type}<CacheGen.Tests.Keys.Speed>:GenericEnum:Fast", Prefixes.Cache.GenericEnum<Speed>(s_cache, Speed.Fast));
        Key($"{Type}.Nested<System.String;System.Byte>:get:5", Prefixes.Nested<string>.Cache.Get<byte>(s_cache, 5));
    }

    [Fact]
    public void TypeArgument_IsWrittenAsItsTypeWouldBe()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1);
        var day = TimeSpan.FromHours(2);
        Key($"{Type}<System.DateTime,System.Object>:Generic:20260102T030405.0000001Z", Prefixes.Cache.Generic<DateTime, object>(s_cache, time));
        Key($"{Type}<System.DateTimeOffset,System.Object>:Generic:20260102T050405.0000001~120", Prefixes.Cache.Generic<DateTimeOffset, object>(s_cache, new DateTimeOffset(time).ToOffset(day)));
        Key($"{Type}<System.TimeOnly,System.Object>:Generic:030405.0000001", Prefixes.Cache.Generic<TimeOnly, object>(s_cache, TimeOnly.FromDateTime(time)));
        Key($"{Type}<System.DateOnly,System.Object>:Generic:2026-01-02", Prefixes.Cache.Generic<DateOnly, object>(s_cache, DateOnly.FromDateTime(time)));
        Key($"{Type}<System.Decimal,System.Object>:Generic:1.5", Prefixes.Cache.Generic<decimal, object>(s_cache, 1.50m));
        Key($"{Type}<System.Double,System.Object>:Generic:0", Prefixes.Cache.Generic<double, object>(s_cache, -0.0));
    }

    [Fact]
    public void Services_AreLeftOut() => Key($"{Type}:Services:5", Prefixes.Cache.Services(s_cache, 5));

    private static void Key(string expected, CacheHandle<int> handle) => Assert.Equal(expected, handle.Key);
}
