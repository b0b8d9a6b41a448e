using System.Collections.Concurrent;
using Dj.Upstream.Music;
using Microsoft.AspNetCore.Http;
using Samples;
using static System.FormattableString;

namespace Dj.Upstream.Spotify;

/// <summary>The tokens that have been given to applications, and those that users are logged in with.</summary>
internal sealed class Tokens(MusicWorld world, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _applications = new();
    private int _given;

    /// <summary>A token for an application, good for an hour.</summary>
    public string Give()
    {
        var number = Invariant($"{Interlocked.Increment(ref _given)}");
        var token = "BQ" + string.Concat(Enumerable.Range(0, 8).Select(part => Invariant($"{StableHash.Of(number, part):x8}")));
        _applications[token] = time.GetUtcNow() + Lifetime;
        return token;
    }

    /// <summary>Lets in who has a token, and tells the endpoint who it is.</summary>
    public IResult With(HttpRequest request, Func<WorldUser?, IResult> answer)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return SpotifyErrors.NoToken();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return SpotifyErrors.Bad("Only valid bearer authentication supported");

        var token = header["Bearer ".Length..].Trim();
        if (world.Users.FirstOrDefault(user => user.Token == token) is { } user)
            return answer(user);
        if (!_applications.TryGetValue(token, out var end))
            return SpotifyErrors.BadToken();

        return time.GetUtcNow() < end ? answer(null) : SpotifyErrors.ExpiredToken();
    }
}
