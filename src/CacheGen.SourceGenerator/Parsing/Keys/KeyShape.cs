using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// How one argument, or a piece of it, stands in a key: typed parts, and text around them. A record gives several parts,
/// most other things one.
/// </summary>
internal sealed record KeyShape(IReadOnlyList<KeyShape.Part> Parts, IReadOnlyList<KeyPiece> Pieces)
{
    /// <param name="Expression">C# that gives the part's value.</param>
    /// <param name="Type">C# of its type, without the ? of a part that may be null.</param>
    /// <param name="Name">What the part is called in the key struct.</param>
    /// <param name="Form">All that it can write, but for null.</param>
    public sealed record Part(string Expression, string Type, bool MayBeNull, string Name, string Form);

    /// <summary>One part that fills the whole hole.</summary>
    public static KeyShape Single(string expression, string type, bool mayBeNull, string name, string form) =>
        new([new Part(expression, type, mayBeNull, name, form)], [new KeyPiece(null, Part: 0)]);

    /// <summary>All that it can write: see <see cref="KeyForms"/>.</summary>
    public string Form() => string.Concat(Pieces.Select(piece => piece.Literal is { } literal
        ? KeyForms.Literal(literal)
        : KeyForms.OrNull(Parts[piece.Part].Form, Parts[piece.Part].MayBeNull)));

    /// <summary>The C# interpolated string that writes it at once, from the expressions themselves.</summary>
    public string Inline() => "$\"" + InlineText() + "\"";

    /// <summary>The same without the quotes, to stand within a longer one.</summary>
    public string InlineText() => string.Concat(Pieces.Select(piece => piece.Literal ?? Hole(Parts[piece.Part].Expression)));

    /// <summary>A literal as it stands in an interpolated string.</summary>
    public static string Escape(string literal) => literal.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("{", "{{").Replace("}", "}}");

    // A colon would begin a format.
    private static string Hole(string expression) => expression.Contains(':') ? $"{{({expression})}}" : $"{{{expression}}}";

    /// <summary>Shapes one after another, as (a,b,c).</summary>
    public static KeyShape Group(IReadOnlyList<KeyShape> members)
    {
        var parts = new List<Part>();
        var pieces = new List<KeyPiece> { new("(") };
        foreach (var member in members)
        {
            if (parts.Count > 0)
                pieces.Add(new KeyPiece(","));
            pieces.AddRange(member.Pieces.Select(piece => piece.Literal is null ? piece with { Part = piece.Part + parts.Count } : piece));
            parts.AddRange(member.Parts);
        }

        pieces.Add(new KeyPiece(")"));
        return new KeyShape(parts, pieces);
    }
}
