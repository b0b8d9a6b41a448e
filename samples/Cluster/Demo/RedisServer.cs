using System.Globalization;

namespace Cluster.Demo;

/// <summary>
/// A redis-server of the demo's own. It writes down what it stores before it says so: killed and started again, it has what it had,
/// values that were invalidated meanwhile included. One that forgets would make the end of the story too easy.
/// </summary>
internal sealed class RedisServer : IDisposable
{
    private readonly string _file;
    private readonly int _port = Loopback.FreePort();
    private readonly string _folder;
    private ChildProcess? _process;

    private RedisServer(string file, string folder)
    {
        _file = file;
        _folder = Directory.CreateDirectory(Path.Combine(folder, "redis")).FullName;
        Start();
    }

    public string Address => $"127.0.0.1:{_port}";

    /// <summary>Null where redis-server is not installed.</summary>
    public static RedisServer? TryStart(string folder) => Find() is { } file ? new RedisServer(file, folder) : null;

    public void Kill() => _process?.Kill();

    public void Start()
    {
        _process?.Dispose();
        _process = ChildProcess.Start(
            "redis",
            _file,
            [
                "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder,
                "--appendonly", "yes", "--appendfsync", "always", "--save", "",
            ],
            silent: true);
    }

    public void Dispose() => _process?.Dispose();

    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "redis-server.exe" : "redis-server";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
