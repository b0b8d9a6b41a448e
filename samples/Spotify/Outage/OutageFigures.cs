namespace Dj.Outage;

/// <summary>One analysis while nobody answers.</summary>
/// <param name="Age">How long ago all was up.</param>
/// <param name="AsBefore">Tracks that are answered exactly as they were then.</param>
/// <param name="Tracks">Tracks of the playlist.</param>
/// <param name="Stale">Questions that a value past its time answered.</param>
/// <param name="Questions">All questions.</param>
/// <param name="Seconds">How long the caller waited.</param>
public sealed record OutageStep(TimeSpan Age, int AsBefore, int Tracks, long Stale, long Questions, double Seconds);

/// <summary>What was never asked for before, and what is said of it.</summary>
public sealed record UnseenAnswer(string What, string Message);

/// <param name="Playlist">The name of the playlist.</param>
/// <param name="Steps">While all upstreams are down, the data growing older.</param>
/// <param name="Unseen">What there cannot be an answer to.</param>
/// <param name="Back">The first analysis when all upstreams are up again.</param>
/// <param name="RenewedCalls">The calls that then renewed everything behind its caller.</param>
/// <param name="RenewedSeconds">How long they took.</param>
public sealed record OutageFigures(
    string Playlist, IReadOnlyList<OutageStep> Steps, IReadOnlyList<UnseenAnswer> Unseen, OutageStep Back, int RenewedCalls, double RenewedSeconds);
