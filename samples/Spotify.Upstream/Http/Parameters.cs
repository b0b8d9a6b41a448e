using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Http;

/// <summary>Reads numbers off a query, and writes addresses that lead back to it.</summary>
internal static class Parameters
{
    /// <summary>The number; <paramref name="otherwise"/> where there is none; null where it is none.</summary>
    public static int? Number(this HttpRequest request, string name, int otherwise)
    {
        var text = request.Query[name].ToString();
        return text.Length == 0 ? otherwise
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    /// <summary>The address asked for, with other values for some of its parameters.</summary>
    public static string AddressWith(this HttpRequest request, params (string Name, int Value)[] changed)
    {
        var kept = request.Query
            .Where(pair => changed.All(change => change.Name != pair.Key))
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
        var query = kept.Concat(changed.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Name}={change.Value}")));
        return $"{request.Scheme}://{request.Host}{request.Path}?{string.Join('&', query)}";
    }

    /// <summary>What Retry-After says: whole seconds, and never too few.</summary>
    public static string Seconds(TimeSpan wait) =>
        Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
