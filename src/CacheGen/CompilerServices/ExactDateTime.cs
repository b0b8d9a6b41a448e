using System.ComponentModel;
using System.Globalization;

namespace CacheGen.CompilerServices;

/// <summary>A DateTime as a key part: its kind counts, unlike in DateTime's own equality.</summary>
/// <param name="Value">The argument.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ExactDateTime(DateTime Value) : ISpanFormattable
{
    // Basic ISO 8601: without the colons of the extended form, which would have to be escaped.
    internal const string Ticks = "yyyyMMdd'T'HHmmss.FFFFFFF";

    /// <inheritdoc/>
    public bool Equals(ExactDateTime other) => Value.Ticks == other.Value.Ticks && Value.Kind == other.Value.Kind;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(Ticks, CultureInfo.InvariantCulture) + Suffix;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.Length;
        return text.TryCopyTo(destination);
    }

    private string Suffix => Value.Kind switch { DateTimeKind.Utc => "Z", DateTimeKind.Local => "L", _ => "" };
}

/// <summary>A DateTimeOffset as a key part: its offset counts, unlike in DateTimeOffset's own equality.</summary>
/// <param name="Value">The argument.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ExactDateTimeOffset(DateTimeOffset Value) : ISpanFormattable
{
    /// <inheritdoc/>
    public bool Equals(ExactDateTimeOffset other) => Value.EqualsExact(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Value.DateTime.ToString(ExactDateTime.Ticks, CultureInfo.InvariantCulture)}~{Value.TotalOffsetMinutes}");

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.Length;
        return text.TryCopyTo(destination);
    }
}
