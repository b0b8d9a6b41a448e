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
        // What can be no id need not take its turn at Spotify to be told so.
        var spotify = app.MapGroup("").AddEndpointFilter<WellFormedIds>();
        spotify.MapGet("/playlists/{id}/analysis", AnalyzeAsync);
        spotify.MapGet("/playlists/{id}", async (string id, ISpotifyApi api, CancellationToken ct) => Found(await api.GetPlaylistAsync(id, ct)));
        spotify.MapGet("/tracks/{id}", async (string id, ISpotifyApi api, CancellationToken ct) => Found(await api.GetTrackAsync(id, ct)));
        app.MapGet("/users/{id}", async (string id, ISpotifyApi api, CancellationToken ct) => Found(await api.GetUserAsync(id, ct)));
        app.MapGet("/search", SearchAsync);

        // Edits are the user's: his token is Spotify's to judge.
        spotify.MapPost("/playlists/{id}/tracks", AddAsync);
        spotify.MapDelete("/playlists/{id}/tracks/{trackId}", (string id, string trackId, HttpRequest request, ISpotifyApi api, CancellationToken ct) =>
            Caller.WithTokenAsync(request, async token => Results.Ok(new { snapshot = await api.RemoveTracksAsync(id, [trackId], token, ct) })));

        app.MapGet("/me", (HttpRequest request, Sessions sessions, CancellationToken ct) =>
            Caller.WithUserAsync(request, sessions, user => Task.FromResult(Results.Ok(user)), ct));
        app.MapDelete("/me/session", (HttpRequest request, Sessions sessions) => Caller.WithTokenAsync(request, async token =>
        {
            await sessions.EndAsync(token);
            return Results.NoContent();
        }));
        app.MapGet("/me/preferences", (HttpRequest request, Sessions sessions, Preferences preferences, CancellationToken ct) => Caller.WithUserAsync(
            request, sessions, async user => Results.Ok(await preferences.GetAsync(user.Id, ct) ?? DjPreferences.Default), ct));
        app.MapPut("/me/preferences", SavePreferencesAsync);

        spotify.MapDelete("/cache/playlists/{id}", (string id, HttpRequest request, Sessions sessions, CachedSpotify api, CancellationToken ct) =>
            Caller.WithUserAsync(request, sessions, async _ =>
            {
                await api.BustPlaylistAsync(id, ct);
                return Results.NoContent();
            }, ct));
        app.MapGet("/stats", (IServiceProvider services) => new Dictionary<string, CacheStatistics>
        {
            ["default"] = services.GetRequiredService<MethodCache>().GetStatistics(),
            [Caches.Spotify] = Named(services, Caches.Spotify),
            [Caches.Sessions] = Named(services, Caches.Sessions),
            [Caches.Preferences] = Named(services, Caches.Preferences),
            [Caches.Temporary] = Named(services, Caches.Temporary),
        });
    }

    // Who is signed in sees it in his own way. Nobody goes without it because Spotify cannot say who he is.
    private static async Task<IResult> AnalyzeAsync(
        string id, HttpRequest request, PlaylistAnalyzer analyzer, Sessions sessions, Preferences preferences, CancellationToken ct)
    {
        var user = await Caller.FindUserAsync(request, sessions, ct);
        var own = user is null ? null : await preferences.GetAsync(user.Id, ct);
        return Found(await analyzer.AnalyzeAsync(id, own, ct: ct));
    }

    private static async Task<IResult> SearchAsync(ISpotifySearch search, CancellationToken ct, string q = "", int offset = 0) =>
        string.IsNullOrWhiteSpace(q) ? Wrong("Say what to search for: /search?q=amber")
        : offset < 0 ? Wrong("The offset counts from 0.")
        : Results.Ok(await search.SearchTracksAsync(q, offset, ct));

    private static async Task<IResult> AddAsync(string id, Addition added, HttpRequest request, ISpotifyApi api, CancellationToken ct) =>
        added.TrackIds is not { Count: > 0 and <= SpotifyClient.MostTracks } || !added.TrackIds.All(SpotifyId.IsWellFormed)
            ? Wrong($"trackIds are the ids of 1 to {SpotifyClient.MostTracks} tracks.")
            : await Caller.WithTokenAsync(request, async token => Results.Ok(new { snapshot = await api.AddTracksAsync(id, added.TrackIds, token, ct) }));

    private static async Task<IResult> SavePreferencesAsync(
        PreferenceDocument wanted, HttpRequest request, Sessions sessions, Preferences preferences, CancellationToken ct) =>
        !DjPreferences.CanBeSlowest(wanted.SlowestBpm)
            ? Wrong("slowestBpm is between 40 and 160.")
            : await Caller.WithUserAsync(request, sessions, async user =>
                Results.Ok(await preferences.SaveAsync(user.Id, new DjPreferences(wanted.KeyNotation, wanted.SlowestBpm), ct)), ct);

    private static IResult Found<T>(T? value) => value is null ? Results.NotFound() : Results.Ok(value);

    private static IResult Wrong(string message) => Results.Problem(message, statusCode: StatusCodes.Status400BadRequest);

    private static CacheStatistics Named(IServiceProvider services, string name) => services.GetRequiredKeyedService<MethodCache>(name).GetStatistics();

    /// <summary>What is appended to a playlist.</summary>
    private sealed record Addition(IReadOnlyList<string>? TrackIds);

    /// <summary>What a user prefers, as sent.</summary>
    private sealed record PreferenceDocument(KeyNotation KeyNotation = KeyNotation.Camelot, int SlowestBpm = 80);
}
