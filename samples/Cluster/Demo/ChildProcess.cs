using System.Diagnostics;

namespace Cluster.Demo;

/// <summary>A process of the demo's own, which ends with it. What it says is printed behind its name.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    public static ChildProcess Start(string name, string file, IEnumerable<string> arguments, bool silent = false)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        // Both streams must be read, or the process stops when its pipe is full.
        DataReceivedEventHandler print = (_, line) =>
        {
            if (!silent && line.Data is { Length: > 0 } text)
                Console.WriteLine($"  {name} | {text}");
        };
        process.OutputDataReceived += print;
        process.ErrorDataReceived += print;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process);
    }

    /// <summary>Ends it as a crash would: nothing is saved, no connection is closed politely.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
