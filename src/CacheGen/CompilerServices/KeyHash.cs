using System.ComponentModel;
using System.Numerics;
using CacheGen.InProcess;

namespace CacheGen.CompilerServices;

/// <summary>
/// The hash of a generated key. What a record struct would make of itself asks string for its hash, which takes longer than all the rest of
/// a hit, and combines numbers so that whoever chooses them can choose them all for one bucket.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct KeyHash
{
    private const uint Odd = 0x9E37_79B1;

    private static readonly uint s_seed = (uint)Random.Shared.Next();

    private KeyHash(uint value) => Value = (int)value;

    /// <summary>That of no parts: another number in each process.</summary>
    public static KeyHash Start => new(s_seed);

    /// <summary>The hash of the parts so far.</summary>
    public int Value { get; }

    /// <summary>With one more part, as its type hashes it.</summary>
    public KeyHash With<T>(T part) => Add(part is null ? 0 : part.GetHashCode());

    /// <summary>With one more part.</summary>
    public KeyHash With(string? part) => Add(part is null ? 0 : TextHash.Of(part));

    private KeyHash Add(int part) => new((BitOperations.RotateLeft((uint)Value, 5) ^ (uint)part) * Odd);
}
