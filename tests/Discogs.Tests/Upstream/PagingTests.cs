using System.Net;
using System.Text.Json;

namespace Discogs.Tests.Upstream;

public sealed class PagingTests
{
    [Fact]
    public async Task FirstPage_LinksToNextAndLast()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var owner = discogs.Upstream.Catalogue.Users.First(user => user.Collection.Count > 30);

        var page = await discogs.GetAsync($"users/{owner.Username}/collection/folders/0/releases?per_page=10&sort=year");

        var pagination = page.GetProperty("pagination");
        Assert.Equal(1, pagination.GetProperty("page").GetInt32());
        Assert.Equal(10, pagination.GetProperty("per_page").GetInt32());
        Assert.Equal(owner.Collection.Count, pagination.GetProperty("items").GetInt32());
        Assert.Equal((owner.Collection.Count + 9) / 10, pagination.GetProperty("pages").GetInt32());
        Assert.Equal(["next", "last"], Names(pagination.GetProperty("urls")));
        Assert.Equal(10, page.GetProperty("releases").GetArrayLength());
    }

    [Fact]
    public async Task FollowingNextLinks_YieldsTheWholeCollection()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var owner = discogs.Upstream.Catalogue.Users.First(user => user.Collection.Count > 250);
        var instances = new List<int>();

        string? url = $"users/{owner.Username}/collection/folders/0/releases?per_page=100&sort=artist&sort_order=desc";
        while (url is not null)
        {
            var page = await discogs.GetAsync(url);
            instances.AddRange(page.GetProperty("releases").EnumerateArray().Select(item => item.GetProperty("instance_id").GetInt32()));
            url = page.GetProperty("pagination").GetProperty("urls").TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(owner.Collection.Select(item => item.InstanceId).Order(), instances.Order());
    }

    [Fact]
    public async Task MiddleAndLastPage_LinkToWhereOneCanGo()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var owner = discogs.Upstream.Catalogue.Users.First(user => user.Collection.Count is > 50 and <= 150);
        var path = $"users/{owner.Username}/collection/folders/0/releases?per_page=50";

        var pages = (owner.Collection.Count + 49) / 50;
        var middle = await discogs.GetAsync($"users/{owner.Username}/collection/folders/0/releases?per_page=10&page=2");
        var last = await discogs.GetAsync($"{path}&page={pages}");

        Assert.Equal(["first", "prev", "next", "last"], Names(middle.GetProperty("pagination").GetProperty("urls")));
        Assert.Equal(["first", "prev"], Names(last.GetProperty("pagination").GetProperty("urls")));
    }

    [Fact]
    public async Task OnlyPage_HasNoLinks()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var master = discogs.Upstream.Catalogue.Masters[0];

        var page = await discogs.GetAsync($"masters/{master.Id}/versions");

        Assert.Empty(Names(page.GetProperty("pagination").GetProperty("urls")));
    }

    [Fact]
    public async Task MoreThanAHundredPerPage_IsCutToAHundred()
    {
        await using var discogs = await TestDiscogs.StartAsync();

        var page = await discogs.GetAsync("database/search?type=release&per_page=500");

        Assert.Equal(100, page.GetProperty("pagination").GetProperty("per_page").GetInt32());
        Assert.Equal(100, page.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task PageBehindTheLast_IsNotFound()
    {
        await using var discogs = await TestDiscogs.StartAsync();

        using var response = await discogs.SendAsync("database/search?type=release&page=4000");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
