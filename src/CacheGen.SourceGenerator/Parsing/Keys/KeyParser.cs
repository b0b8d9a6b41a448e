using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// The key: prefix, type arguments, scopes, then what KeyFrom returns, the template, or the method's name with all key parameters, then the version.
/// </summary>
internal sealed class KeyParser
{
    private readonly ParseContext _context;
    private readonly List<KeyPart> _parts = [];
    private readonly List<KeyPiece> _pieces = [];
    private readonly HoleResolver _holes;
    private readonly IReadOnlyList<ScopeModel> _scopes;
    private string _text = "";
    private string _prefix = "";

    private KeyParser(ParseContext context, string? template)
    {
        _context = context;
        _holes = new HoleResolver(context, "Key", "Key template", template ?? "");
        _scopes = ScopeParser.Parse(context);
    }

    public static KeyModel Parse(ParseContext context, IReadOnlyList<string> typeArguments)
    {
        var template = context.Argument<string>("Key");
        var parser = new KeyParser(context, template);
        parser.AddPrefix(typeArguments);
        if (context.Argument<string>(KeyFrom.Property) is { } from)
        {
            if (template is not null)
                context.ReportArgument(Rules.MalformedTemplate, "Key", null, "Key template", KeyTemplate.OneLine(template), 0, "KeyFrom makes the key already; leave out one of the two");
            parser.AddScopes(_ => false);
            parser.AddFrom(from);
        }
        else if (template is not null)
        {
            var items = parser._holes.Split();
            parser.AddScopes(parameter => items.Any(item => item.IsWhole(parameter)));
            parser.AddTemplate(template, items);
        }
        else
        {
            parser.AddScopes(_ => true);
            parser.AddAllParameters();
        }

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
            NeverNull = parser._holes.NeverNull.Where(expression => parser._scopes.All(scope => scope.Argument != expression)).ToEquatableArray(),
            Scopes = parser._scopes.ToEquatableArray(),
        };
    }

    private void AddPrefix(IReadOnlyList<string> typeArguments)
    {
        var type = _context.Method.ContainingType;
        _prefix = Said(type) ?? type.FullName();
        var prefix = PrefixOf(type);
        if (KeyTemplate.EndOfLine(prefix) is >= 0 and var end)
            _context.Report(Rules.MalformedTemplate, "Key template", KeyTemplate.OneLine(prefix), end, "control characters and line ends have no place in a prefix; use another character");
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

    /// <summary>What the keys of a type begin with, without what follows: a colon, or type arguments.</summary>
    public static string PrefixOf(INamedTypeSymbol type)
    {
        var prefix = Said(type) ?? type.FullName();
        return Said(type.ContainingAssembly) is { Length: > 0 } assembly ? $"{assembly}:{prefix}" : prefix;
    }

    private static string? Said(ISymbol symbol) => symbol.FindAttribute("CachePrefixAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>Whose answer it is stands in front, unless a parameter says it that is in the key anyway, just as it is.</summary>
    private void AddScopes(Func<string, bool> isInKey)
    {
        foreach (var scope in _scopes)
        {
            var parameter = scope.Service is null ? _context.Method.Parameters.First(candidate => Names.Identifier(candidate.Name) == scope.Argument) : null;
            if (parameter is not null)
            {
                _holes.Read.Add(scope.Argument);
                if (isInKey(parameter.Name))
                    continue;
            }

            AddLiteral($"{scope.Name}=");
            Add(parameter is null || scope.IsText
                    ? KeyShape.Single(scope.Argument, "string", false, Names.Pascal(scope.Argument.TrimStart('@')), KeyForms.NonEmpty)
                    : KeyTypes.ShapeOf(parameter.Type, scope.Argument, Names.Pascal(parameter.Name), false, new KeyPath(_context), out _),
                $"{{{scope.Argument}}}");
            AddLiteral(":");
        }
    }

    private void AddFrom(string name)
    {
        if (KeyFrom.Find(_context, name) is not { } method)
            return;
        var arguments = KeyFrom.Arguments(method, _context.Method).ToArray();
        foreach (var argument in arguments)
        {
            _holes.Read.Add(Names.Identifier(argument.Name));
            if (argument.Type.IsReferenceType && !argument.Type.MayBeNull())
                _holes.NeverNull.Add(Names.Identifier(argument.Name));
        }

        var call = $"{StaticMethods.Access(method, _context.Method)}({string.Join(", ", arguments.Select(argument => Names.Identifier(argument.Name)))})";
        var hole = new KeyHole(_context, method.ReturnType, call, Names.Pascal(method.Name), method.ReturnType.MayBeNull(), _ => { })
        {
            UnstableType = (type, problem) => _context.ReportArgument(
                Rules.WrongSelector, KeyFrom.Property, null, KeyFrom.Property, name, $"it returns {type.Short()}, which cannot be a key part: {problem}"),
        };
        Add(hole.ApplyCall(), $"{{{name}({string.Join(", ", arguments.Select(argument => argument.Name))})}}");
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
            var hole = new KeyHole(_context, type, Names.Identifier(name), Names.Pascal(name), type.MayBeNull(), _ => { })
            {
                UnstableType = (unstable, problem) => _context.Report(Rules.UnstableKeyType, parameter, parameter.Name, unstable.Short(), problem),
            };
            Add(hole.Apply(new TemplateItem { Span = default, Path = [name] }), $"{{{name}}}");
        }
    }

    /// <summary>The template that says what a method without one has.</summary>
    public static string DefaultTemplate(ParseContext context) =>
        context.Method.Name + Overload(context.Method) + string.Concat(context.Method.Parameters.Where(HoleResolver.IsKeyPart).Select(parameter => $":{{{context.InKey(parameter).Name}}}"));

    // Get(5) is not Get("5").
    private static string Overload(IMethodSymbol method)
    {
        var others = Overloads.Of(method);
        return others.Length == 0 ? "" : $"({Overloads.Parameters(method, others, ",", HoleResolver.IsKeyPart)})";
    }

    private void AddTemplate(string template, IReadOnlyList<TemplateItem> items)
    {
        foreach (var item in items)
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
            _context.KeyForms.Add(KeyForms.OrNull(part.Form, part.MayBeNull));
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
            _text += literal.Replace("{", "{{").Replace("}", "}}");
        if (_pieces.Count > 0 && _pieces[_pieces.Count - 1].Literal is { } before)
            _pieces[_pieces.Count - 1] = new KeyPiece(before + literal);
        else
            _pieces.Add(new KeyPiece(literal));
    }
}
