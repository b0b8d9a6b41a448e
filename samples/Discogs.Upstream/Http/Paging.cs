using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Discogs.Upstream.Http;

/// <summary>The page a request asks for, and the envelope that comes with it.</summary>
internal readonly record struct Paging(HttpRequest Request, int Page, int PerPage)
{
    private const int DefaultPerPage = 50;
    private const int MaxPerPage = 100;

    public static Paging Of(HttpRequest request) =>
        new(request, Math.Max(Number(request, "page", 1), 1), Math.Clamp(Number(request, "per_page", DefaultPerPage), 1, MaxPerPage));

    /// <summary>Cuts the page out of <paramref name="items"/>; a page behind the last one is not found.</summary>
    public IResult Answer<T>(IReadOnlyCollection<T> items, string name, Func<T, object> toDocument)
    {
        var pages = Math.Max((items.Count + PerPage - 1) / PerPage, 1);
        if (Page > pages)
            return Errors.ResourceNotFound();

        var envelope = new { page = Page, pages, per_page = PerPage, items = items.Count, urls = Urls(pages) };
        var documents = items.Skip((Page - 1) * PerPage).Take(PerPage).Select(toDocument).ToArray();
        return Results.Json(new Dictionary<string, object> { ["pagination"] = envelope, [name] = documents });
    }

    // Only the links that lead somewhere are present, as Discogs has it.
    private Dictionary<string, string> Urls(int pages)
    {
        var urls = new Dictionary<string, string>();
        if (Page > 1)
        {
            urls["first"] = Url(1);
            urls["prev"] = Url(Page - 1);
        }

        if (Page < pages)
        {
            urls["next"] = Url(Page + 1);
            urls["last"] = Url(pages);
        }

        return urls;
    }

    private string Url(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in Request.Query)
        {
            if (name is not ("page" or "per_page"))
                query.Add(name, values.OfType<string>());
        }

        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        query.Add("per_page", PerPage.ToString(CultureInfo.InvariantCulture));
        return $"{Request.Scheme}://{Request.Host}{Request.Path}{query}";
    }

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
