using System.Buffers.Binary;
using ZiggyCreatures.Caching.Fusion.Serialization;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace CacheGen.FusionCache.Tests.Conformance;

/// <summary>
/// Makes what is in L2 older, as <see cref="AgingMemoryCache"/> does for L1: each payload says how far the suite had advanced when it
/// was written, and looks that much older when it is read later.
/// </summary>
internal sealed class AgingSerializer : IFusionCacheSerializer
{
    private readonly FusionCacheSystemTextJsonSerializer _json = new();
    private long _advanced;

    public void Age(TimeSpan by) => Interlocked.Add(ref _advanced, by.Ticks);

    public byte[] Serialize<T>(T? obj)
    {
        var json = _json.Serialize(obj);
        var payload = new byte[sizeof(long) + json.Length];
        BinaryPrimitives.WriteInt64LittleEndian(payload, Interlocked.Read(ref _advanced));
        json.CopyTo(payload, sizeof(long));
        return payload;
    }

    public T? Deserialize<T>(byte[] data)
    {
        var obj = _json.Deserialize<T>(data[sizeof(long)..]);
        if (obj is not null)
            StoredTimes.Age(obj, TimeSpan.FromTicks(Interlocked.Read(ref _advanced) - BinaryPrimitives.ReadInt64LittleEndian(data)));
        return obj;
    }

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => new(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => new(Deserialize<T>(data));
}
