using System.Buffers.Binary;

namespace CacheGen.Distributed;

/// <summary>
/// A value as the secondary keeps it: with its expiry, for IDistributedCache does not tell it, and the copy to the primary needs it.
/// <code>format 1 | end in UTC ticks, 8 bytes, 0 for none | sliding ticks, 8 bytes, 0 for none | value</code>
/// </summary>
internal static class SecondaryRecord
{
    private const byte Format = 1;
    private const int HeaderBytes = 1 + (2 * sizeof(long));

    public static byte[] Encode(byte[] value, Expiry expiry)
    {
        var record = GC.AllocateUninitializedArray<byte>(HeaderBytes + value.Length);
        record[0] = Format;
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(1), expiry.At?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(1 + sizeof(long)), expiry.Sliding?.Ticks ?? 0);
        value.CopyTo(record, HeaderBytes);
        return record;
    }

    /// <returns>Null where the bytes are not a record: no value is better than a wrong one.</returns>
    public static (byte[] Value, Expiry Expiry)? Decode(byte[]? record)
    {
        if (record is null || record.Length < HeaderBytes || record[0] != Format)
            return null;
        var end = BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(1));
        var sliding = BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(1 + sizeof(long)));
        if (end < 0 || end > DateTime.MaxValue.Ticks || sliding < 0)
            return null;
        var expiry = new Expiry(
            end == 0 ? null : new DateTimeOffset(end, TimeSpan.Zero),
            sliding == 0 ? null : TimeSpan.FromTicks(sliding));
        return (record[HeaderBytes..], expiry);
    }
}
