using Microsoft.AspNetCore.Http;

namespace Discogs.Upstream.Http;

/// <summary>
/// Who calls. The simulator believes every credential: a user token by header or query, key and secret, or an OAuth signature.
/// A token that is a username is that user's own; any other identifies an application.
/// </summary>
internal sealed record Credentials(string? Token)
{
    public static Credentials? Of(HttpRequest request)
    {
        if (request.Query["token"] is [{ Length: > 0 } queryToken])
            return new Credentials(queryToken);
        if (request.Query["key"] is [{ Length: > 0 }] && request.Query["secret"] is [{ Length: > 0 }])
            return new Credentials(Token: null);

        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase))
            return new Credentials(Token: null);
        if (!header.StartsWith("Discogs ", StringComparison.OrdinalIgnoreCase))
            return null;

        var parts = header["Discogs ".Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair is [_, { Length: > 0 }])
            .ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return parts["token"].FirstOrDefault() is { } token ? new Credentials(token)
            : parts.Contains("key") && parts.Contains("secret") ? new Credentials(Token: null)
            : null;
    }

    /// <summary>Whether the caller is that user.</summary>
    public bool Owns(string username) => string.Equals(Token, username, StringComparison.OrdinalIgnoreCase);
}
