using Microsoft.Extensions.Hosting;

namespace Samples;

/// <summary>
/// For web servers inside a program that is not theirs: a server that listens to Ctrl-C itself keeps the program from ending by it.
/// </summary>
public sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
