using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>All keys that one method can make: what stands between the colons, since no hole can write a colon.</summary>
internal sealed class KeyPattern
{
    /// <summary>The method, where it is in source; null for one of a compiled assembly.</summary>
    public ParseContext? Context { get; init; }

    public required string Id { get; init; }

    public required string Template { get; init; }

    public required string ValueType { get; init; }

    /// <summary>The assembly, where it is another one.</summary>
    public required string? Assembly { get; init; }

    public required IReadOnlyList<KeySegment> Segments { get; init; }

    /// <summary>
    /// Of a method in source: only its key is parsed, since on a key press in an editor this is done for all methods whose keys begin alike. Null for
    /// one that has no keys of its own, or a wrong one.
    /// </summary>
    public static KeyPattern? Of(IMethodSymbol method, Compilation compilation, string? assembly, CancellationToken cancellationToken)
    {
        if (method.PartialDefinitionPart is not null || !method.IsCached() || MethodParsers.Begin(method, compilation, report: null, cancellationToken) is not { } context
            || ValueOf(context) is not { } value)
        {
            return null;
        }

        var typeParameters = method.ContainingType.Nesting().SelectMany(type => type.TypeParameters).Concat(method.TypeParameters).Select(parameter => parameter.Name).ToArray();
        var key = KeyParser.Parse(context, typeParameters);
        if (context.HasErrors)
            return null;
        var segments = new SegmentList();
        foreach (var piece in key.Pieces)
        {
            if (piece.Literal is { } literal)
                segments.Add(literal);
            else
                segments.AddHole(piece.TypeArgument is null ? context.KeyForms[piece.Part] : KeyForms.NonEmpty);
        }

        return new KeyPattern
        {
            Context = context,
            Id = CachedMethodParser.IdOf(method),
            Template = key.Template,
            ValueType = ShortType(value.Code().Replace("global::", "")),
            Assembly = assembly,
            Segments = segments.ToList(),
        };
    }

    /// <summary>The type of what is cached; null for a batch that has no entries of its own.</summary>
    private static ITypeSymbol? ValueOf(ParseContext context)
    {
        var returned = context.Method.ReturnType;
        var result = returned.AwaitedResult()?.Result ?? returned;
        if (context.Attribute.AttributeClass!.Name != BatchMethodParser.BatchAttribute)
            return result.StreamItem() is { } item ? StreamParser.ListOf(item, context.Compilation) : result;
        if (context.Argument<string>("Of") is not null || BatchShape.Of(context, result) is not { } shape)
            return null;
        context.Item = new ItemParameter(shape.Ids, shape.Id);
        return shape.Cached;
    }

    /// <summary>Of a catalog, which says the template but no types; null for one that cannot be read.</summary>
    public static KeyPattern? Of(string id, string template, string valueType, string assembly)
    {
        var segments = new SegmentList();
        foreach (var item in KeyTemplate.Split(template, static (_, _) => { }))
        {
            if (item.Path is not null)
                segments.AddHole(item.Transforms.LastOrDefault() == "hash" ? KeyForms.OrNull(KeyForms.Hash) : KeyForms.Unknown);
            else
                segments.AddWithTypeArguments(item.Literal);
        }

        return segments.ToList() is { Count: > 1 } list
            ? new KeyPattern { Id = id, Template = template, ValueType = ShortType(valueType), Assembly = assembly, Segments = list }
            : null;
    }

    /// <summary>Whether two templates differ in nothing but the names in their holes.</summary>
    public bool HasTemplateOf(KeyPattern other) => Shape(Template) == Shape(other.Template);

    private static string Shape(string template) => string.Concat(KeyTemplate.Split(template, static (_, _) => { }).Select(item => item.Path is null
        ? item.Literal
        : $"\0{item.Format}|{string.Join("|", item.Transforms)}|{item.Default}\0"));

    // Null is no other type.
    private static string ShortType(string type) => type.TrimEnd('?');
}

/// <param name="Form">What it can be: see <see cref="KeyForms"/>.</param>
/// <param name="IsLiteral">It is one text.</param>
internal readonly record struct KeySegment(string Form, bool IsLiteral);

/// <summary>Segments in the making.</summary>
internal sealed class SegmentList
{
    private readonly List<KeySegment> _segments = [];
    private string _form = "";
    private bool _hasHole;

    public void Add(string literal)
    {
        var texts = literal.Split(':');
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0)
                End();
            _form += KeyForms.Literal(texts[i]);
        }
    }

    public void AddHole(string form)
    {
        _form += form;
        _hasHole = true;
    }

    /// <summary>Of a literal of a catalog's template, in which the type arguments of a generic method stand by their names.</summary>
    public void AddWithTypeArguments(string literal)
    {
        var (open, close) = (literal.IndexOf('<'), literal.IndexOf(">:", StringComparison.Ordinal));
        if (open < 0 || close < open)
        {
            Add(literal);
            return;
        }

        Add(literal.Substring(0, open + 1));
        for (var i = open + 1; i <= close; i++)
        {
            if (i == close || literal[i] is ',' or ';')
            {
                AddHole(KeyForms.NonEmpty);
                Add(literal[i].ToString());
            }
        }

        Add(literal.Substring(close + 1));
    }

    public IReadOnlyList<KeySegment> ToList()
    {
        End();
        return _segments;
    }

    private void End()
    {
        _segments.Add(new KeySegment(_form, !_hasHole));
        (_form, _hasHole) = ("", false);
    }
}
