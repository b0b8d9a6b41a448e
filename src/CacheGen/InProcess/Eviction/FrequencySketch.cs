using System.Numerics;

namespace CacheGen.InProcess.Eviction;

/// <summary>
/// About how often each key was asked for lately, in a count-min sketch of four-bit counters: eight bytes per entry, for the keys that
/// are cached and for those that are not. The four counters of a key are in one cache line.
/// </summary>
/// <remarks>
/// It grows with the cache, and all is halved once in ten times as many additions as there are entries, so that what was popular is
/// forgotten. Neither may stop whoever adds an entry. It ages word by word, and it grows by linear hashing, chunk by chunk: a new chunk is
/// a copy of the one that its keys were in before, which therefore loses no count.
/// </remarks>
internal sealed class FrequencySketch
{
    private const int WordsPerBlock = 8;
    private const int BlocksPerChunk = 32;
    private const int WordsPerChunk = WordsPerBlock * BlocksPerChunk;
    private const int AdditionsPerEntry = 10;
    private const ulong LowBits = 0x7777_7777_7777_7777;

    private ulong[][] _chunks = [new ulong[WordsPerChunk]];
    private int _count = 1;
    private int _agingChunk;
    private int _agingWord;
    private long _agingDue;

    /// <summary>From 0 to 15.</summary>
    public int Estimate(uint hash)
    {
        var (chunk, block, counters) = Locate(hash);
        var least = 15;
        for (var row = 0; row < 4; row++)
        {
            var (word, shift) = Counter(block, counters, row);
            least = Math.Min(least, (int)(chunk[word] >> shift) & 15);
        }

        return least;
    }

    /// <param name="hash">The key's, well mixed.</param>
    /// <param name="times">How often it was asked for.</param>
    /// <param name="entries">How many the cache has.</param>
    public void Add(uint hash, int times, long entries)
    {
        if (entries > (long)_count * WordsPerChunk)
            Grow();
        var (chunk, block, counters) = Locate(hash);
        for (var row = 0; row < 4; row++)
        {
            var (word, shift) = Counter(block, counters, row);
            var count = (int)(chunk[word] >> shift) & 15;
            chunk[word] += (ulong)Math.Min(times, 15 - count) << shift;
        }

        var words = (long)_count * WordsPerChunk;
        _agingDue += times * words;
        // No faster where the cache has become much smaller than it was: that would be many words at once.
        for (var period = AdditionsPerEntry * Math.Max(entries, words / 4); _agingDue >= period; _agingDue -= period)
            AgeNextWord();
    }

    private static (int Word, int Shift) Counter(int block, uint counters, int row)
    {
        // A row is two of the block's words, and its counter one of their 32.
        var bits = (int)(counters >> (row * 8));
        return (block + (row * 2) + (bits & 1), ((bits >> 1) & 15) * 4);
    }

    private (ulong[] Chunk, int Block, uint Counters) Locate(uint hash)
    {
        var number = hash / BlocksPerChunk;
        var doubled = BitOperations.RoundUpToPowerOf2((uint)_count);
        var chunk = number & (doubled - 1);
        if (chunk >= _count)
            chunk &= (doubled >> 1) - 1;
        var counters = hash * 0x31848BAB;
        return (_chunks[chunk], (int)(hash % BlocksPerChunk) * WordsPerBlock, counters ^ (counters >> 14));
    }

    private void Grow()
    {
        if (_count == _chunks.Length)
            Array.Resize(ref _chunks, _count * 2);
        var origin = _count - (int)(BitOperations.RoundUpToPowerOf2((uint)_count + 1) >> 1);
        _chunks[_count] = (ulong[])_chunks[origin].Clone();
        _count++;
    }

    private void AgeNextWord()
    {
        ref var word = ref _chunks[_agingChunk][_agingWord];
        word = (word >> 1) & LowBits;
        if (++_agingWord < WordsPerChunk)
            return;
        _agingWord = 0;
        _agingChunk = (_agingChunk + 1) % _count;
    }
}
