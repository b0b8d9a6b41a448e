using System.Net.Http.Headers;
using Samples;

namespace Discogs.Api;

/// <summary>Which API to talk to, and as whom.</summary>
public sealed record DiscogsSettings(Uri BaseAddress, string? Token)
{
    /// <summary>The token the bundled upstream is called with: it wants one, but takes any.</summary>
    public const string BundledToken = "bundled";

    /// <summary>Reads <c>DISCOGS_BASE_URL</c> and <c>DISCOGS_TOKEN</c>; null when no address is given.</summary>
    public static DiscogsSettings? FromEnvironment()
    {
        var url = Environment.GetEnvironmentVariable("DISCOGS_BASE_URL");
        if (string.IsNullOrWhiteSpace(url))
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new UsageException(
                $"DISCOGS_BASE_URL is '{url}', which is no http address: set it to https://api.discogs.com, or unset it for the bundled API.");
        }

        return new DiscogsSettings(address, Environment.GetEnvironmentVariable("DISCOGS_TOKEN"));
    }

    /// <summary>Makes what the client talks through. A proxy of the environment is not meant for the bundled API.</summary>
    public HttpMessageHandler CreateHandler() => new SocketsHttpHandler { UseProxy = !BaseAddress.IsLoopback };

    /// <summary>Prepares a client for these settings. Discogs refuses calls without a User-Agent.</summary>
    public void Apply(HttpClient http)
    {
        http.BaseAddress = BaseAddress;
        http.DefaultRequestHeaders.UserAgent.ParseAdd("CacheGenDiscogsSample/0.1");
        if (!string.IsNullOrWhiteSpace(Token))
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Discogs", $"token={Token}");
    }
}
