using ZiggyCreatures.Caching.Fusion.Serialization;

namespace CacheGen.FusionCache.Tests.Serialization;

/// <summary>Its objects are byte arrays, so that a test says exactly what is to be stored.</summary>
internal sealed class PassThroughSerializer : IFusionCacheSerializer
{
    public byte[] Serialize<T>(T? obj) => (byte[])(object)obj!;

    public T? Deserialize<T>(byte[] data) => (T)(object)data;

    public async ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default)
    {
        await Task.Yield();
        return Serialize(obj);
    }

    public async ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default)
    {
        await Task.Yield();
        return Deserialize<T>(data);
    }
}
