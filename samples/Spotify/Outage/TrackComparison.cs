using Dj.Analysis;

namespace Dj.Outage;

/// <summary>Whether two answers say the same. (A record compares its lists by reference.)</summary>
internal static class TrackComparison
{
    public static bool AreEqual(TrackAnalysis a, TrackAnalysis b) =>
        a.Tags.SequenceEqual(b.Tags)
        && a.MixesWith.SequenceEqual(b.MixesWith)
        && a.Unanswered.SequenceEqual(b.Unanswered)
        && a with { Tags = [], MixesWith = [], Unanswered = [] } == b with { Tags = [], MixesWith = [], Unanswered = [] };
}
