using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The key: prefix, type arguments, then the template or the method's name with all key parameters, then the version.</summary>
internal sealed class KeyParser
{
    private readonly ParseContext _context;
    private readonly List<KeyPart> _parts = [];
    private readonly List<KeyPiece> _pieces = [];
    private readonly HoleResolver _holes;
    private string _text = "";
    private string _prefix = "";

    private KeyParser(ParseContext context, string? template)
    {
        _context = context;
        _holes = new HoleResolver(context, "Key", "Key template", template ?? "");
    }

    public static KeyModel Parse(ParseContext context, IReadOnlyList<string> typeArguments)
    {
        var template = context.Argument<string>("Key");
        var parser = new KeyParser(context, template);
        parser.AddPrefix(typeArguments);
        if (template is not null)
            parser.AddTemplate(template);
        else
            parser.AddAllParameters();
        var version = context.Argument<int>("Version");
        if (version != 0)
            parser.AddLiteral($":v{version}");
        return new KeyModel
        {
            Template = parser._text,
            Prefix = parser._prefix,
            PrefixIsType = parser._prefix == context.Method.ContainingType.FullName(),
            Version = version,
            Parts = parser._parts.ToEquatableArray(),
            Pieces = parser._pieces.ToEquatableArray(),
            Reads = parser._holes.Read.ToEquatableArray(),
            NeverNull = parser._holes.NeverNull.ToEquatableArray(),
        };
    }

    private void AddPrefix(IReadOnlyList<string> typeArguments)
    {
        var type = _context.Method.ContainingType;
        var prefix = type.FindAttribute("CachePrefixAttribute")?.ConstructorArguments.FirstOrDefault().Value as string ?? type.FullName();
        if (KeyTemplate.EndOfLine(prefix) is >= 0 and var end)
            _context.Report(Rules.MalformedTemplate, "Key template", KeyTemplate.OneLine(prefix), end, "control characters and line ends have no place in a prefix; use another character");
        _prefix = prefix;
        AddLiteral(prefix);
        for (var i = 0; i < typeArguments.Count; i++)
        {
            // X<A>.Get<B> is not X<A, B>.Get.
            AddLiteral(i == 0 ? "<" : i == typeArguments.Count - _context.Method.Arity ? ";" : ",");
            _pieces.Add(new KeyPiece(null, TypeArgument: typeArguments[i]));
            _text += typeArguments[i];
        }

        AddLiteral(typeArguments.Count > 0 ? ">:" : ":");
    }

    private void AddAllParameters()
    {
        var method = _context.Method;
        AddLiteral(method.Name);
        AddLiteral(Overload(method));
        foreach (var parameter in method.Parameters.Where(HoleResolver.IsKeyPart))
        {
            AddLiteral(":");
            var (name, type) = _context.InKey(parameter);
            _holes.Read.Add(Names.Identifier(name));
            _holes.CheckNull(type, Names.Identifier(name));
            var hole = new KeyHole(type, Names.Identifier(name), Names.Pascal(name), type.MayBeNull(), _ => { })
            {
                UnstableType = (unstable, problem) => _context.Report(Rules.UnstableKeyType, parameter, parameter.Name, unstable.Short(), problem),
            };
            Add(hole.Apply(new TemplateItem { Span = default, Path = [name] }), $"{{{name}}}");
        }
    }

    // Get(5) is not Get("5").
    private static string Overload(IMethodSymbol method)
    {
        var others = Overloads.Of(method);
        return others.Length == 0 ? "" : $"({Overloads.Parameters(method, others, ",", HoleResolver.IsKeyPart)})";
    }

    private void AddTemplate(string template)
    {
        foreach (var item in _holes.Split())
        {
            if (item.Path is null)
                AddLiteral(item.Literal);
            else
                Add(_holes.Resolve(item), template.Substring(item.Span.Start, item.Span.Length));
        }
    }

    private void Add(KeyShape? shape, string text)
    {
        _text += text;
        if (shape is null)
            return;
        var first = _parts.Count;
        foreach (var part in shape.Parts)
        {
            _parts.Add(new KeyPart
            {
                // The compiler gives a record struct members of its own, and none may have the struct's name.
                Name = Names.Free([part.Name, part.Name + "Part"], name =>
                    name is "Deconstruct" or "PrintMembers" || Names.IsMemberOfObject(name) || name == _context.Method.Name + "Key" || _parts.Any(other => other.Name == name)),
                Type = part.Type,
                Expression = part.Expression,
                MayBeNull = part.MayBeNull,
            });
        }

        foreach (var piece in shape.Pieces)
        {
            if (piece.Literal is { } literal)
                AddLiteral(literal, show: false);
            else
                _pieces.Add(piece with { Part = piece.Part + first });
        }
    }

    private void AddLiteral(string literal, bool show = true)
    {
        if (show)
            _text += literal;
        if (_pieces.Count > 0 && _pieces[_pieces.Count - 1].Literal is { } before)
            _pieces[_pieces.Count - 1] = new KeyPiece(before + literal);
        else
            _pieces.Add(new KeyPiece(literal));
    }
}
