namespace Discogs.Replay;

/// <summary>What a user can ask for.</summary>
public enum OperationKind
{
    Profile,
    Collection,
    Statistics,
    Search,
    Release,
}

/// <summary>One thing a user asks for, after having thought about it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Whose profile, collection or statistics; or the words of a search.</param>
/// <param name="Number">The page; or the number of a release.</param>
/// <param name="ThinkTime">How long the user looks at the last answer before.</param>
public sealed record Operation(OperationKind Kind, string Subject, int Number, TimeSpan ThinkTime)
{
    public Task RunAsync(DiscogsCatalog catalog, CancellationToken ct) => Kind switch
    {
        OperationKind.Profile => catalog.GetProfileAsync(Subject, ct),
        OperationKind.Collection => catalog.GetCollectionPageAsync(Subject, Number, ct: ct),
        OperationKind.Statistics => catalog.GetStatisticsAsync(Subject, ct),
        OperationKind.Search => catalog.SearchAsync(Subject, Number, ct),
        _ => catalog.GetReleaseAsync(Number, ct),
    };
}

/// <summary>
/// One user's visit: it begins <paramref name="Start"/> after the run does, and is completed when every operation was answered.
/// </summary>
public sealed record Session(string Username, TimeSpan Start, IReadOnlyList<Operation> Operations);
