using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Cluster.Node;

namespace Cluster.Demo;

/// <summary>One replica as a process of its own, asked over HTTP as anybody would.</summary>
internal sealed class Replica : IDisposable
{
    private readonly string[] _arguments;
    private readonly HttpClient _http;
    private ChildProcess _process;

    public Replica(string name, string redis, Uri upstream, string folder)
    {
        var port = Loopback.FreePort();
        Name = name;
        Disk = Path.Combine(folder, $"{name}.db");
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromSeconds(15),
        };
        _arguments =
        [
            "node", "--name", name, "--port", port.ToString(CultureInfo.InvariantCulture),
            "--redis", redis, "--upstream", upstream.ToString(), "--disk", Disk,
        ];
        _process = Start();
    }

    public string Name { get; }

    public string Disk { get; }

    /// <summary>Asks for a release, and says where the answer came from: what the replica counted tells.</summary>
    public async Task<Answer> AskAsync(int release, CancellationToken ct)
    {
        var before = await StatisticsAsync(ct);
        var started = Stopwatch.GetTimestamp();
        string title;
        try
        {
            title = (await _http.GetFromJsonAsync<Discogs.Api.Release>($"releases/{release}", ct))?.Title ?? "";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            title = e.Message;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Answer(Name, SourceOf(before, await StatisticsAsync(ct)), elapsed, title);
    }

    public async Task InvalidateAsync(int release, CancellationToken ct)
    {
        using var response = await _http.DeleteAsync($"cache/releases/{release}", ct);
        response.EnsureSuccessStatusCode();
    }

    public async Task ForgetMemoryAsync(CancellationToken ct)
    {
        using var response = await _http.DeleteAsync("memory", ct);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Null while it does not listen.</summary>
    public async Task<NodeHealth?> HealthAsync(CancellationToken ct)
    {
        try
        {
            return await _http.GetFromJsonAsync<NodeHealth>("health", ct);
        }
        catch (HttpRequestException)
        {
            return _process.HasExited ? throw new InvalidOperationException($"Replica {Name} has ended; see above.") : null;
        }
    }

    /// <summary>Ends it without a goodbye, and starts it again.</summary>
    public void Restart()
    {
        _process.Dispose();
        _process = Start();
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Dispose();
    }

    private ChildProcess Start()
    {
        // This program: by its own host, or by dotnet where it was started so.
        var host = Environment.ProcessPath!;
        var isDotnet = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return ChildProcess.Start(Name, host, isDotnet ? [typeof(Replica).Assembly.Location, .. _arguments] : _arguments);
    }

    private async Task<JsonElement> StatisticsAsync(CancellationToken ct) => await _http.GetFromJsonAsync<JsonElement>("stats", ct);

    private static Source SourceOf(JsonElement before, JsonElement after)
    {
        long Counted(string name) => after.GetProperty(name).GetInt64() - before.GetProperty(name).GetInt64();
        return Counted("stale") > 0 ? Source.Stale
            : Counted("errors") > 0 ? Source.Nobody
            : Counted("loads") > 0 ? Source.Api
            : Counted("secondLevel") > 0 ? Source.L2
            : Counted("hits") > 0 ? Source.L1
            : Source.Nobody;
    }
}

/// <summary>Where an answer came from.</summary>
internal enum Source
{
    Nobody,
    L1,
    L2,
    Api,
    Stale,
}

/// <summary>What a replica answered.</summary>
internal sealed record Answer(string Replica, Source Source, TimeSpan Elapsed, string Title);
