using Xunit;

namespace CacheGen.Tests.Keys;

public class TemplateTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
    private static readonly User s_user = new()
    {
        Id = 1,
        Name = "Ann Lee",
        Born = new DateTime(1990, 5, 6, 0, 0, 0, DateTimeKind.Utc),
        Home = new Spot(1.5, new Corner(4)),
        Address = new Address(" New  York ", null),
    };

    [Fact]
    public void Literals_StandAsTheyAre() =>
        Key("t:a:10/b?x%2Fy#{000A}", Templates.Cache.Literals(s_cache, 10, "x/y"));

    [Fact]
    public void MemberPaths_ReadTheMembers()
    {
        Key("t:1:Ann%20Lee", Templates.Cache.Path(s_cache, s_user));
        Key("t:new%20york", Templates.Cache.DeepPath(s_cache, s_user));
        Key("t:interface", Templates.Cache.ThroughInterface(s_cache, s_user));
    }

    [Fact]
    public void MemberPathsOfNothing_AreNull()
    {
        Key("t:1,Ann%20Lee,1990,(1.5,(4)),1.5,4,%20New%20%20York%20,(%20New%20%20York%20,%null)", Templates.Cache.OptionalPath(s_cache, s_user));
        Key("t:2,,0001,(0,(0)),0,0,%null,%null", Templates.Cache.OptionalPath(s_cache, new User { Id = 2 }));
        Key("t:%null,%null,%null,%null,%null,%null,%null,%null", Templates.Cache.OptionalPath(s_cache, null));
        Key("t:Slow:1", Templates.Cache.OptionalPathDefault(s_cache, s_user));
        Key("t:Fast:-7", Templates.Cache.OptionalPathDefault(s_cache, null));
        Key("t:1.5:4:(4)", Templates.Cache.OptionalStruct(s_cache, s_user.Home));
        Key("t:%null:%null:%null", Templates.Cache.OptionalStruct(s_cache, null));
    }

    [Fact]
    public void Formats_AreInvariantAndEscaped()
    {
        var day = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);
        Key("t:1.50:2026-01-02:270K:1", Templates.Cache.Formats(s_cache, 1.5m, day, new Celsius(-3), Speed.Fast));
        Key("t:1.50:2026-01-02:270K:1", Templates.Cache.OptionalFormats(s_cache, 1.5m, day, new Celsius(-3), Speed.Fast));
        Key("t:%null:%null:%null:%null", Templates.Cache.OptionalFormats(s_cache, null, null, null, null));
    }

    [Theory]
    [InlineData("  Pink \t\n Floyd ", "AbC", "aBc", "t:pink%20floyd:abc:ABC")]
    [InlineData("pink floyd", "abc", "ABC", "t:pink%20floyd:abc:ABC")]
    [InlineData("  ", " ", "", "t::%20:")]
    [InlineData("\u00A0ÉA\u3000B", "ÉAſK", "éß", "t:éa%20b:éaſk:Éß")]
    [InlineData("\u2028", null, null, "t::%null:%null")]
    [InlineData(null, "I", "i", "t:%null:i:I")]
    public void TextTransforms(string? norm, string? lower, string? upper, string key) =>
        Key(key, Templates.Cache.Transforms(s_cache, norm, lower, upper));

    [Fact]
    public void Hash_IsHalfOfSha256OfTheUtf16Text()
    {
        Key("t:e3b0c44298fc1c149afbf4c8996fb924", Templates.Cache.HashText(s_cache, ""));
        Key("t:%null", Templates.Cache.HashText(s_cache, null));
        Assert.NotEqual(Templates.Cache.HashText(s_cache, "\ud800").Key, Templates.Cache.HashText(s_cache, "\ud801").Key);
        Assert.Equal(2 + 32, Templates.Cache.HashText(s_cache, new string('x', 1_000_000)).Key.Length);
    }

    [Fact]
    public void HashOfOtherTypes_IsOfWhatWouldBeWritten()
    {
        var first = Templates.Cache.HashOthers(s_cache, 1, s_user.Home, ["a", "b"]).Key;
        Assert.Equal(2 + 3 * 32 + 2, first.Length);
        Assert.Equal(first, Templates.Cache.HashOthers(s_cache, 1, s_user.Home, ["a", "b"]).Key);
        Assert.NotEqual(first, Templates.Cache.HashOthers(s_cache, 1, s_user.Home, ["a,b"]).Key);
        Assert.NotEqual(first, Templates.Cache.HashOthers(s_cache, null, s_user.Home, ["a", "b"]).Key);
        Assert.NotEqual(first, Templates.Cache.HashOthers(s_cache, 1, null, ["a", "b"]).Key);
        Assert.NotEqual(first, Templates.Cache.HashOthers(s_cache, 1, s_user.Home, null).Key);
    }

    [Fact]
    public void TransformsInAChain_WorkFromLeftToRight()
    {
        var day = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(
            Templates.Cache.Chain(s_cache, " Pink  Floyd", ["a", "b"], day).Key,
            Templates.Cache.Chain(s_cache, "PINK FLOYD", ["b", "a", "b"], day.AddDays(300)).Key);
        Key("t:fast:JANUARY", Templates.Cache.FormatThenTransform(s_cache, Speed.Fast, day));
        Key("t:fast:never", Templates.Cache.FormatThenTransform(s_cache, Speed.Fast, null));
    }

    [Fact]
    public void Default_StandsForNull()
    {
        Key("t:added:1:true:Fast:-5", Templates.Cache.Defaults(s_cache, null, null, null, null, null));
        Key("t:added:1:true:Fast:-5", Templates.Cache.Defaults(s_cache, "added", 1, true, Speed.Fast, -5));
        Key("t::0:false:Slow:0", Templates.Cache.Defaults(s_cache, "", 0, false, Speed.Slow, 0));
        Key("t:a%20b%5C%22", Templates.Cache.DefaultText(s_cache, null));
    }

    [Fact]
    public void VersionConstantAndRepeatedHole()
    {
        Key("t:versioned:1:v3", Templates.Cache.Versioned(s_cache, 1));
        Key("t:constant", Templates.Cache.Constant(s_cache));
        Key("t:5:5", Templates.Cache.Twice(s_cache, 5));
    }

    private static void Key(string expected, CacheHandle<int> handle) => Assert.Equal(expected, handle.Key);
}
