using System.ComponentModel;

namespace CacheGen;

/// <summary>The static description of one cached method, emitted once by the generator.</summary>
public abstract class CachedMethod
{
    private static int s_count;

    private protected CachedMethod(string id, CachePolicy policy)
    {
        Id = id;
        Policy = policy;
        Index = Interlocked.Increment(ref s_count) - 1;
    }

    /// <summary>Stable id: <c>Namespace.Type.Method(parameter types)</c>, with the type arguments of closed generics.</summary>
    public string Id { get; }

    /// <summary>What the method's attribute says.</summary>
    public CachePolicy Policy { get; }

    /// <summary>The slot of this method's table in every cache.</summary>
    internal int Index { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <inheritdoc/>
/// <typeparam name="TKey">The key arguments: the argument itself, or a generated readonly record struct of them.</typeparam>
/// <typeparam name="TValue">What the method returns, out of its Task.</typeparam>
public sealed class CachedMethod<TKey, TValue> : CachedMethod
    where TKey : notnull
{
    private readonly Func<TKey, string> _formatKey;

    /// <summary>For generated code.</summary>
    /// <param name="id">See <see cref="CachedMethod.Id"/>.</param>
    /// <param name="policy">What the attribute says.</param>
    /// <param name="formatKey">The key as text, without the cache's prefix. Equal keys give equal text, and unequal ones unequal text.</param>
    /// <param name="typeArguments">Of the generic type and method, outermost first; they become part of the id.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CachedMethod(string id, CachePolicy policy, Func<TKey, string> formatKey, params Type[] typeArguments)
        : base(typeArguments is { Length: > 0 } ? $"{id} [{string.Join<Type>(", ", typeArguments)}]" : id, policy)
    {
        _formatKey = formatKey;
    }

    /// <summary>The key as text, without the cache's prefix. It costs an allocation: engines call it off the hit path.</summary>
    public string FormatKey(TKey key) => _formatKey(key);
}
