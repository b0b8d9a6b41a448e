using System.Net;

namespace Dj.Http;

/// <summary>How all upstreams are talked to.</summary>
public static class UpstreamConnection
{
    // MusicBrainz and Last.fm ask to be told who calls, and MusicBrainz for an address to turn to.
    private const string UserAgent = "CacheGenDjSample/0.1 ( https://example.org )";

    // Somebody is waiting for the analysis: an upstream that takes so long is taken to be down.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes what clients talk through; it serves any of the upstreams.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        Proxy = new ProxyButForLoopback(HttpClient.DefaultProxy),

        // Clients live as long as the service does, and addresses change in that time.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Prepares a client for the upstream at an address.</summary>
    public static void Apply(HttpClient http, Uri address)
    {
        http.BaseAddress = address;
        http.Timeout = s_patience;
        http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    /// <summary>A proxy of the environment is not meant for the bundled APIs.</summary>
    private sealed class ProxyButForLoopback(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy.Credentials;
            set => proxy.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
    }
}
