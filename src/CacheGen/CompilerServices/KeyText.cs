using System.ComponentModel;

namespace CacheGen.CompilerServices;

/// <summary>A part of a key that is formatted and escaped already: collections, records that may be null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct KeyText
{
    private readonly string? _text;

    internal KeyText(string text) => _text = text;

    /// <summary>How null is written. No string is written so: a percent sign of its own is escaped.</summary>
    public static KeyText Null { get; } = new(CacheKeyHandler.NullText);

    /// <inheritdoc/>
    public override string ToString() => _text ?? CacheKeyHandler.NullText;
}
