using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CacheGen.CompilerServices;

/// <summary>
/// Writes a key: literals as they stand, holes escaped, all by the invariant culture. What a hole writes consists of
/// letters, digits, <c>- _ . ~</c> and percent-encoded characters (RFC 3986), so any other ASCII character of a literal
/// ends it for certain, and two lists of arguments never give one text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public ref struct CacheKeyHandler
{
    internal const string NullText = "%null";

    private DefaultInterpolatedStringHandler _text;

    /// <summary>Called by the compiler.</summary>
    public CacheKeyHandler(int literalLength, int formattedCount)
    {
        _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    /// <summary>Called by the compiler; the prefix is a literal too.</summary>
    public CacheKeyHandler(int literalLength, int formattedCount, string prefix) : this(literalLength + prefix.Length, formattedCount) =>
        _text.AppendLiteral(prefix);

    /// <summary>A literal of the template, as it stands.</summary>
    public void AppendLiteral(string literal) => _text.AppendLiteral(literal);

    /// <summary>Text, escaped; null, the empty string and "null" differ.</summary>
    public void AppendFormatted(string? text)
    {
        if (text is null)
            _text.AppendLiteral(NullText);
        else
            Escape(text);
    }

    /// <summary>A part that is escaped already.</summary>
    public void AppendFormatted(KeyText text) => _text.AppendLiteral(text.ToString());

    /// <summary>The type argument of a generic method or type.</summary>
    public void AppendFormatted(Type type) => Escape(type.ToString());

    /// <summary>true or false.</summary>
    public void AppendFormatted(bool value) => _text.AppendLiteral(value ? "true" : "false");

    /// <inheritdoc cref="AppendFormatted(bool)"/>
    public void AppendFormatted(bool? value)
    {
        if (value is { } known)
            AppendFormatted(known);
        else
            _text.AppendLiteral(NullText);
    }

    /// <summary>A number, a Guid, a date, a time or an enum, in a form in which equal values look alike.</summary>
    public void AppendFormatted<T>(T value) where T : struct, IFormattable
    {
        if (IsAlwaysPlain<T>())
        {
            _text.AppendFormatted(value);
            return;
        }

        if (value is ISpanFormattable)
        {
            Span<char> buffer = stackalloc char[64];
            if (((ISpanFormattable)value).TryFormat(buffer, out var written, FormatOf(typeof(T)), CultureInfo.InvariantCulture))
            {
                Escape(Canonical(buffer[..written]));
                return;
            }
        }

        Escape(Unescaped(value));
    }

    /// <inheritdoc cref="AppendFormatted{T}(T)"/>
    public void AppendFormatted<T>(T? value) where T : struct, IFormattable
    {
        if (value is { } known)
            AppendFormatted(known);
        else
            _text.AppendLiteral(NullText);
    }

    internal string ToStringAndClear() => _text.ToStringAndClear();

    /// <summary>What a hole writes of such a value, before it is escaped.</summary>
    internal static string Unescaped(IFormattable value) =>
        Canonical(value.ToString(FormatOf(value.GetType()), CultureInfo.InvariantCulture)).ToString();

    // Digits, letters and minus signs only, so there is nothing to escape: these write themselves. The JIT decides it.
    private static bool IsAlwaysPlain<T>() =>
        typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte)
        || typeof(T) == typeof(Guid);

    // The default forms of these lose digits or keep what does not count (1.50 equals 1.5).
    private static string? FormatOf(Type type)
    {
        if (type == typeof(decimal))
            return "0.############################";
        if (type == typeof(TimeOnly))
            return "HHmmss.FFFFFFF";
        return type == typeof(DateOnly) ? "O" : null;
    }

    // -0 equals 0 for every number that has it.
    private static ReadOnlySpan<char> Canonical(ReadOnlySpan<char> text) => text is "-0" ? text[1..] : text;

    private void Escape(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = 0;
            while (plain < text.Length && IsPlain(text[plain]))
                plain++;
            _text.AppendFormatted(text[..plain]);
            text = text[plain..];
            if (!text.IsEmpty)
                text = text[EscapeFirst(text)..];
        }
    }

    /// <summary>Writes the first character, or surrogate pair, of the text; returns its length.</summary>
    private int EscapeFirst(scoped ReadOnlySpan<char> text)
    {
        var c = text[0];
        if (c < 0x80)
        {
            _text.AppendLiteral("%");
            _text.AppendFormatted((int)c, "X2");
            return 1;
        }

        if (text.Length > 1 && char.IsSurrogatePair(c, text[1]))
        {
            _text.AppendFormatted(text[..2]);
            return 2;
        }

        // Half a pair: UTF-8 has no bytes for it, and a store would keep all such as one replacement character.
        _text.AppendLiteral("%u");
        _text.AppendFormatted((int)c, "X4");
        return 1;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' || (c >= 0x80 && !char.IsSurrogate(c));
}
