using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CacheGen.Serialization;

/// <summary>
/// The bytes that are stored.
/// <code>
/// C1 02, length, CRC-32C, Brotli    length and checksum 4 bytes each, little-endian; the checksum is of length and Brotli
/// C1 01, payload                    a payload that happens to begin with C1
/// payload                           anything else, as the inner serializer wrote it
/// </code>
/// C1 begins neither JSON (no UTF-8 text has that byte) nor MessagePack (the one code it never uses), so what was stored before
/// compression was switched on is told apart, and small values stay readable where it is not switched on yet.
/// </summary>
internal static class CompressedPayload
{
    public const byte Mark = 0xC1;
    public const byte Raw = 1;
    public const byte Brotli = 2;
    public const int HeaderBytes = 10;

    // The largest window any reader of Brotli must support without asking; also the class library's default.
    private const int Window = 22;

    public static byte[] Pack(byte[] payload, CompressionOptions options) =>
        payload.Length >= options.ThresholdBytes && payload.Length <= options.MaxOriginalBytes
        && TryCompress(payload, options.Level) is { } packed
            ? packed
            : PackRaw(payload);

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Pack"/> made.</exception>
    public static byte[] Unpack(byte[] stored, CompressionOptions options)
    {
        if (stored.Length == 0 || stored[0] != Mark)
            return stored;
        return stored.Length < 2 ? throw Corrupt("it ends in its header") : stored[1] switch
        {
            Raw => stored[2..],
            Brotli => Decompress(stored, options.MaxOriginalBytes),
            var format => throw Corrupt($"its format {format} is unknown"),
        };
    }

    private static byte[] PackRaw(byte[] payload) => payload.Length > 0 && payload[0] == Mark ? [Mark, Raw, .. payload] : payload;

    private static byte[]? TryCompress(byte[] payload, CompressionLevel level)
    {
        // Room for less than the payload itself: what does not get smaller does not fit, and is stored raw.
        var room = payload.Length - 1;
        if (room <= HeaderBytes)
            return null;
        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var body = buffer.AsSpan(HeaderBytes, room - HeaderBytes);
            if (!BrotliEncoder.TryCompress(payload, body, out var written, Quality(level), Window))
                return null;
            buffer[0] = Mark;
            buffer[1] = Brotli;
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(2), payload.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(6), Checksum(payload.Length, body[..written]));
            return buffer.AsSpan(0, HeaderBytes + written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Decompress(byte[] stored, int maxBytes)
    {
        if (stored.Length <= HeaderBytes)
            throw Corrupt("it ends in its header");
        var length = BinaryPrimitives.ReadInt32LittleEndian(stored.AsSpan(2));
        if (length <= 0 || length > maxBytes)
            throw Corrupt($"it claims {length} bytes, of {maxBytes} at most");
        var compressed = stored.AsSpan(HeaderBytes);
        // Brotli has no checksum of its own: without this one, a flipped bit could come back as another value.
        if (BinaryPrimitives.ReadUInt32LittleEndian(stored.AsSpan(6)) != Checksum(length, compressed))
            throw Corrupt("its checksum differs");
        var payload = GC.AllocateUninitializedArray<byte>(length);
        if (!BrotliDecoder.TryDecompress(compressed, payload, out var written) || written != length)
            throw Corrupt("it does not decompress to the length it claims");
        return payload;
    }

    private static uint Checksum(int length, ReadOnlySpan<byte> bytes)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, (uint)length);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }

    // The qualities that BrotliStream takes for these levels.
    private static int Quality(CompressionLevel level) => level switch
    {
        CompressionLevel.NoCompression => 0,
        CompressionLevel.Fastest => 1,
        CompressionLevel.SmallestSize => 11,
        _ => 4,
    };

    private static InvalidDataException Corrupt(string why) => new($"The cached payload is corrupt: {why}.");
}
