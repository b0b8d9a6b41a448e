namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenDecorators = new()
    {
        ["decorator of a client"] = new(
            """
            #pragma warning disable CS1591
            using System.Diagnostics.CodeAnalysis;

            namespace Discogs
            {
                public sealed record Release(int Id, string Title);

                public interface IConnected : IAsyncDisposable
                {
                    bool IsConnected { get; }
                    event EventHandler<string?>? Disconnected;
                }

                public interface IDiscogsClient : IConnected
                {
                    Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);
                    Task<IReadOnlyList<Release>> SearchAsync(string query, int page = 1, CancellationToken ct = default);
                    Task SaveAsync(Release release, params string[] tags);
                    bool TryFind(int id, [NotNullWhen(true)] out Release? release);
                    Task<T?> GetAsync<T>(string path) where T : class;
                    string UserAgent { get; set; }
                    Release? this[int id] { get; }
                    string Describe() => $"a client called {UserAgent}";
                }

                public sealed partial class CachedDiscogsClient(IDiscogsClient inner, MethodCache cache) : IDiscogsClient
                {
                    [Cached(Key = "release:{id}", Ttl = "24h")]
                    public partial Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);

                    [Cached(Key = "search:{query|norm}:{page}", Ttl = "15m")]
                    public partial Task<IReadOnlyList<Release>> SearchAsync(string query, int page = 1, CancellationToken ct = default);
                }
            }

            public sealed class Client : Discogs.IDiscogsClient
            {
                public int Calls;
                public bool IsConnected => true;
                public event EventHandler<string?>? Disconnected;
                public string UserAgent { get; set; } = "test";
                public Discogs.Release? this[int id] => new(id, "indexed");
                public string Describe() => "the client itself";
                public Task<Discogs.Release?> GetReleaseAsync(int id, CancellationToken ct) => Task.FromResult<Discogs.Release?>(new(id, $"release {++Calls}"));
                public Task<IReadOnlyList<Discogs.Release>> SearchAsync(string query, int page, CancellationToken ct) => Task.FromResult<IReadOnlyList<Discogs.Release>>([new(page, query)]);
                public Task SaveAsync(Discogs.Release release, params string[] tags) { Disconnected?.Invoke(this, tags[0]); return Task.CompletedTask; }
                public bool TryFind(int id, [NotNullWhen(true)] out Discogs.Release? release) { release = new(id, "found"); return true; }
                public Task<T?> GetAsync<T>(string path) where T : class => Task.FromResult(path as T);
                public ValueTask DisposeAsync() { UserAgent = "disposed"; return default; }
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var said = new List<string?>();
                    var client = new Client();
                    var cached = new Discogs.CachedDiscogsClient(client, MethodCache.CreateInProcess());
                    Discogs.IDiscogsClient seen = cached;
                    said.Add((await seen.GetReleaseAsync(1))!.Title);
                    said.Add((await cached.GetReleaseAsync(1))!.Title);
                    said.Add((await seen.SearchAsync("abba"))[0].Title);
                    cached.Disconnected += (_, tag) => said.Add(tag);
                    await cached.SaveAsync(new(1, "x"), "saved");
                    said.Add(cached.TryFind(2, out var found) ? found.Title : "");
                    said.Add(await cached.GetAsync<string>("path"));
                    cached.UserAgent = "set";
                    said.Add(client.UserAgent + cached[7]!.Id + cached.Describe() + cached.IsConnected);
                    await using (cached) { }
                    said.Add(client.UserAgent);
                    return string.Join(", ", said);
                }
            }
            """,
            "release 1, release 1, abba, saved, found, path, set7the client itselfTrue, disposed"),
    };
}
