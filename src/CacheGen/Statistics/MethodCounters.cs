using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CacheGen;

/// <summary>
/// Counts for one method in one cache. Hits are counted in stripes, one a processor, without a lock: they cost about 2 ns,
/// and threads that meet in a stripe may lose a count, never invent one. All else is exact.
/// </summary>
public sealed class MethodCounters
{
    private static readonly int s_mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount) - 1;

    private readonly Stripe[] _hits = new Stripe[s_mask + 1];
    private long _misses;
    private long _stale;
    private long _secondLevel;
    private long _loads;
    private long _errors;
    private long _refused;
    private long _evicted;

    /// <summary>Calls answered by a fresh value.</summary>
    public long Hits
    {
        get
        {
            long sum = 0;
            foreach (ref var stripe in _hits.AsSpan())
                sum += Volatile.Read(ref stripe.Count);
            return sum;
        }
    }

    /// <summary>Calls that found no fresh value in this process.</summary>
    public long Misses => Volatile.Read(ref _misses);

    /// <summary>How many of the misses were answered by a stale value.</summary>
    public long Stale => Volatile.Read(ref _stale);

    /// <summary>How many of the misses were answered by the engine's second level (L2), without calling the source.</summary>
    public long SecondLevel => Volatile.Read(ref _secondLevel);

    /// <summary>Calls of the source, eager refreshes included. Misses that share a load count one here.</summary>
    public long Loads => Volatile.Read(ref _loads);

    /// <summary>Loads that failed or timed out.</summary>
    public long Errors => Volatile.Read(ref _errors);

    /// <summary>How many of the failed loads were refused by the method's rate limiter, without calling the source.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>Entries that left this process to make room for others.</summary>
    public long Evicted => Volatile.Read(ref _evicted);

    /// <summary>Counts a hit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hit() =>
        // The mask is that of the array's length, so the index needs no check.
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_hits), Thread.GetCurrentProcessorId() & s_mask).Count++;

    /// <summary>Counts hits.</summary>
    public void Hit(int calls) => _hits[Thread.GetCurrentProcessorId() & s_mask].Count += calls;

    /// <summary>Counts misses.</summary>
    public void Miss(int calls = 1) => Interlocked.Add(ref _misses, calls);

    /// <summary>Counts calls answered by a stale value.</summary>
    public void ServedStale(int calls = 1) => Interlocked.Add(ref _stale, calls);

    /// <summary>Counts calls answered by the second level.</summary>
    public void ServedSecondLevel(int calls = 1) => Interlocked.Add(ref _secondLevel, calls);

    /// <summary>Counts loads.</summary>
    public void Load(int loads = 1) => Interlocked.Add(ref _loads, loads);

    /// <summary>Counts a failed load.</summary>
    public void Error() => Interlocked.Increment(ref _errors);

    /// <summary>Counts loads that the rate limiter refused, beside <see cref="Error"/>.</summary>
    public void Refuse(int loads = 1) => Interlocked.Add(ref _refused, loads);

    /// <summary>Counts an entry that made room for another.</summary>
    public void Evict() => Interlocked.Increment(ref _evicted);

    /// <summary>What was counted as a hit was refused by ValidWhen. The count of one stripe may fall below zero; the sum is right.</summary>
    internal void TakeBackHit() => _hits[Thread.GetCurrentProcessorId() & s_mask].Count--;

    /// <summary>The call that was counted as a miss begins anew, and will be counted again.</summary>
    internal void TakeBackMiss() => Interlocked.Decrement(ref _misses);

    // Two cache lines apart: the prefetcher reads them in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Stripe
    {
        // Not at the start: the first would share a line with the array's length.
        [FieldOffset(64)]
        public long Count;
    }
}
