using System.Net;

namespace Discogs.Tests.Upstream;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("releases/1", "Release not found.")]
    [InlineData("masters/1", "Master Release not found.")]
    [InlineData("artists/1", "Artist not found.")]
    [InlineData("labels/1", "Label not found.")]
    [InlineData("users/nobody", "User does not exist or may have been deleted.")]
    [InlineData("users/nobody/collection/folders/0/releases", "User does not exist or may have been deleted.")]
    [InlineData("no/such/thing", "The requested resource was not found.")]
    public async Task UnknownThing_IsNotFoundWithDiscogsMessage(string path, string message)
    {
        await using var discogs = await TestDiscogs.StartAsync();

        using var response = await discogs.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal($$"""{"message": "{{message}}"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SearchWithoutCredentials_IsUnauthorized()
    {
        await using var discogs = await TestDiscogs.StartAsync(token: null);

        using var response = await discogs.SendAsync("database/search?q=amber");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = await TestDiscogs.ReadAsync(response);
        Assert.Equal("You must authenticate to access this resource.", error.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("token=abc")]
    [InlineData("key=abc&secret=def")]
    public async Task CredentialsInTheQuery_AreAccepted(string credentials)
    {
        await using var discogs = await TestDiscogs.StartAsync(token: null);

        using var response = await discogs.SendAsync($"database/search?q=amber&{credentials}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task FolderOfSomebodyElse_IsForbidden()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        var owner = discogs.Upstream.Catalogue.Users[0].Username;

        using var stranger = await discogs.SendAsync($"users/{owner}/collection/folders/1/releases");
        using var self = await discogs.SendAsync($"users/{owner}/collection/folders/1/releases?token={owner}");

        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.OK, self.StatusCode);
    }

    [Fact]
    public async Task NoUserAgent_GetsAnEmptyAnswer()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        discogs.Http.DefaultRequestHeaders.UserAgent.Clear();

        using var response = await discogs.SendAsync("/");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Down_IsUnavailable()
    {
        await using var discogs = await TestDiscogs.StartAsync();
        discogs.Upstream.IsDown = true;

        using var response = await discogs.SendAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }
}
