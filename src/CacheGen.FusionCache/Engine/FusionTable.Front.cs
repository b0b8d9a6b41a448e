using System.Runtime.CompilerServices;
using CacheGen.InProcess;

namespace CacheGen.Fusion;

/// <summary>What is remembered of keys, so that FusionCache need not be asked for what is known.</summary>
internal sealed partial class FusionTable<TKey, TValue>
{
    // As the memory cache under FusionCache: who adds looks now and then whether something is to go.
    private const long DropEvery = 60_000;

    private readonly Clock _clock;
    private readonly KeyVersions _versions;
    private volatile KnownKeys<TKey, TValue> _keys;
    private long _nextDrop;

    /// <summary>A value that need not be asked for; null where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FrontValue<TValue>? FrontOf(KnownKey<TKey, TValue>? known) =>
        known?.Front is { } front && _clock.Coarse < front.Until && _versions.Read(known.Slots) == front.Stamp ? front : null;

    /// <summary>A key that is not known yet. It is remembered when it is hit.</summary>
    private KnownKey<TKey, TValue> Describe(TKey key, int hash)
    {
        var text = FormatKey(key);
        return new KnownKey<TKey, TValue>(
            key, hash, text, _cache.HasFront ? KeyVersions.SlotsOf(text, Method.FormatTags?.Invoke(key)) : default);
    }

    /// <summary>FusionCache has had this value at some time since it was asked.</summary>
    /// <param name="asked">The key.</param>
    /// <param name="newIn">Where the key is to be remembered, if it is not yet.</param>
    /// <param name="value">The value.</param>
    /// <param name="question">What was true before FusionCache was asked.</param>
    private void Remember(KnownKey<TKey, TValue> asked, KnownKeys<TKey, TValue>? newIn, TValue value, in Question question)
    {
        if (newIn is not null)
            newIn.Add(asked);
        else if (!asked.Visited)
            asked.Visited = true;
        if (question.Times.Front == 0)
            return;
        var until = question.Time + question.Times.Front;
        if (question.Times.RefreshCheck > 0)
            until = Math.Min(until, asked.NextRefreshCheck);
        asked.Front = new FrontValue<TValue>(value, question.Stamp, until);
        if (question.Time >= Volatile.Read(ref _nextDrop))
            DropValues(question.Time);
    }

    /// <summary>To be made before FusionCache is asked: what changes after that must be seen.</summary>
    private Question Ask(KnownKey<TKey, TValue> key, EntryOptions options) =>
        options.Times.Front == 0 ? new Question(options.Times, 0, 0) : new Question(options.Times, _versions.Read(key.Slots), _clock.Now);

    /// <summary>A plain look would not do: LoadAsync looks, and finds hits too.</summary>
    private bool LooksInLoad(KnownKey<TKey, TValue>? known, HitTimes times) =>
        _looksAsynchronously || (times.RefreshCheck > 0 && (known is null || _clock.Coarse >= known.NextRefreshCheck));

    private void DropValues(long now)
    {
        Volatile.Write(ref _nextDrop, now + DropEvery);
        ThreadPool.UnsafeQueueUserWorkItem(static drop => drop.Keys.DropValues(drop.Now), (Keys: _keys, Now: now), preferLocal: false);
    }

    private readonly record struct Question(HitTimes Times, int Stamp, long Time);
}
