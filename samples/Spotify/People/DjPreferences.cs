namespace Dj.People;

/// <summary>How keys are written: as C, Am, … or on the Camelot wheel, as 8B, 8A, …</summary>
public enum KeyNotation
{
    Camelot,
    Musical,
}

/// <summary>How a DJ wants to see things.</summary>
/// <param name="KeyNotation">How keys are written.</param>
/// <param name="SlowestBpm">Tempos below are doubled: 70 is 140 to who mixes at 140.</param>
public sealed record DjPreferences(KeyNotation KeyNotation = KeyNotation.Camelot, int SlowestBpm = 80)
{
    /// <summary>From 40 to 160.</summary>
    public int SlowestBpm { get; } = CanBeSlowest(SlowestBpm)
        ? SlowestBpm
        : throw new ArgumentOutOfRangeException(nameof(SlowestBpm), SlowestBpm, "The slowest tempo is between 40 and 160 beats a minute.");

    public static bool CanBeSlowest(int bpm) => bpm is >= 40 and <= 160;

    /// <summary>For who has said nothing.</summary>
    public static DjPreferences Default { get; } = new();

    /// <summary>A tempo in the octave that begins at <see cref="SlowestBpm"/>.</summary>
    public double Fold(double bpm)
    {
        if (bpm <= 0)
            return bpm;
        while (bpm < SlowestBpm)
            bpm *= 2;
        while (bpm >= 2 * SlowestBpm)
            bpm /= 2;
        return bpm;
    }
}
