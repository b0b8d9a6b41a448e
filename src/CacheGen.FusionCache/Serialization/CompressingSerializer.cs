using ZiggyCreatures.Caching.Fusion.Serialization;

namespace CacheGen.Serialization;

/// <summary>
/// Compresses with Brotli what another serializer wrote, from a threshold on, and reads what was stored without it.
/// Ours because FusionCache leaves compression to serializers and none of its serializers has it as a wrapper: System.Text.Json's has
/// none (its issue 528 asks for it), MessagePack's only its own.
/// </summary>
/// <remarks>
/// What the processor pays is on the caller's thread. A payload that does not get smaller is stored as it was.
/// </remarks>
public sealed class CompressingSerializer : IFusionCacheSerializer
{
    private readonly IFusionCacheSerializer _inner;
    private readonly CompressionOptions _options;

    /// <summary>Wraps a serializer.</summary>
    /// <param name="inner">Makes bytes of objects, and objects of bytes.</param>
    /// <param name="options">Copied: later changes have no effect. Null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option has a value that makes no sense.</exception>
    public CompressingSerializer(IFusionCacheSerializer inner, CompressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        options ??= new CompressionOptions();
        options.Validate();
        _inner = inner;
        _options = new CompressionOptions
        {
            ThresholdBytes = options.ThresholdBytes,
            Level = options.Level,
            MaxOriginalBytes = options.MaxOriginalBytes,
        };
    }

    /// <inheritdoc />
    // FusionCache leaves an entry out of the store where a serializer answers null, so a null goes through as it is.
    public byte[] Serialize<T>(T? obj) => _inner.Serialize(obj) is { } payload ? CompressedPayload.Pack(payload, _options) : null!;

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">
    /// The bytes are corrupt. FusionCache logs it and goes on as with a miss, unless its entry option
    /// ReThrowSerializationExceptions is on.
    /// </exception>
    public T? Deserialize<T>(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _inner.Deserialize<T>(CompressedPayload.Unpack(data, _options));
    }

    /// <inheritdoc />
    public async ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) =>
        await _inner.SerializeAsync(obj, token).ConfigureAwait(false) is { } payload ? CompressedPayload.Pack(payload, _options) : null!;

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The bytes are corrupt, as in <see cref="Deserialize{T}"/>.</exception>
    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _inner.DeserializeAsync<T>(CompressedPayload.Unpack(data, _options), token);
    }

    /// <summary>Both serializers' names, for FusionCache's own log.</summary>
    public override string ToString() => $"{nameof(CompressingSerializer)}({_inner})";
}
