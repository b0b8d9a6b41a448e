using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The key: prefix, type arguments, then the template or the method's name with all key parameters, then the version.</summary>
internal sealed class KeyParser
{
    private readonly ParseContext _context;
    private readonly List<KeyPart> _parts = [];
    private readonly List<KeyPiece> _pieces = [];
    private readonly HashSet<string> _read = [];
    private readonly HashSet<string> _neverNull = [];
    private string _text = "";

    private KeyParser(ParseContext context) => _context = context;

    public static KeyModel Parse(ParseContext context, IReadOnlyList<string> typeArguments)
    {
        var parser = new KeyParser(context);
        parser.AddPrefix(typeArguments);
        if (context.Argument<string>("Key") is { } template)
            parser.AddTemplate(template);
        else
            parser.AddAllParameters();
        if (context.Argument<int>("Version") is var version && version != 0)
            parser.AddLiteral($":v{version}");
        return new KeyModel
        {
            Template = parser._text,
            Parts = parser._parts.ToEquatableArray(),
            Pieces = parser._pieces.ToEquatableArray(),
            Reads = parser._read.ToEquatableArray(),
            NeverNull = parser._neverNull.ToEquatableArray(),
        };
    }

    private void AddPrefix(IReadOnlyList<string> typeArguments)
    {
        var type = _context.Method.ContainingType;
        var prefix = type.FindAttribute("CachePrefixAttribute")?.ConstructorArguments.FirstOrDefault().Value as string ?? type.FullName();
        if (KeyTemplate.EndOfLine(prefix) is >= 0 and var end)
            _context.Report(Rules.MalformedTemplate, KeyTemplate.OneLine(prefix), end, "control characters and line ends have no place in a prefix; use another character");
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
        foreach (var parameter in method.Parameters.Where(IsKeyPart))
        {
            AddLiteral(":");
            _read.Add(Names.Identifier(parameter.Name));
            CheckNull(parameter.Type, Names.Identifier(parameter.Name));
            var hole = new KeyHole(parameter.Type, Names.Identifier(parameter.Name), Names.Pascal(parameter.Name), parameter.Type.MayBeNull(), _ => { })
            {
                UnstableType = (type, problem) => _context.Report(Rules.UnstableKeyType, parameter, parameter.Name, type.Short(), problem),
            };
            Add(hole.Apply(new TemplateItem { Span = default, Path = [parameter.Name] }), $"{{{parameter.Name}}}");
        }
    }

    // Get(5) is not Get("5").
    private static string Overload(IMethodSymbol method)
    {
        var others = Overloads.Of(method);
        return others.Length == 0 ? "" : $"({Overloads.Parameters(method, others, ",", IsKeyPart)})";
    }

    /// <summary>Null where the type rules it out is refused: else what a caller passes by mistake would be a key like any other.</summary>
    private void CheckNull(ITypeSymbol type, string expression)
    {
        // Keys of records refuse null themselves; see CacheKey.Exactly.
        if (type.IsReferenceType && !type.MayBeNull() && !type.IsRecord)
            _neverNull.Add(expression);
    }

    private void AddTemplate(string template)
    {
        foreach (var item in KeyTemplate.Split(template, (span, problem) => Malformed(template, span, problem)))
        {
            if (item.Path is null)
                AddLiteral(item.Literal);
            else
                Add(Resolve(template, item), template.Substring(item.Span.Start, item.Span.Length));
        }
    }

    private KeyShape? Resolve(string template, TemplateItem item)
    {
        var path = item.Path!;
        var root = _context.Method.Parameters.FirstOrDefault(parameter => parameter.Name == path[0]);
        if (root is null)
            return Unknown(item, path[0], "parameter of the method", _context.Method.Parameters.Where(IsKeyPart).Select(parameter => parameter.Name));

        var type = root.Type;
        var expression = Names.Identifier(root.Name);
        var name = Names.Pascal(root.Name);
        var mayBeNull = type.MayBeNull();
        _read.Add(expression);
        foreach (var step in path.Skip(1))
        {
            var members = MembersOf(type.Unwrapped()).ToArray();
            var member = members.FirstOrDefault(candidate => candidate.Name == step);
            if (member is null)
                return Unknown(item, step, $"readable member of {type.Short()}", members.Select(candidate => candidate.Name));
            if (!mayBeNull && type.IsReferenceType)
                _neverNull.Add(expression);
            var before = type;
            type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
            expression += (before.MayBeNull() ? "?." : ".") + Names.Identifier(step);
            mayBeNull |= type.MayBeNull();
            name += step;
        }

        if (!mayBeNull)
            CheckNull(type, expression);

        if (type.IsServiceOrInput())
        {
            _context.ReportArgument(Rules.ServiceInKey, "Key", item.Span, string.Join(".", path), type.Short());
            return null;
        }

        return new KeyHole(type, expression, name, mayBeNull, problem => Malformed(template, item.Span, problem))
        {
            UnstableType = (unstable, problem) => _context.ReportArgument(Rules.UnstableKeyType, "Key", item.Span, string.Join(".", path), unstable.Short(), problem),
        }.Apply(item);
    }

    // A class may implement a property of an interface explicitly; then it has no such member of its own.
    private IEnumerable<ISymbol> MembersOf(ITypeSymbol type) => type.BasesOf()
        .Concat(type.AllInterfaces.Where(_ => type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter))
        .SelectMany(t => t.GetMembers())
        .Where(member => member is { IsStatic: false, CanBeReferencedByName: true } && (member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } => getter,
            IFieldSymbol field => field,
            _ => (ISymbol?)null,
        }) is { } read && _context.Compilation.IsSymbolAccessibleWithin(read, _context.Method.ContainingType));

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

    private static bool IsKeyPart(IParameterSymbol parameter) =>
        !parameter.Type.IsService() && parameter.FindAttribute("NotInKeyAttribute") is null;

    private void Malformed(string template, TextSpan span, string problem) =>
        _context.ReportArgument(Rules.MalformedTemplate, "Key", span, KeyTemplate.OneLine(template), span.Start, problem);

    private KeyShape? Unknown(TemplateItem item, string name, string what, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct().ToArray();
        var near = Names.Near(name, all).Take(3).ToArray();
        var advice = near.Length > 0 ? $"did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
            : all.Length > 0 ? $"there are {string.Join(", ", all.Select(n => $"'{n}'"))}"
            : "there are none";
        _context.ReportArgument(Rules.UnknownHole, "Key", item.Span, name, what, advice);
        return null;
    }
}
