using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CacheGen.CompilerServices;

/// <summary>What generated code makes keys with. Not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheKey
{
    /// <summary>
    /// The text of a key: <c>CacheKey.Format(prefix, $"discogs:release:{id}")</c> escapes every hole. The prefix stands before it as it
    /// is, so that an engine which needs the whole key on a hit allocates one string.
    /// </summary>
    public static string Format(string prefix, [InterpolatedStringHandlerArgument(nameof(prefix))] CacheKeyHandler key) => key.ToStringAndClear();

    /// <summary>The same as a part of a larger key, which takes it as it stands.</summary>
    public static KeyText Part(CacheKeyHandler part) => new(part.ToStringAndClear());

    /// <summary>The transform <c>lower</c>. A string that is lower case already is returned itself.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Lower(string? text) => text?.ToLowerInvariant();

    /// <summary>The transform <c>upper</c>. A string that is upper case already is returned itself.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Upper(string? text) => text?.ToUpperInvariant();

    /// <summary>
    /// The transform <c>norm</c>: white space trimmed and each run of it one space, case folded (to invariant lower case).
    /// A string that is so already is returned itself, so that a hit with it allocates nothing.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Norm(string? text)
    {
        if (text is null)
            return null;
        return (HasFoldableSpace(text) ? FoldSpace(text) : text).ToLowerInvariant();
    }

    /// <summary>The transform <c>hash</c>: 32 hexadecimal digits, the first half of SHA-256. Null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Hash(string? text)
    {
        if (text is null)
            return null;
        // UTF-16, not UTF-8: a lone surrogate must not be hashed as the replacement character.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), digest);
        return Convert.ToHexString(digest[..16]).ToLowerInvariant();
    }

    /// <summary>The transform <c>hash</c> of a part that is text already.</summary>
    public static string Hash(KeyText text) => Hash(text.ToString());

    /// <summary>A DateTime whose kind counts.</summary>
    public static ExactDateTime Exact(DateTime value) => new(value);

    /// <inheritdoc cref="Exact(DateTime)"/>
    public static ExactDateTime? Exact(DateTime? value) => value is { } known ? new(known) : null;

    /// <summary>A DateTimeOffset whose offset counts.</summary>
    public static ExactDateTimeOffset Exact(DateTimeOffset value) => new(value);

    /// <inheritdoc cref="Exact(DateTimeOffset)"/>
    public static ExactDateTimeOffset? Exact(DateTimeOffset? value) => value is { } known ? new(known) : null;

    /// <summary>A record or class whose members are the key: refuses null and what derives from it, whose further members the key lacks.</summary>
    /// <exception cref="ArgumentException">It is of a type that derives from <typeparamref name="T"/>.</exception>
    public static T Exactly<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string? expression = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, expression);
        return value.GetType() == typeof(T)
            ? value
            : throw new ArgumentException($"The cache key reads the members of {typeof(T)} and would miss those of {value.GetType()}: pass a {typeof(T).Name}, or name members in the key.", expression);
    }

    /// <summary>A record or class that may be null, as its members; one that derives from it is refused.</summary>
    /// <exception cref="ArgumentException">It is of a type that derives from <typeparamref name="T"/>.</exception>
    public static KeyText Optional<T>(T? value, Func<T, KeyText> part, [CallerArgumentExpression(nameof(value))] string? expression = null)
        where T : class => value is null ? KeyText.Null : part(Exactly(value, expression));

    /// <summary>A struct or tuple that may be null, as its members.</summary>
    public static KeyText Optional<T>(T? value, Func<T, KeyText> part)
        where T : struct => value is { } known ? part(known) : KeyText.Null;

    /// <summary>What a method of the user's has returned, as its members: so that it is called once.</summary>
    public static KeyText Whole<T>(T value, Func<T, KeyText> part) => part(value);

    /// <summary>Whose answer it is.</summary>
    /// <exception cref="CacheScopeException">The scope does not know.</exception>
    public static string Scope(ICacheScope scope, string name, string method)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.GetScope(name) is { Length: > 0 } value ? value : throw new CacheScopeException(name, method);
    }

    /// <summary>A value of a type that formats itself, or of a type argument, by the invariant culture. Null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Text<T>(T? value) => value switch
    {
        null => null,
        // A type argument may be one of the types whose own default form loses digits.
        DateTime time => Exact(time).ToString(),
        DateTimeOffset time => Exact(time).ToString(),
        IFormattable formattable => CacheKeyHandler.Unescaped(formattable),
        _ => value.ToString() ?? "",
    };

    /// <summary>A value in the format that the template asks for, by the invariant culture. Null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Text<T>(T? value, string format) => ((IFormattable?)value)?.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A collection in its own order: <c>[a,b,c]</c>, each item escaped.</summary>
    public static KeyText List<T>(IEnumerable<T>? items, Func<T, KeyText> part) => Join(items?.Select(part).Select(text => text.ToString()));

    /// <summary>The transform <c>set</c>: the items once each, in an order that does not depend on the collection's.</summary>
    public static KeyText Set<T>(IEnumerable<T>? items, Func<T, KeyText> part) =>
        Join(items?.Select(part).Select(text => text.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static KeyText Join(IEnumerable<string>? parts)
    {
        if (parts is null)
            return KeyText.Null;
        // An empty list and a list of one empty string would both be [] without the comma behind each item.
        var text = new StringBuilder("[");
        foreach (var part in parts)
            text.Append(part).Append(',');
        return new KeyText(text.Append(']').ToString());
    }

    private static bool HasFoldableSpace(string text)
    {
        var afterSpace = true;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (isSpace && (afterSpace || c != ' '))
                return true;
            afterSpace = isSpace;
        }

        return afterSpace && text.Length > 0;
    }

    private static string FoldSpace(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
