using System.ComponentModel;
using CacheGen.CompilerServices;
using CacheGen.Configuration;

namespace CacheGen;

/// <summary>The static description of one cached method, emitted once by the generator.</summary>
public abstract partial class CachedMethod
{
    private static int s_count;

    private string? _prefix;

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

    /// <summary>
    /// A few hexadecimal digits for the shape of what the method returns: its serialized members and their types, and theirs.
    /// An engine whose store outlives the process makes it part of the key, so that a deployment never reads what another version
    /// of the type wrote. Empty where nothing is known of the shape.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What its keys begin with, after the prefixes of the cache and of the assembly: that of its type's <c>[CachePrefix]</c>, else the type's full name.</summary>
    public string Prefix
    {
        get => _prefix ??= MethodNames.TypeOf(Id);
        init => _prefix = value;
    }

    /// <summary>The name under which the configuration may say something of several methods at once; null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>
    /// For a method that returns a stream: the most items that are cached, as a list. Null in the list's place then marks a longer stream,
    /// which every caller reads from the source. 0: the method returns no stream.
    /// </summary>
    public int MaxItems { get; init; }

    /// <summary>How the method's type is made anew in another scope; null where its loads need no scope of their own.</summary>
    public FreshInstance? FreshInstance { get; init; }

    /// <summary>The slot of this method's table in every cache.</summary>
    internal int Index { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <inheritdoc/>
/// <typeparam name="TKey">The key arguments: the argument itself, or a generated readonly record struct of them.</typeparam>
/// <typeparam name="TValue">What the method returns, out of its Task.</typeparam>
public sealed partial class CachedMethod<TKey, TValue> : CachedMethod
    where TKey : notnull
{
    private readonly Func<string, TKey, string> _formatKey;

    /// <summary>For generated code.</summary>
    /// <param name="id">See <see cref="CachedMethod.Id"/>.</param>
    /// <param name="policy">What the attribute says.</param>
    /// <param name="formatKey">
    /// The text that is given, followed by the key as text. Equal keys give equal text, and unequal ones unequal text.
    /// </param>
    /// <param name="typeArguments">Of the generic type and method, outermost first; they become part of the id.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CachedMethod(string id, CachePolicy policy, Func<string, TKey, string> formatKey, params Type[] typeArguments)
        : base(typeArguments is { Length: > 0 } ? $"{id} [{string.Join<Type>(", ", typeArguments)}]" : id, policy)
    {
        _formatKey = formatKey;
    }

    /// <summary>The tags of the entry of a key, in which an engine files it, to remove it with others. Null: the method has no tags.</summary>
    public Func<TKey, string[]>? FormatTags { get; init; }

    /// <summary>Whether a value stands for "there is none": it is kept for MissTtl, and as a fallback for MissFailSafe.</summary>
    public bool IsMiss(TValue value) => Miss is null ? value is null : Miss(value);

    /// <summary>The key as text after a prefix of the engine's: one string, for engines that need it on every call.</summary>
    public string FormatKey(string prefix, TKey key) => _formatKey(prefix, key);
}
