using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CacheGen.Conformance;
using Xunit;

namespace CacheGen.FusionCache.Tests.Redis;

/// <summary>
/// A real Redis on a loopback port of its own, which a test may stop and start again. It keeps nothing on disk: who starts it again
/// finds it empty, as after a failover.
/// </summary>
public sealed class RedisServer : IAsyncLifetime
{
    private DirectoryInfo? _folder;
    private string _executable = "";
    private Process? _process;

    /// <summary>Stays the same over a stop and a start, so that clients come back by themselves.</summary>
    public int Port { get; private set; }

    public string Folder => _folder!.FullName;

    private string LogFile => Path.Combine(Folder, "redis.log");

    public async ValueTask InitializeAsync()
    {
        _executable = Executable();
        _folder = Directory.CreateTempSubdirectory("cachegen-redis-");
        // Between "this port is free" and Redis' own bind another process may take it; then the next one.
        for (var attempt = 1; !await TryStartAsync(Port = FreePort()); attempt++)
        {
            if (attempt == 5)
                throw new InvalidOperationException($"redis-server found no free port: {await File.ReadAllTextAsync(LogFile)}");
        }
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, on the same port.</summary>
    public async Task StartAsync()
    {
        if (!await TryStartAsync(Port))
            throw new InvalidOperationException($"redis-server did not start again on port {Port}: {await File.ReadAllTextAsync(LogFile)}");
    }

    /// <summary>Kills it, as a crash would: no goodbye to its clients.</summary>
    public Task StopAsync() => EndAsync(keepsFolder: true);

    /// <summary>What Redis answers to one command; null when nobody listens.</summary>
    public async Task<string?> AskAsync(string command)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await using var stream = client.GetStream();
            // Redis takes commands as plain lines too, and QUIT makes it hang up: the answer is all there is to read.
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"{command}\r\nQUIT\r\n"));
            return await new StreamReader(stream).ReadToEndAsync().WaitAsync(Eventually.Patience);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(keepsFolder: false);
        // Of a server that was stopped before.
        if (_folder is { } folder && Directory.Exists(folder.FullName))
            folder.Delete(recursive: true);
    }

    private async Task EndAsync(bool keepsFolder)
    {
        if (_process is not { } process)
            return;
        _process = null;
        if (keepsFolder)
            await process.StandardInput.WriteLineAsync("keep");
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Eventually.Patience);
        process.Dispose();
    }

    private async Task<bool> TryStartAsync(int port)
    {
        File.Delete(LogFile);
        _process = Launch(port);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            // The log is this server's own. An answer alone could be another's, who took the port first.
            var log = File.Exists(LogFile) ? await ReadLogAsync() : "";
            if (log.Contains("Ready to accept connections", StringComparison.Ordinal) && await AskAsync("PING") is { } answer)
                return answer.StartsWith("+PONG", StringComparison.Ordinal);
            if (log.Contains("Failed listening on port", StringComparison.Ordinal))
            {
                await StopAsync();
                return false;
            }

            if (waited.Elapsed > Eventually.Patience)
                throw new TimeoutException($"redis-server did not get ready: {log}");
            await Task.Yield();
        }
    }

    /// <summary>
    /// A shell stands between: it ends Redis and removes its folder as soon as its input ends, and that ends in any case with the
    /// process of the tests, even with one that is killed.
    /// </summary>
    private Process Launch(int port)
    {
        var shell = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        string[] arguments =
        [
            "-c", "\"$@\" & read -r end; kill -9 $!; wait; [ \"$end\" = keep ] || rm -rf \"$0\"", Folder,
            _executable, "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no",
            "--dir", Folder, "--logfile", LogFile,
        ];
        foreach (var argument in arguments)
            shell.ArgumentList.Add(argument);
        return Process.Start(shell)!;
    }

    // A missing Redis must not look like tests that passed.
    private static string Executable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests run against a real Redis, and there is no redis-server here: apt-get install redis-server");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<string> ReadLogAsync()
    {
        await using var file = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(file).ReadToEndAsync();
    }
}
