using CacheGen;
using Discogs.Upstream;

namespace Discogs.Tests.Service;

public sealed class DiscogsCatalogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThousandCallersOfOneColdRelease_CostOneCall()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;
        using var start = new ManualResetEventSlim();

        var callers = Enumerable.Range(0, 1_000)
            .Select(_ => Task.Run(() =>
            {
                start.Wait(Ct);
                return discogs.Catalog.GetReleaseAsync(id, Ct);
            }))
            .ToArray();
        start.Set();
        var releases = await Task.WhenAll(callers);

        Assert.All(releases, release => Assert.Same(releases[0], release));
        Assert.Equal(id, releases[0]!.Id);
        Assert.Equal(1, discogs.Upstream.Calls.Total);
    }

    [Fact]
    public async Task UpstreamDownForAnHour_EveryCachedReleaseStillAnswers()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var ids = discogs.Upstream.Catalogue.Pressings.Take(50).Select(pressing => pressing.Id).ToArray();
        foreach (var id in ids)
            Assert.NotNull(await discogs.Catalog.GetReleaseAsync(id, Ct));

        // Half an hour before they are a day old Discogs goes away, so that they are first fresh and then stale.
        discogs.Clock.Advance(TimeSpan.FromHours(23.5));
        discogs.Upstream.IsDown = true;
        for (var minute = 0; minute <= 60; minute += 5)
        {
            foreach (var id in ids)
                Assert.Equal(id, (await discogs.Catalog.GetReleaseAsync(id, Ct))?.Id);
            discogs.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.True(discogs.Cache.GetStatistics().Stale > 0);
        var neverAskedFor = discogs.Upstream.Catalogue.Pressings[60].Id;
        await Assert.ThrowsAsync<HttpRequestException>(() => discogs.Catalog.GetReleaseAsync(neverAskedFor, Ct));
    }

    [Fact]
    public async Task UpstreamIsBack_StaleReleasesAreRenewed()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;
        var before = await discogs.Catalog.GetReleaseAsync(id, Ct);
        discogs.Clock.Advance(TimeSpan.FromHours(25));
        discogs.Upstream.IsDown = true;
        Assert.Same(before, await discogs.Catalog.GetReleaseAsync(id, Ct));

        discogs.Upstream.IsDown = false;
        discogs.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.NotSame(before, await discogs.Catalog.GetReleaseAsync(id, Ct));
    }

    [Fact]
    public async Task UnknownRelease_IsAskedForAgainAfterFiveMinutes()
    {
        await using var discogs = await TestDiscogs.StartAsync();

        Assert.Null(await discogs.Catalog.GetReleaseAsync(1, Ct));
        Assert.Null(await discogs.Catalog.GetReleaseAsync(1, Ct));
        Assert.Equal(1, discogs.Upstream.Calls.Total);

        discogs.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await discogs.Catalog.GetReleaseAsync(1, Ct));
        Assert.Equal(2, discogs.Upstream.Calls.Total);
    }

    [Fact]
    public async Task Statistics_CoverTheWholeCollectionAndShareItsPages()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var owner = discogs.Upstream.Catalogue.Users.First(user => user.Collection.Count > 300);
        await discogs.Catalog.GetCollectionPageAsync(owner.Username, 2, ct: Ct);

        var statistics = await discogs.Catalog.GetStatisticsAsync(owner.Username, Ct);

        Assert.Equal(owner.Collection.Count, statistics!.Records);
        Assert.Equal(owner.Collection.Count, statistics.Genres.Sum(genre => genre.Records));
        Assert.Equal(owner.Collection.Count(item => item.Rating > 0), statistics.Rated);
        var averageRating = owner.Collection.Where(item => item.Rating > 0).Average(item => item.Rating);
        Assert.Equal(averageRating, statistics.AverageRating!.Value, tolerance: 0.01);
        Assert.Equal(4, discogs.Upstream.Calls.Of(EndpointKind.Collection));
        Assert.Null(await discogs.Catalog.GetStatisticsAsync("nobody", Ct));
    }

    [Theory]
    [InlineData("Amber Atlas", " amber   ATLAS ", 1)]
    [InlineData("Amber Atlas", "AmberAtlas", 2)]
    public async Task SearchTypedAnotherWay_IsTheSameSearchWhenTheWordsAre(string first, string second, int calls)
    {
        await using var discogs = await TestDiscogs.StartAsync();

        await discogs.Catalog.SearchAsync(first, ct: Ct);
        await discogs.Catalog.SearchAsync(second, ct: Ct);

        Assert.Equal(calls, discogs.Upstream.Calls.Of(EndpointKind.Search));
    }

    [Theory]
    [InlineData(EndpointKind.Release, 24 * 60)]
    [InlineData(EndpointKind.Profile, 6 * 60)]
    [InlineData(EndpointKind.Collection, 30)]
    [InlineData(EndpointKind.Search, 15)]
    public async Task Answer_IsKeptAsLongAsItsKindIsGood(EndpointKind kind, int minutes)
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var username = discogs.Upstream.Catalogue.Users[0].Username;
        await AskAsync();

        discogs.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        await AskAsync();
        Assert.Equal(1, discogs.Upstream.Calls.Of(kind));

        discogs.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync();
        Assert.Equal(2, discogs.Upstream.Calls.Of(kind));

        Task AskAsync() => kind switch
        {
            EndpointKind.Release => discogs.Catalog.GetReleaseAsync(discogs.Upstream.Catalogue.Pressings[0].Id, Ct),
            EndpointKind.Profile => discogs.Catalog.GetProfileAsync(username, Ct),
            EndpointKind.Collection => discogs.Catalog.GetCollectionPageAsync(username, 1, ct: Ct),
            _ => discogs.Catalog.SearchAsync("amber", ct: Ct),
        };
    }

    [Fact]
    public async Task RemovedRelease_IsAskedForAgain()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;
        await discogs.Catalog.GetReleaseAsync(id, Ct);

        await DiscogsCatalog.Cache.GetRelease(discogs.Cache, id).RemoveAsync();
        await discogs.Catalog.GetReleaseAsync(id, Ct);

        Assert.Equal(2, discogs.Upstream.Calls.Total);
    }

    [Fact]
    public async Task WithoutACache_EveryCallGoesToDiscogs()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var catalog = new DiscogsCatalog(new Api.DiscogsClient(discogs.Http, discogs.Clock), MethodCache.None);
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;

        await catalog.GetReleaseAsync(id, Ct);
        await catalog.GetReleaseAsync(id, Ct);

        Assert.Equal(2, discogs.Upstream.Calls.Total);
    }
}
