using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Samples;

namespace Discogs.Upstream.Http;

/// <summary>Discogs' rate limit: by source address, 60 calls a minute with credentials and 25 without.</summary>
internal sealed class RateLimit(TimeProvider time)
{
    private const int Authenticated = 60;
    private const int Anonymous = 25;

    // Discogs tracks its limit over a moving window of 60 seconds.
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(IPAddress? Address, int Limit), MovingWindow> _windows = new();

    /// <summary>Counts the call and writes the three headers that tell the client where it stands.</summary>
    public bool TryTake(HttpContext context)
    {
        var limit = Credentials.Of(context.Request) is null ? Anonymous : Authenticated;
        var window = _windows.GetOrAdd((context.Connection.RemoteIpAddress, limit), _ => new MovingWindow(limit, s_window, time));
        var taken = window.TryTake(out var used, out _);

        var headers = context.Response.Headers;
        headers["X-Discogs-Ratelimit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-Discogs-Ratelimit-Used"] = used.ToString(CultureInfo.InvariantCulture);
        headers["X-Discogs-Ratelimit-Remaining"] = (limit - used).ToString(CultureInfo.InvariantCulture);
        return taken;
    }
}
