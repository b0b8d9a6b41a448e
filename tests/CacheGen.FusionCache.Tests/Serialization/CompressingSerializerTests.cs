using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CacheGen.Serialization;
using Xunit;

namespace CacheGen.FusionCache.Tests.Serialization;

public sealed class CompressingSerializerTests
{
    private static readonly CompressingSerializer s_serializer = new(new PassThroughSerializer());

    [Fact]
    public async Task AnyPayload_ComesBackAsItWas()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var payload = Payload(random, random.Next(0, 3000), alphabet: random.Next(1, 257));
            if (payload.Length > 0 && round % 10 == 0)
                payload[0] = 0xC1;

            var stored = s_serializer.Serialize(payload);
            var storedToo = await s_serializer.SerializeAsync(payload);

            Assert.Equal(stored, storedToo);
            Assert.Equal(payload, s_serializer.Deserialize<byte[]>(stored));
            Assert.Equal(payload, await s_serializer.DeserializeAsync<byte[]>(stored));
            Assert.True(stored.Length <= payload.Length + 2);
        }
    }

    [Theory]
    [InlineData(1023, false)]
    [InlineData(1024, true)]
    [InlineData(1025, true)]
    public void PayloadAtThreshold_IsCompressedFromThereOn(int length, bool compressed)
    {
        var payload = Encoding.ASCII.GetBytes(new string('a', length));

        var stored = s_serializer.Serialize(payload);

        Assert.Equal(compressed, stored.Length < payload.Length);
        Assert.Equal(payload, s_serializer.Deserialize<byte[]>(stored));
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void AnyLevel_IsReadByAnyOther(CompressionLevel level)
    {
        var payload = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 2000)));

        var stored = new CompressingSerializer(new PassThroughSerializer(), new CompressionOptions { Level = level }).Serialize(payload);

        Assert.InRange(stored.Length, 1, payload.Length * 3 / 4);
        Assert.Equal(payload, s_serializer.Deserialize<byte[]>(stored));
    }

    [Fact]
    public void RandomBytes_AreStoredRaw()
    {
        var payload = Payload(new Random(1), 5000, alphabet: 256);
        payload[0] = 1;

        Assert.Same(payload, s_serializer.Serialize(payload));
    }

    [Theory]
    [InlineData("{\"v\":1}")]
    [InlineData("  [1]")]
    [InlineData("null")]
    [InlineData("")]
    public void PayloadFromBeforeCompression_IsRead(string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(s_serializer.Deserialize<byte[]>(Encoding.UTF8.GetBytes(json))!));

    [Fact]
    public void TruncatedPayload_IsRefusedWhereverItEnds()
    {
        var stored = Compressed();
        for (var length = 1; length < stored.Length; length++)
            Assert.Throws<InvalidDataException>(() => s_serializer.Deserialize<byte[]>(stored[..length]));
    }

    [Fact]
    public void FlippedBit_IsRefusedWhereverItIs()
    {
        var stored = Compressed();
        // From the second byte on: without its mark, a payload is one from before compression.
        for (var bit = 8; bit < stored.Length * 8; bit++)
        {
            var corrupt = stored.ToArray();
            corrupt[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => s_serializer.Deserialize<byte[]>(corrupt));
        }
    }

    [Fact]
    public void HugeClaimedLength_IsRefusedBeforeItIsAllocated()
    {
        var stored = Compressed();
        BinaryPrimitives.WriteInt32LittleEndian(stored.AsSpan(2), int.MaxValue);

        var refusal = Assert.Throws<InvalidDataException>(() => s_serializer.Deserialize<byte[]>(stored));

        Assert.Contains("claims 2147483647 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PayloadOverTheBound_IsStoredRaw()
    {
        var serializer = new CompressingSerializer(new PassThroughSerializer(), new CompressionOptions { MaxOriginalBytes = 2000 });
        var payload = Encoding.ASCII.GetBytes(new string('a', 2001));

        Assert.Same(payload, serializer.Serialize(payload));
    }

    [Fact]
    public void SenselessOption_IsRefused()
    {
        CompressionOptions[] senseless = [new() { ThresholdBytes = -1 }, new() { MaxOriginalBytes = 0 }, new() { Level = (CompressionLevel)9 }];
        foreach (var options in senseless)
            Assert.Throws<ArgumentOutOfRangeException>(() => new CompressingSerializer(new PassThroughSerializer(), options));
    }

    private static byte[] Compressed()
    {
        var stored = s_serializer.Serialize(Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 500))));
        Assert.Equal(0xC1, stored[0]);
        return stored;
    }

    // The fewer different bytes, the better it compresses.
    private static byte[] Payload(Random random, int length, int alphabet)
    {
        var payload = new byte[length];
        for (var index = 0; index < length; index++)
            payload[index] = (byte)random.Next(alphabet);
        return payload;
    }
}
