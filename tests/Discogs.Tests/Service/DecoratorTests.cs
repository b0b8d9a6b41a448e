using CacheGen;
using Discogs.Api;

namespace Discogs.Tests.Service;

/// <summary>A client that nobody edits, cached as a user would: what is not marked is passed on.</summary>
internal sealed partial class CachedDiscogsApi(IDiscogsApi inner, MethodCache cache) : IDiscogsApi
{
    [Cached(Key = "release:{id}", Ttl = "24h", MissTtl = "5m", FailSafe = "7d")]
    public partial Task<Release?> FindReleaseAsync(int id, CancellationToken ct = default);

    [Cached(Key = "search:{query|norm}:{page}", Ttl = "15m")]
    public partial Task<SearchPage> SearchAsync(string query, int page, CancellationToken ct = default);
}

public sealed class DecoratorTests
{
    [Fact]
    public async Task MarkedMethods_AreCachedAndTheOthersPassedOn()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var ct = TestContext.Current.CancellationToken;
        var api = new CachedDiscogsApi(new DiscogsClient(discogs.Http, discogs.Clock), discogs.Cache);
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;

        var release = await api.FindReleaseAsync(id, ct);
        Assert.Equal(id, release!.Id);
        Assert.Same(release, await api.FindReleaseAsync(id, ct));
        Assert.Same(await api.SearchAsync(release.Title, 1, ct), await api.SearchAsync($"  {release.Title.ToUpperInvariant()} ", 1, ct));
        Assert.Equal(2, discogs.Upstream.Calls.Total);

        Assert.Null(await api.FindProfileAsync("nobody-at-all", ct));
        Assert.Null(await api.FindProfileAsync("nobody-at-all", ct));
        Assert.Equal(4, discogs.Upstream.Calls.Total);
    }

    [Fact]
    public async Task Handle_RemovesWhatTheDecoratorKeeps()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var ct = TestContext.Current.CancellationToken;
        var api = new CachedDiscogsApi(new DiscogsClient(discogs.Http, discogs.Clock), discogs.Cache);
        var id = discogs.Upstream.Catalogue.Pressings[0].Id;

        await api.FindReleaseAsync(id, ct);
        await CachedDiscogsApi.Cache.FindRelease(discogs.Cache, id).RemoveAsync();
        await api.FindReleaseAsync(id, ct);
        Assert.Equal(2, discogs.Upstream.Calls.Total);
    }
}
