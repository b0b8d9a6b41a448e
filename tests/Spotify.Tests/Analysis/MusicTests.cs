using Dj.Analysis;
using Dj.People;

namespace Dj.Tests.Analysis;

public sealed class MusicTests
{
    [Theory]
    [InlineData(0, 1, "8B", "C")]
    [InlineData(9, 0, "8A", "Am")]
    [InlineData(7, 1, "9B", "G")]
    [InlineData(4, 0, "9A", "Em")]
    [InlineData(5, 1, "7B", "F")]
    [InlineData(6, 1, "2B", "F♯")]
    [InlineData(8, 0, "1A", "G♯m")]
    [InlineData(1, 0, "12A", "C♯m")]
    [InlineData(-1, 1, null, null)]
    public void Key_IsWrittenAsTheDjLikes(int key, int mode, string? camelot, string? musical)
    {
        Assert.Equal(camelot, MusicalKey.Name(key, mode, KeyNotation.Camelot));
        Assert.Equal(musical, MusicalKey.Name(key, mode, KeyNotation.Musical));
    }

    [Theory]
    [InlineData(70, 140)]
    [InlineData(80, 80)]
    [InlineData(160, 80)]
    [InlineData(174, 87)]
    [InlineData(0, 0)]
    public void Tempo_IsFoldedIntoTheDjsOctave(double bpm, double folded) => Assert.Equal(folded, DjPreferences.Default.Fold(bpm));

    [Theory]
    [InlineData("Amber Rivers - Remastered 2011", "Amber Rivers")]
    [InlineData("Amber Rivers - 2009 Remaster", "Amber Rivers")]
    [InlineData("Amber Rivers (feat. Iron Choir)", "Amber Rivers")]
    [InlineData("Amber Rivers - Live at the Harbour", "Amber Rivers")]
    [InlineData("Amber Rivers (2011 Remaster)", "Amber Rivers")]
    [InlineData("Amber Rivers (ft. Iron Choir)", "Amber Rivers")]
    [InlineData("Amber Rivers (Liveliness)", "Amber Rivers (Liveliness)")]
    [InlineData("Alive - and well", "Alive - and well")]
    [InlineData("(feat. Nobody)", "(feat. Nobody)")]
    [InlineData("Anti-Mixer", "Anti-Mixer")]
    public void Title_IsWithoutItsVersion(string title, string bare) => Assert.Equal(bare, Titles.WithoutVersion(title));
}
