using System.Buffers.Binary;
using Microsoft.Extensions.Caching.Distributed;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>
/// Lets what is in L2 leave when it is as old as the suite has made it: the store itself knows the real time only. Each payload says
/// when it leaves, and how far the suite had advanced when it was written.
/// </summary>
internal sealed class AgingDistributedCache(IDistributedCache inner) : IDistributedCache
{
    private const int HeaderLength = 2 * sizeof(long);

    private long _advanced;

    public void Age(TimeSpan by) => Interlocked.Add(ref _advanced, by.Ticks);

    public byte[]? Get(string key) => Open(inner.Get(key));

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Open(await inner.GetAsync(key, token));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => inner.Set(key, Close(value, options), options);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        inner.SetAsync(key, Close(value, options), options, token);

    public void Remove(string key) => inner.Remove(key);

    public Task RemoveAsync(string key, CancellationToken token = default) => inner.RemoveAsync(key, token);

    public void Refresh(string key) => inner.Refresh(key);

    public Task RefreshAsync(string key, CancellationToken token = default) => inner.RefreshAsync(key, token);

    private byte[] Close(byte[] value, DistributedCacheEntryOptions options)
    {
        var payload = new byte[HeaderLength + value.Length];
        BinaryPrimitives.WriteInt64LittleEndian(payload, options.AbsoluteExpiration?.UtcTicks ?? long.MaxValue);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(sizeof(long)), Interlocked.Read(ref _advanced));
        value.CopyTo(payload, HeaderLength);
        return payload;
    }

    private byte[]? Open(byte[]? payload)
    {
        if (payload is null)
            return null;
        var leaves = BinaryPrimitives.ReadInt64LittleEndian(payload);
        var aged = Interlocked.Read(ref _advanced) - BinaryPrimitives.ReadInt64LittleEndian(payload.AsSpan(sizeof(long)));
        return leaves - aged <= DateTimeOffset.UtcNow.UtcTicks ? null : payload[HeaderLength..];
    }
}
