using System.IO.Compression;

namespace CacheGen.Serialization;

/// <summary>What <see cref="CompressingSerializer"/> compresses, and how hard it tries.</summary>
public sealed class CompressionOptions
{
    /// <summary>
    /// Payloads of fewer bytes are stored as they are. 1024 by default: a smaller value travels in one network packet either
    /// way, so that compressing it would cost processor time on every read and save nothing that is felt.
    /// </summary>
    public int ThresholdBytes { get; set; } = 1024;

    /// <summary>
    /// <see cref="CompressionLevel.Fastest"/> by default, for whoever stores a value waits for it. Readers read every level.
    /// </summary>
    public CompressionLevel Level { get; set; } = CompressionLevel.Fastest;

    /// <summary>
    /// The longest payload, in bytes before compression, that is compressed and that is believed when it is read; 64 MiB by
    /// default. A corrupt or hostile header can make a reader allocate no more than this. Payloads above it are stored raw.
    /// </summary>
    public int MaxOriginalBytes { get; set; } = 64 * 1024 * 1024;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ThresholdBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxOriginalBytes);
        if (!Enum.IsDefined(Level))
            throw new ArgumentOutOfRangeException(nameof(Level), Level, "Not a level of compression.");
    }
}
