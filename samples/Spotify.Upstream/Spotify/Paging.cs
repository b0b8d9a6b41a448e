using System.Globalization;

namespace Dj.Upstream.Spotify;

/// <summary>Spotify's paging object.</summary>
internal static class Paging
{
    public static object Page<T>(string address, IReadOnlyList<T> all, int offset, int limit, Func<T, object> toDocument)
    {
        return new
        {
            href = At(offset),
            items = all.Skip(offset).Take(limit).Select(toDocument).ToArray(),
            limit,
            next = offset + limit < all.Count ? At(offset + limit) : null,
            offset,
            previous = offset > 0 ? At(Math.Max(0, offset - limit)) : null,
            total = all.Count,
        };

        string At(int place) => string.Create(
            CultureInfo.InvariantCulture,
            $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}offset={place}&limit={limit}");
    }
}
