using CacheGen.SourceGenerator.Parsing;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

public class DurationTests
{
    [Theory]
    [InlineData("90d", "90.00:00:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData("1d 2h 3m 4s 5ms", "1.02:03:04.005")]
    [InlineData("00:05:00", "00:05:00")]
    [InlineData("1.00:00:00", "1.00:00:00")]
    public void Duration_IsRead(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Duration.Parse(text, out _));

    [Theory]
    [InlineData("", "no duration")]
    [InlineData(" ", "no duration")]
    [InlineData("90", "no duration")]
    [InlineData("h", "no duration")]
    [InlineData("1x", "no duration")]
    [InlineData("1H", "no duration")]
    [InlineData("30m1h", "no duration")]
    [InlineData("1h1h", "no duration")]
    [InlineData("1,5h", "no duration")]
    [InlineData("99999999999999999999d", "no duration")]
    [InlineData("1:2:3:4:5", "no duration")]
    [InlineData("0s", "zero")]
    [InlineData("00:00:00", "zero")]
    [InlineData("-5m", "negative")]
    public void NoDuration_IsRefusedWithItsReason(string text, string reason)
    {
        Assert.Null(Duration.Parse(text, out var problem));
        Assert.Equal(reason, problem);
    }
}
