using CacheGen;
using Dj.Analysis;
using Dj.Deezer;
using Dj.Http;
using Dj.LastFm;
using Dj.Metering;
using Dj.MusicBrainz;
using Dj.People;
using Dj.Spotify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dj;

/// <summary>Puts the service together.</summary>
public static class DjServices
{
    /// <summary>The analysis, its clients with their caches and limits, and the people who use it.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="upstreams">Where the four APIs are; none of them is null.</param>
    /// <param name="preferences">The folder where preferences are kept.</param>
    /// <param name="asPublished">Keep to the limits that Deezer and MusicBrainz publish.</param>
    /// <param name="cache">What another host changes of each cache, such as the engine behind it.</param>
    public static IServiceCollection AddDj(
        this IServiceCollection services, UpstreamSettings upstreams, string preferences, bool asPublished, Action<ICacheGenBuilder>? cache = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddUpstreamClients(upstreams);
        services.AddDjCaches(asPublished, cache ?? (_ => { }));

        services.AddTransient<ISpotifyAccounts, CachedSpotifyAccounts>();
        services.AddTransient<CachedSpotify>();
        services.AddTransient<ISpotifyApi>(provider => provider.GetRequiredService<CachedSpotify>());
        services.AddTransient<ISpotifySearch, CachedSpotifySearch>();
        services.AddTransient<IDeezerApi, CachedDeezer>();
        services.AddTransient<IMusicBrainzApi, CachedMusicBrainz>();
        services.AddTransient<ILastFmApi, CachedLastFm>();

        services.AddSingleton(new PreferenceFiles(preferences));
        services.AddTransient<Preferences>();
        services.AddTransient<Sessions>();

        services.AddTransient<TempoFinder>();
        services.AddTransient<TrackAnalyzer>();
        services.AddTransient<PlaylistAnalyzer>();
        return services;
    }

    /// <summary>The clients as they are without a cache, each with a meter.</summary>
    public static IServiceCollection AddUpstreamClients(this IServiceCollection services, UpstreamSettings upstreams)
    {
        var (spotify, lastFm) = (upstreams.Spotify!, upstreams.LastFm!);
        foreach (var upstream in Upstreams.All)
            services.AddKeyedSingleton(upstream, (provider, _) => new UpstreamMeter(upstream, provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton(spotify);
        services.AddHttpClient<SpotifyAccountsClient>(spotify.Apply).ConfigurePrimaryHttpMessageHandler(UpstreamConnection.CreateHandler);
        services.AddUpstream<SpotifyClient>(Upstreams.Spotify, spotify.Apply);
        services.AddUpstream<DeezerClient>(Upstreams.Deezer, http => UpstreamConnection.Apply(http, upstreams.Deezer!));
        services.AddUpstream<MusicBrainzClient>(Upstreams.MusicBrainz, http => UpstreamConnection.Apply(http, upstreams.MusicBrainz!));
        services.AddSingleton(lastFm);
        services.AddUpstream<LastFmClient>(Upstreams.LastFm, lastFm.Apply);
        return services;
    }

    private static void AddUpstream<TClient>(this IServiceCollection services, string upstream, Action<HttpClient> apply)
        where TClient : class => services
        .AddHttpClient<TClient>(apply)
        .ConfigurePrimaryHttpMessageHandler(UpstreamConnection.CreateHandler)
        .AddHttpMessageHandler(provider => new MeteringHandler(provider.GetRequiredKeyedService<UpstreamMeter>(upstream)));

    private static void AddDjCaches(this IServiceCollection services, bool asPublished, Action<ICacheGenBuilder> configure)
    {
        var builder = Add(services.AddCacheGen());
        foreach (var upstream in Upstreams.All)
            builder.AddRateLimiter(upstream, ClientLimits.Of(upstream, asPublished));

        Add(services.AddCacheGen(Caches.Spotify, options => options.DefaultTtl = TimeSpan.FromHours(12)));
        Add(services.AddCacheGen(Caches.Sessions, options => options.DefaultTtl = TimeSpan.FromHours(24)));
        Add(services.AddCacheGen(Caches.Preferences, options => options.DefaultTtl = TimeSpan.FromDays(30)));
        Add(services.AddCacheGen(Caches.Temporary, options => options.DefaultTtl = TimeSpan.FromHours(1)));

        ICacheGenBuilder Add(ICacheGenBuilder cache)
        {
            configure(cache);
            return cache;
        }
    }
}
