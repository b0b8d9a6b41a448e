using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Discogs.Upstream.Documents;

/// <summary>The addresses that documents carry. They lead back to the simulator, so that clients may follow them.</summary>
internal sealed class Links(HttpRequest request)
{
    private readonly string _root = $"{request.Scheme}://{request.Host}";

    public string Release(int id) => Resource("releases", id);

    public string Master(int id) => Resource("masters", id);

    public string Artist(int id) => Resource("artists", id);

    public string Label(int id) => Resource("labels", id);

    public string User(string username) => $"{_root}/users/{Uri.EscapeDataString(username)}";

    public string Folder(string username, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{User(username)}/collection/folders/{id}");

    /// <summary>The page on the web site, which the simulator has none of: always Discogs' own.</summary>
    public static string Page(string kind, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"https://www.discogs.com/{kind}/{id}");

    public static string Image(int id, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"https://i.discogs.com/rs:fit/g:sm/q:90/h:{size}/w:{size}/R-{id}.jpeg");

    private string Resource(string kind, int id) => string.Create(CultureInfo.InvariantCulture, $"{_root}/{kind}/{id}");
}
