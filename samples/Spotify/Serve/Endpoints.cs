using System.Net.Http.Headers;
using CacheGen;
using Dj.Analysis;
using Dj.People;
using Dj.Spotify;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dj.Serve;

/// <summary>The endpoints of the web service. They know nothing of the caches, except those that are about them.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/playlists/{id}/analysis", AnalyzeAsync);
        app.MapGet("/playlists/{id}", async (string id, ISpotifyApi spotify, CancellationToken ct) => Found(await spotify.GetPlaylistAsync(id, ct)));
        app.MapGet("/tracks/{id}", async (string id, ISpotifyApi spotify, CancellationToken ct) => Found(await spotify.GetTrackAsync(id, ct)));
        app.MapGet("/users/{id}", async (string id, ISpotifyApi spotify, CancellationToken ct) => Found(await spotify.GetUserAsync(id, ct)));
        app.MapGet("/search", (string q, ISpotifySearch spotify, CancellationToken ct, int offset = 0) => spotify.SearchTracksAsync(q, offset, ct));

        // Edits are the user's: his token is Spotify's to judge.
        app.MapPost("/playlists/{id}/tracks", (string id, Addition added, HttpRequest request, ISpotifyApi spotify, CancellationToken ct) =>
            WithTokenAsync(request, async token => Results.Ok(new { snapshot = await spotify.AddTracksAsync(id, added.TrackIds, token, ct) })));
        app.MapDelete("/playlists/{id}/tracks/{trackId}", (string id, string trackId, HttpRequest request, ISpotifyApi spotify, CancellationToken ct) =>
            WithTokenAsync(request, async token => Results.Ok(new { snapshot = await spotify.RemoveTracksAsync(id, [trackId], token, ct) })));

        app.MapGet("/me", (HttpRequest request, Sessions sessions, CancellationToken ct) =>
            WithUserAsync(request, sessions, user => Task.FromResult(Results.Ok(user)), ct));
        app.MapDelete("/me/session", (HttpRequest request, Sessions sessions) => WithTokenAsync(request, async token =>
        {
            await sessions.EndAsync(token);
            return Results.NoContent();
        }));
        app.MapGet("/me/preferences", (HttpRequest request, Sessions sessions, Preferences preferences, CancellationToken ct) => WithUserAsync(
            request, sessions, async user => Results.Ok(await preferences.GetAsync(user.Id, ct) ?? DjPreferences.Default), ct));
        app.MapPut("/me/preferences", (DjPreferences wanted, HttpRequest request, Sessions sessions, Preferences preferences, CancellationToken ct) =>
            WithUserAsync(request, sessions, async user => Results.Ok(await preferences.SaveAsync(user.Id, wanted, ct)), ct));

        app.MapDelete("/cache/playlists/{id}", async (string id, CachedSpotify spotify, CancellationToken ct) =>
        {
            await spotify.BustPlaylistAsync(id, ct);
            return Results.NoContent();
        });
        app.MapGet("/stats", (IServiceProvider services) => new Dictionary<string, CacheStatistics>
        {
            ["default"] = services.GetRequiredService<MethodCache>().GetStatistics(),
            [Caches.Spotify] = Named(services, Caches.Spotify),
            [Caches.Sessions] = Named(services, Caches.Sessions),
            [Caches.Preferences] = Named(services, Caches.Preferences),
            [Caches.Temporary] = Named(services, Caches.Temporary),
        });
    }

    // Who is signed in sees it in his own way.
    private static async Task<IResult> AnalyzeAsync(
        string id, HttpRequest request, PlaylistAnalyzer analyzer, Sessions sessions, Preferences preferences, CancellationToken ct)
    {
        var user = TokenOf(request) is { } token ? await sessions.GetUserAsync(token, ct) : null;
        var own = user is null ? null : await preferences.GetAsync(user.Id, ct);
        return Found(await analyzer.AnalyzeAsync(id, own, ct: ct));
    }

    private static IResult Found<T>(T? value) => value is null ? Results.NotFound() : Results.Ok(value);

    private static CacheStatistics Named(IServiceProvider services, string name) => services.GetRequiredKeyedService<MethodCache>(name).GetStatistics();

    private static async Task<IResult> WithUserAsync(HttpRequest request, Sessions sessions, Func<SpotifyUser, Task<IResult>> answer, CancellationToken ct) =>
        await WithTokenAsync(request, async token => await sessions.GetUserAsync(token, ct) is { } user ? await answer(user) : Results.Unauthorized());

    private static Task<IResult> WithTokenAsync(HttpRequest request, Func<string, Task<IResult>> answer) =>
        TokenOf(request) is { } token ? answer(token) : Task.FromResult(Results.Unauthorized());

    private static string? TokenOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header is { Scheme: var scheme, Parameter: { Length: > 0 } token } && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? token
            : null;

    /// <summary>What is appended to a playlist.</summary>
    private sealed record Addition(IReadOnlyList<string> TrackIds);
}
