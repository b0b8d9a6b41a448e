using System.Runtime.CompilerServices;
using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Fusion;

/// <summary>
/// How often what FusionCache has was changed, by key: what a front holds is valid while the version of its key is that of before FusionCache
/// was asked. Many keys share a version; a change of another one costs a look into FusionCache.
/// </summary>
/// <remarks>
/// Who changes something does so first and counts then, which is a full fence; who fills a front reads the version first and looks then. So
/// a value from before the change always has a version from before it. That a version comes round again takes four thousand million changes,
/// and by then the window has passed.
/// All engines on one FusionCache share the versions, whether they have a front or not: what goes through any of them is seen at once.
/// </remarks>
internal sealed class KeyVersions
{
    private const int Count = 4096;

    private static readonly ConditionalWeakTable<IFusionCache, KeyVersions> s_all = [];

    private readonly int[] _versions = new int[Count];

    public static KeyVersions Of(IFusionCache fusion) => s_all.GetValue(fusion, static _ => new KeyVersions());

    /// <summary>A key, or a tag as <see cref="TagKey"/>, was set, removed or expired.</summary>
    public void Changed(ReadOnlySpan<char> key) => Interlocked.Increment(ref _versions[SlotOf(key)]);

    public void AllChanged()
    {
        foreach (ref var version in _versions.AsSpan())
            Interlocked.Increment(ref version);
    }

    /// <summary>The versions of a key and its tags in one number: each only grows, so the sum is the same only if all of them are.</summary>
    public int Read(in Slots slots)
    {
        var sum = Volatile.Read(ref _versions[slots.Key]);
        if (slots.Tags is { } tags)
        {
            foreach (var tag in tags)
                sum += Volatile.Read(ref _versions[tag]);
        }

        return sum;
    }

    public static Slots SlotsOf(string key, string[]? tags) =>
        new(SlotOf(key), tags is { Length: > 0 } ? Array.ConvertAll(tags, static tag => SlotOf(TagKey(tag))) : null);

    /// <summary>The key under which FusionCache keeps when a tag was removed, and which its events tell.</summary>
    public static string TagKey(string tag) => FusionCacheInternalStrings.DefaultTagCacheKeyPrefix + tag;

    private static int SlotOf(ReadOnlySpan<char> key) => string.GetHashCode(key) & (Count - 1);

    /// <summary>Where changes of a key, and of its tags, are counted.</summary>
    internal readonly record struct Slots(int Key, int[]? Tags);
}
