namespace CacheGen.Distributed;

/// <summary>
/// Lets the writes of a key through one after the other, so that both stores see them in one order, and the copy of a key to the
/// primary falls between two writes. Keys share gates: a write waits for at most a few others.
/// </summary>
internal sealed class KeyGates
{
    private readonly SemaphoreSlim[] _gates = new SemaphoreSlim[256];

    public KeyGates()
    {
        for (var index = 0; index < _gates.Length; index++)
            _gates[index] = new SemaphoreSlim(1, 1);
    }

    public async ValueTask<SemaphoreSlim> EnterAsync(string key, bool sync)
    {
        var gate = _gates[(uint)key.GetHashCode(StringComparison.Ordinal) % _gates.Length];
        if (sync)
            gate.Wait();
        else
            await gate.WaitAsync().ConfigureAwait(false);
        return gate;
    }
}
