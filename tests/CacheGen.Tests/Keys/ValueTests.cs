using System.Globalization;
using System.Numerics;
using Xunit;

namespace CacheGen.Tests.Keys;

/// <summary>How each type is written; docs/keys.md has the same as a table.</summary>
public class ValueTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Fact]
    public void Numbers_AreWrittenInvariantly()
    {
        Key("v:Int:-5", Values.Cache.Int(s_cache, -5));
        Key("v:OptionalInt:0", Values.Cache.OptionalInt(s_cache, 0));
        Key("v:Long:-9223372036854775808", Values.Cache.Long(s_cache, long.MinValue));
        Key("v:UnsignedByte:255", Values.Cache.UnsignedByte(s_cache, 255));
        Key("v:Native:7", Values.Cache.Native(s_cache, 7));
        Key("v:Int128:-170141183460469231731687303715884105728", Values.Cache.Int128(s_cache, Int128.MinValue));
        Key("v:Big:1" + new string('0', 100), Values.Cache.Big(s_cache, BigInteger.Pow(10, 100)));
        Key("v:Half:1.5", Values.Cache.Half(s_cache, (Half)1.5));
    }

    [Fact]
    public void Decimals_AreWrittenByValue()
    {
        Key("v:Decimal:1.5", Values.Cache.Decimal(s_cache, 1.50m));
        Key("v:Decimal:100", Values.Cache.Decimal(s_cache, 100.00m));
        Key("v:Decimal:0", Values.Cache.Decimal(s_cache, new decimal(0, 0, 0, true, 5)));
        Key("v:Decimal:-0.0000000000000000000000000001", Values.Cache.Decimal(s_cache, -0.0000000000000000000000000001m));
        Key("v:Decimal:79228162514264337593543950335", Values.Cache.Decimal(s_cache, decimal.MaxValue));
    }

    [Fact]
    public void FloatingPoint_HasOneZeroAndOneNaN()
    {
        Key("v:Double:0", Values.Cache.Double(s_cache, -0.0));
        Key("v:Double:NaN", Values.Cache.Double(s_cache, -double.NaN));
        Key("v:Double:0.30000000000000004", Values.Cache.Double(s_cache, 0.1 + 0.2));
        Key("v:Double:1E%2B300", Values.Cache.Double(s_cache, 1e300));
        Key("v:Double:-Infinity", Values.Cache.Double(s_cache, double.NegativeInfinity));
        Key("v:Float:0.1", Values.Cache.Float(s_cache, 0.1f));
        Key("v:Float:0", Values.Cache.Float(s_cache, -0f));
        Key("v:Half:0", Values.Cache.Half(s_cache, Half.NegativeZero));
    }

    [Fact]
    public void EveryHalf_HasAKeyOfItsOwn()
    {
        var keys = Enumerable.Range(0, ushort.MaxValue + 1)
            .Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))
            .Where(half => !Half.IsNaN(half))
            .Select(half => Values.Cache.Half(s_cache, half).Key)
            .ToHashSet();
        var infinitiesAndNumbersLessOneZero = 2 * 31 * 1024 + 2 - 1;
        Assert.Equal(infinitiesAndNumbersLessOneZero, keys.Count);
    }

    [Fact]
    public void CharactersTruthsAndGuids()
    {
        Key("v:Char:a", Values.Cache.Char(s_cache, 'a'));
        Key("v:Char:%3A", Values.Cache.Char(s_cache, ':'));
        Key("v:Char:%uD83D", Values.Cache.Char(s_cache, '\ud83d'));
        Key("v:OptionalChar:%00", Values.Cache.OptionalChar(s_cache, '\0'));
        Key("v:Bool:true", Values.Cache.Bool(s_cache, true));
        Key("v:OptionalBool:false", Values.Cache.OptionalBool(s_cache, false));
        Key("v:Guid:0f8fad5b-d9cb-469f-a165-70867728950e", Values.Cache.Guid(s_cache, new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E")));
    }

    [Fact]
    public void Enums_AreWrittenByName()
    {
        Key("v:Enum:Fast", Values.Cache.Enum(s_cache, Speed.Fast));
        Key("v:Enum:17", Values.Cache.Enum(s_cache, (Speed)17));
        Key("v:OptionalEnum:Slow", Values.Cache.OptionalEnum(s_cache, Speed.Slow));
        Key("v:Flags:Left%2C%20Right", Values.Cache.Flags(s_cache, Sides.Left | Sides.Right));
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, "v:DateTime:20260102T030405.0000001")]
    [InlineData(DateTimeKind.Utc, "v:DateTime:20260102T030405.0000001Z")]
    [InlineData(DateTimeKind.Local, "v:DateTime:20260102T030405.0000001L")]
    public void DateTimes_KeepTicksAndKind(DateTimeKind kind, string key) =>
        Key(key, Values.Cache.DateTime(s_cache, new DateTime(2026, 1, 2, 3, 4, 5, kind).AddTicks(1)));

    [Fact]
    public void DatesAndTimes_KeepEveryDigit()
    {
        var noon = new DateTime(2026, 1, 2, 12, 0, 0, DateTimeKind.Unspecified);
        Key("v:OptionalDateTime:20260102T120000", Values.Cache.OptionalDateTime(s_cache, noon));
        Key("v:DateTimeOffset:20260102T120000~-330", Values.Cache.DateTimeOffset(s_cache, new DateTimeOffset(noon, -new TimeSpan(5, 30, 0))));
        Key("v:DateTimeOffset:20260102T120000~0", Values.Cache.DateTimeOffset(s_cache, new DateTimeOffset(noon, TimeSpan.Zero)));
        Key("v:DateOnly:2026-01-02", Values.Cache.DateOnly(s_cache, new DateOnly(2026, 1, 2)));
        Key("v:TimeOnly:120000.0000001", Values.Cache.TimeOnly(s_cache, new TimeOnly(12, 0).Add(TimeSpan.FromTicks(1))));
        Key("v:TimeSpan:-1.02%3A03%3A04.0000001", Values.Cache.TimeSpan(s_cache, -(new TimeSpan(1, 2, 3, 4) + TimeSpan.FromTicks(1))));
    }

    [Fact]
    public void UrisVersionsAndOwnTypes()
    {
        Key("v:Uri:http%3A%2F%2FA.example%2F%3Fq", Values.Cache.Uri(s_cache, new Uri("http://A.example/?q")));
        Key("v:Version:1.2", Values.Cache.Version(s_cache, new Version(1, 2)));
        Key("v:Version:1.2.0", Values.Cache.Version(s_cache, new Version(1, 2, 0)));
        Key("v:Own:-3C", Values.Cache.Own(s_cache, new Celsius(-3)));
    }

    [Fact]
    public void NoValue_IsWrittenAlikeForEveryType()
    {
        Key("v:OptionalInt:%null", Values.Cache.OptionalInt(s_cache, null));
        Key("v:OptionalChar:%null", Values.Cache.OptionalChar(s_cache, null));
        Key("v:OptionalBool:%null", Values.Cache.OptionalBool(s_cache, null));
        Key("v:OptionalText:%null", Values.Cache.OptionalText(s_cache, null));
        Key("v:OptionalEnum:%null", Values.Cache.OptionalEnum(s_cache, null));
        Key("v:OptionalDateTime:%null", Values.Cache.OptionalDateTime(s_cache, null));
        Key("v:OptionalUri:%null", Values.Cache.OptionalUri(s_cache, null));
        Key("v:OptionalOwn:%null", Values.Cache.OptionalOwn(s_cache, null));
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void Culture_DoesNotChangeAKey(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = KeysOfEveryKind();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, KeysOfEveryKind());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] KeysOfEveryKind()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        return
        [
            Values.Cache.Int(s_cache, -5).Key,
            Values.Cache.Big(s_cache, -5).Key,
            Values.Cache.Decimal(s_cache, -1.5m).Key,
            Values.Cache.Double(s_cache, -1.5e-300).Key,
            Values.Cache.DateTime(s_cache, time).Key,
            Values.Cache.DateTimeOffset(s_cache, new DateTimeOffset(time)).Key,
            Values.Cache.DateOnly(s_cache, new DateOnly(2026, 1, 2)).Key,
            Values.Cache.TimeOnly(s_cache, new TimeOnly(3, 4, 5)).Key,
            Values.Cache.TimeSpan(s_cache, TimeSpan.FromMilliseconds(-1500)).Key,
            Values.Cache.Own(s_cache, new Celsius(-3)).Key,
            Templates.Cache.Formats(s_cache, -1.5m, time, new Celsius(-3), Speed.Fast).Key,
            Templates.Cache.Transforms(s_cache, " TITLE I ", "TITLE I", "title i").Key,
            Collections.Cache.Set(s_cache, ["ä", "z", "A", "a", "I", "i", "-5"]).Key,
            Collections.Cache.Ints(s_cache, [-1, 2]).Key,
        ];
    }

    private static void Key(string expected, CacheHandle<int> handle) => Assert.Equal(expected, handle.Key);
}
