using Dj.Http;
using Dj.Upstream;

namespace Dj.Hosting;

/// <summary>The stand-in takes the place of each API that is nowhere else.</summary>
internal static class StandIn
{
    extension(UpstreamSettings settings)
    {
        public bool NeedsStandIn => settings is not { Spotify: not null, Deezer: not null, MusicBrainz: not null, LastFm: not null };

        public bool IsStandInOnly => settings is { Spotify: null, Deezer: null, MusicBrainz: null, LastFm: null };

        public UpstreamSettings OrStandIn(DjUpstream upstream) => new()
        {
            Spotify = settings.Spotify ?? SpotifySettings.Bundled(upstream.Spotify.BaseAddress, upstream.SpotifyAccounts),
            Deezer = settings.Deezer ?? upstream.Deezer.BaseAddress,
            MusicBrainz = settings.MusicBrainz ?? upstream.MusicBrainz.BaseAddress,
            LastFm = settings.LastFm ?? LastFmSettings.Bundled(upstream.LastFm.BaseAddress),
        };
    }
}
