using Discogs.Upstream.Catalogue;

namespace Discogs.Replay;

/// <summary>
/// The sessions of a run, made from a seed. A session is one user's visit to the assistant: it opens with profile and statistics, then
/// come 24 to 36 questions, 2 to 10 seconds of thought apart. Of ten questions some four are about a release, one is a search, and the
/// others look into the user's own collection or want figures over all of it. What is popular with one user is popular with all, and
/// every other release or search is one the user returns to: back to the results, one more question about the same record.
/// </summary>
public sealed class Workload
{
    private static readonly TimeSpan s_meanGap = TimeSpan.FromSeconds(45);

    private readonly MusicCatalogue _catalogue;
    private readonly Random _random;
    private readonly ZipfSampler _users;
    private readonly ZipfSampler _releases;
    private readonly ZipfSampler _queries;
    private readonly string[] _queryPool;

    private Workload(MusicCatalogue catalogue, int seed)
    {
        _catalogue = catalogue;
        _random = new Random(seed);
        _queryPool = QueryPool(catalogue);
        _users = new ZipfSampler(catalogue.Users.Count, 0.9, _random);
        _releases = new ZipfSampler(catalogue.Pressings.Count, 1.0, _random);
        _queries = new ZipfSampler(_queryPool.Length, 1.0, _random);
    }

    public static IReadOnlyList<Session> Generate(MusicCatalogue catalogue, int seed, int sessions)
    {
        var workload = new Workload(catalogue, seed);
        var start = TimeSpan.Zero;
        var result = new List<Session>(sessions);
        for (var i = 0; i < sessions; i++)
        {
            result.Add(workload.NextSession(start));
            start += s_meanGap * (0.5 + workload._random.NextDouble());
        }

        return result;
    }

    private Session NextSession(TimeSpan start)
    {
        var user = _catalogue.Users[_users.Next()];
        var operations = new List<Operation>
        {
            new(OperationKind.Profile, user.Username, 0, TimeSpan.Zero),
            new(OperationKind.Statistics, user.Username, 0, ThinkTime()),
        };
        var opened = new List<int>();
        var searched = new List<string>();
        for (var questions = _random.Next(24, 37); questions > 0; questions--)
            operations.Add(NextQuestion(user, opened, searched));

        return new Session(user.Username, start, operations);
    }

    private Operation NextQuestion(User user, List<int> opened, List<string> searched) => _random.NextDouble() switch
    {
        < 0.22 => new(OperationKind.Statistics, user.Username, 0, ThinkTime()),
        < 0.44 => new(OperationKind.Collection, user.Username, _random.Next(PagesOf(user)) + 1, ThinkTime()),
        < 0.56 => new(OperationKind.Search, AsTyped(OneOf(searched, () => _queryPool[_queries.Next()])), 1, ThinkTime()),
        _ => new(OperationKind.Release, "", OneOf(opened, NewRelease), ThinkTime()),
    };

    // One the user returns to, or another one.
    private T OneOf<T>(List<T> earlier, Func<T> next)
    {
        if (earlier.Count > 0 && _random.NextDouble() < 0.5)
            return earlier[_random.Next(earlier.Count)];

        earlier.Add(next());
        return earlier[^1];
    }

    // Now and then somebody asks for a release that does not exist (any longer).
    private int NewRelease() => _random.NextDouble() < 0.02 ? _random.Next(1, 10) : _catalogue.Pressings[_releases.Next()].Id;

    private static int PagesOf(User user) => (user.Collection.Count + Api.DiscogsClient.PageSize - 1) / Api.DiscogsClient.PageSize;

    private TimeSpan ThinkTime() => TimeSpan.FromSeconds(2 + (_random.NextDouble() * 8));

    // People search for artists, labels and styles; the most popular releases tell which.
    private static string[] QueryPool(MusicCatalogue catalogue) =>
    [
        .. catalogue.Pressings.Take(300)
            .SelectMany((pressing, rank) => (string[])[rank % 3 == 0 ? pressing.Label.Name : pressing.Artist.Name, pressing.Styles[0]])
            .Distinct(),
    ];

    // The same words in the many ways people type them.
    private string AsTyped(string query) => _random.Next(4) switch
    {
        0 => query.ToLowerInvariant(),
        1 => query.Replace(" ", "  ", StringComparison.Ordinal),
        2 => $"{query} ",
        _ => query,
    };
}
