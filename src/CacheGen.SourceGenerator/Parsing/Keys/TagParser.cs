using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// The tags: templates like the key's, whose holes are holes of the key. An engine knows an entry by its key alone, also when it sets or
/// refreshes it, and so can tell the entry's tags whenever it needs them.
/// </summary>
internal static class TagParser
{
    public static EquatableArray<TagModel> Parse(ParseContext context, KeyModel key)
    {
        // Where something is wrong with the key, nobody knows what it lacks.
        var isKeyKnown = !context.Broken.Any(rule => rule.StartsWith("CG2", StringComparison.Ordinal));
        var tags = new List<TagModel>();
        var templates = context.Arguments("Tags");
        for (var i = 0; i < templates.Count; i++)
        {
            var template = templates[i];
            var place = new AttributePlace("Tags", i);
            void Lacks(TemplateItem item)
            {
                if (isKeyKnown)
                    context.ReportArgument(Rules.TagLacksKey, place, item.Span, template.Substring(item.Span.Start, item.Span.Length), KeyTemplate.OneLine(key.Template));
            }

            var holes = new HoleResolver(context, place, "Tag", template) { NoKeyType = Lacks };
            if (Parse(template, key, holes, Lacks) is not { } tag)
                continue;
            if (tags.Any(other => other.Pieces.Equals(tag.Pieces)))
                holes.Malformed(new(0, template.Length), "the method has this tag already; leave one out");
            else
                tags.Add(tag);
        }

        return tags.ToEquatableArray();
    }

    /// <summary>Null, after a report, where something is wrong with it.</summary>
    private static TagModel? Parse(string template, KeyModel key, HoleResolver holes, Action<TemplateItem> lacks)
    {
        if (template.Length == 0)
        {
            holes.Malformed(default, "it is empty; write a text, or leave the tag out");
            return null;
        }

        var isFine = true;
        var pieces = new List<KeyPiece>();
        foreach (var item in holes.Split())
        {
            if (item.Path is null)
            {
                pieces.Add(new KeyPiece(item.Literal));
                continue;
            }

            var shape = holes.Resolve(item);
            var isInKey = shape is not null && TryAdd(shape, key, pieces);
            if (shape is not null && !isInKey)
                lacks(item);
            isFine &= isInKey;
        }

        return isFine && pieces.Count > 0 ? new TagModel(template, pieces.ToEquatableArray()) : null;
    }

    // The same parameter, path, format and transforms give the same expression.
    private static bool TryAdd(KeyShape shape, KeyModel key, List<KeyPiece> pieces)
    {
        var parts = shape.Parts.Select(part => key.Parts.ToList().FindIndex(other => other.Expression == part.Expression && other.Type == part.Type)).ToArray();
        pieces.AddRange(shape.Pieces.Select(piece => piece.Literal is null ? piece with { Part = parts[piece.Part] } : piece));
        return !parts.Contains(-1);
    }
}
