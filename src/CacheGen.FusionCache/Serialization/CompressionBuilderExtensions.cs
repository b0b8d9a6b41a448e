using CacheGen.Serialization;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches compression on for a FusionCache.</summary>
public static class CompressionBuilderExtensions
{
    /// <summary>
    /// Compresses what the serializer chosen so far writes: <c>.WithSystemTextJsonSerializer().WithCompression()</c>. Say it after the
    /// serializer; a serializer chosen later replaces both. Without one, the registered serializer is wrapped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option has a value that makes no sense.</exception>
    /// <exception cref="InvalidOperationException">
    /// When the cache is built: no serializer was chosen and none is registered.
    /// </exception>
    public static IFusionCacheBuilder WithCompression(this IFusionCacheBuilder builder, Action<CompressionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new CompressionOptions();
        configure?.Invoke(options);
        options.Validate();

        if (builder.Serializer is { } serializer)
            return builder.WithSerializer(new CompressingSerializer(serializer, options));
        var inner = builder.SerializerFactory ?? Registered(builder.SerializerServiceKey);
        return builder.WithSerializer(services => new CompressingSerializer(inner(services), options));
    }

    private static Func<IServiceProvider, IFusionCacheSerializer> Registered(object? serviceKey) => serviceKey is null
        ? static services => services.GetRequiredService<IFusionCacheSerializer>()
        : services => services.GetRequiredKeyedService<IFusionCacheSerializer>(serviceKey);
}
