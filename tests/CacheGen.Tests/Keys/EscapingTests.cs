using Xunit;

namespace CacheGen.Tests.Keys;

public partial class EscapingTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Theory]
    [InlineData("abcXYZ019-_.~", "abcXYZ019-_.~")]
    [InlineData("a:b/c d", "a%3Ab%2Fc%20d")]
    [InlineData("100%", "100%25")]
    [InlineData("%3A", "%253A")]
    [InlineData("%null", "%25null")]
    [InlineData("null", "null")]
    [InlineData("", "")]
    [InlineData("\0\t\r\n\u007f", "%00%09%0D%0A%7F")]
    [InlineData("Motörhead 東京", "Motörhead%20東京")]
    [InlineData("😀", "😀")]
    [InlineData("[a,b]{c}(d)", "%5Ba%2Cb%5D%7Bc%7D%28d%29")]
    public void Text_IsEscapedLikeAUriExceptForLetters(string text, string key) =>
        Assert.Equal("v:Text:" + key, Values.Cache.Text(s_cache, text).Key);

    // No theory: attributes are stored as UTF-8, which has no halves of pairs either.
    [Fact]
    public void HalvesOfSurrogatePairs_AreEscapedOneByOne()
    {
        Assert.Equal("v:Text:%uD83D", Values.Cache.Text(s_cache, "\ud83d").Key);
        Assert.Equal("v:Text:%uDE00%uD83D", Values.Cache.Text(s_cache, "\ude00\ud83d").Key);
        Assert.Equal("v:Text:%uD83D😀", Values.Cache.Text(s_cache, "\ud83d\ud83d\ude00").Key);
    }

    [Fact]
    public void VeryLongText_IsWrittenInFull()
    {
        var text = string.Concat(Enumerable.Repeat("a:", 500_000));
        Assert.Equal("v:Text:" + text.Replace(":", "%3A", StringComparison.Ordinal), Values.Cache.Text(s_cache, text).Key);
    }

    [Fact]
    public void SeparatorsInArguments_DoNotMoveThem()
    {
        Assert.NotEqual(Pairs.Cache.Pair(s_cache, "a:b", "c").Key, Pairs.Cache.Pair(s_cache, "a", "b:c").Key);
        Assert.NotEqual(Pairs.Cache.Pair(s_cache, "", "a").Key, Pairs.Cache.Pair(s_cache, "a", "").Key);
        Pairs.Cache.Pair(s_cache, "a:b", "c").Set(1);
        Assert.False(Pairs.Cache.Pair(s_cache, "a", "b:c").Peek(out _));
    }

    [Fact]
    public void NullEmptyAndTheWordNull_AreThreeEntries()
    {
        string?[] texts = [null, "", "null", "%null"];
        for (var i = 0; i < texts.Length; i++)
            Pairs.Cache.Pair(s_cache, texts[i], "x").Set(i);
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.True(Pairs.Cache.Pair(s_cache, texts[i], "x").Peek(out var value));
            Assert.Equal(i, value);
        }
    }

    [Fact]
    public void KeysRoundTripThroughUtf8()
    {
        var key = Values.Cache.Text(s_cache, "\ud83d é 東\udc00").Key;
        Assert.Equal(key, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(key)));
    }

    internal sealed partial class Pairs(MethodCache cache)
    {
        [Cached] public partial int Pair(string? a, string? b);

        private static int PairCore(string? a, string? b) => 0;
    }
}
