using System.Text.Json;

namespace Discogs.Tests.Upstream;

public sealed class CatalogueTests
{
    [Fact]
    public async Task SameSeed_AnswersTheSame()
    {
        await using var one = await TestDiscogs.StartAsync(seed: 7);
        await using var two = await TestDiscogs.StartAsync(seed: 7);
        await using var other = await TestDiscogs.StartAsync(seed: 8);

        Assert.Equal(await TitlesAsync(one), await TitlesAsync(two));
        Assert.NotEqual(await TitlesAsync(one), await TitlesAsync(other));
    }

    [Fact]
    public async Task Release_HasTheDocumentedFields()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var pressing = discogs.Upstream.Catalogue.Pressings[0];

        var release = await discogs.GetAsync($"releases/{pressing.Id}");

        Assert.Equal(pressing.Title, release.GetProperty("title").GetString());
        Assert.Equal(pressing.Artist.Name, release.GetProperty("artists")[0].GetProperty("name").GetString());
        Assert.Equal(pressing.CatalogueNumber, release.GetProperty("labels")[0].GetProperty("catno").GetString());
        Assert.Equal(pressing.Have, release.GetProperty("community").GetProperty("have").GetInt32());
        Assert.Equal(pressing.Tracks.Count, release.GetProperty("tracklist").GetArrayLength());
        Assert.Equal("track", release.GetProperty("tracklist")[0].GetProperty("type_").GetString());
    }

    [Fact]
    public async Task ResourceUrls_LeadToTheResources()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var release = await discogs.GetAsync($"releases/{discogs.Upstream.Catalogue.Pressings[0].Id}");

        foreach (var link in (string[])["master_url", "resource_url"])
            await discogs.GetAsync(release.GetProperty(link).GetString()!);
        foreach (var list in (string[])["artists", "labels"])
            await discogs.GetAsync(release.GetProperty(list)[0].GetProperty("resource_url").GetString()!);
    }

    [Fact]
    public async Task Search_FindsTheWordsInTheirFields()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var pressing = discogs.Upstream.Catalogue.Pressings[10];

        var artist = Uri.EscapeDataString(pressing.Artist.Name.ToUpperInvariant());
        var title = Uri.EscapeDataString(pressing.Title);
        var found = await discogs.GetAsync($"database/search?type=release&artist={artist}&release_title={title}&year={pressing.Year}");

        var results = found.GetProperty("results").EnumerateArray().ToArray();
        Assert.Contains(results, result => result.GetProperty("id").GetInt32() == pressing.Id);
        Assert.All(results, result => Assert.Equal($"{pressing.Artist.Name} - {pressing.Title}", result.GetProperty("title").GetString()));
        Assert.All(results, result => Assert.Equal(JsonValueKind.String, result.GetProperty("year").ValueKind));
    }

    private static async Task<string> TitlesAsync(TestDiscogs discogs)
    {
        var page = await discogs.GetAsync("database/search?type=release&per_page=100");
        return string.Join('\n', page.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("title").GetString()));
    }
}
