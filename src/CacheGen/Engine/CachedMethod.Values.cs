namespace CacheGen;

public abstract partial class CachedMethod
{
    /// <summary>The exceptions, and those derived from them, after which a stale value may be served; null: all.</summary>
    public Type[]? ServeStaleOn { get; init; }

    /// <summary>The exceptions, and those derived from them, after which the entry goes. They come before <see cref="ServeStaleOn"/>.</summary>
    public Type[]? NeverServeStaleOn { get; init; }

    /// <summary>What becomes of the stale value of a key whose load failed with this.</summary>
    public StaleUse UseOfStale(Exception failure)
    {
        // A result of which FailWhen says that it is a failure is no exception of the source's, and a refused lease none either.
        if (failure is FailedResultException or CacheRateLimitException)
            return StaleUse.Serve;
        return Includes(NeverServeStaleOn, failure) ? StaleUse.Forget
            : ServeStaleOn is null || Includes(ServeStaleOn, failure) ? StaleUse.Serve
            : StaleUse.Refuse;
    }

    private static bool Includes(Type[]? types, Exception failure)
    {
        foreach (var type in types ?? [])
        {
            if (type.IsInstanceOfType(failure))
                return true;
        }

        return false;
    }
}

public sealed partial class CachedMethod<TKey, TValue>
{
    /// <summary>IsMiss of the attribute; null: null is the miss.</summary>
    public Func<TValue, bool>? Miss { get; init; }

    /// <summary>StoreWhen of the attribute; null: all values are stored.</summary>
    public Func<TValue, bool>? StoreWhen { get; init; }

    /// <summary>TtlFrom of the attribute; null: all values live as long as the policy says.</summary>
    public Func<TValue, TimeSpan?>? TtlFrom { get; init; }

    /// <summary>FailWhen of the attribute; null: only exceptions are failures.</summary>
    public Func<TValue, bool>? FailWhen { get; init; }

    /// <summary>Whether two values are equal, whatever their types think of it; said where <see cref="CachePolicy.MaxTtl"/> is.</summary>
    public Func<TValue, TValue, bool>? SameValue { get; init; }
}
