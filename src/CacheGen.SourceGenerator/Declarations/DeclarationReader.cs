using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>Reads the declarations of a file: each node's kind and each token's text, but for bodies.</summary>
internal sealed class DeclarationReader
{
    private static readonly HashSet<string> s_knownNamespaces = ["CacheGen", "Microsoft", "System"];

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private readonly List<string> _aliases = [];
    private readonly List<string> _aliasesForAll = [];
    private HashSet<string>? _mentionedForAll;
    private readonly Stack<Captures> _captures = new();
    private readonly Queue<DirectiveTriviaSyntax> _directives;
    private bool _isKnownToCompiler;

    // Those too that stand in what the parser skipped.
    private DeclarationReader(SyntaxNode root) => _directives = new(!root.ContainsDirectives ? [] : root
        .DescendantTrivia(static node => node.ContainsDirectives, descendIntoTrivia: true)
        .Where(static trivia => trivia.IsKind(SyntaxKind.NullableDirectiveTrivia)).Select(static trivia => (DirectiveTriviaSyntax)trivia.GetStructure()!));

    public static DeclaredFile Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        var reader = new DeclarationReader(root);
        var options = (CSharpParseOptions)tree.Options;
        // Types that are local to a file, and what is taken to be generated, depend on the path; the latter on a comment at the top as well.
        reader._text.Append(tree.FilePath).Append('\n').Append(options.LanguageVersion).Append(' ').Append(options.Kind);
        foreach (var feature in options.Features.OrderBy(feature => feature.Key, StringComparer.Ordinal))
            reader._text.Append(' ').Append(feature.Key).Append('=').Append(feature.Value);
        reader._text.Append('\n').Append(root.GetLeadingTrivia().Any(IsMarkOfGenerated));
        reader.Read(root);
        return new DeclaredFile
        {
            Text = Digest.Of(reader._text.ToString()),
            Types = [.. reader._types],
            Namespaces = [.. reader._namespaces],
            Mentioned = [.. reader._mentioned],
            MentionedForAll = reader._mentionedForAll?.ToArray(),
            AttributesOfMethods = [.. reader._attributes],
            Aliases = reader._aliases,
            AliasesForAll = reader._aliasesForAll,
            IsKnownToCompiler = reader._isKnownToCompiler,
        };
    }

    private static bool IsMarkOfGenerated(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && trivia.ToString().IndexOf("<auto", StringComparison.OrdinalIgnoreCase) >= 0;

    private void Read(SyntaxNode node)
    {
        if (node.IsBody())
        {
            ReadBody(node);
            return;
        }

        if (node is ExpressionSyntax)
        {
            ReadExpression(node);
            return;
        }

        Note(node);
        if (node is TypeDeclarationSyntax type)
            _captures.Push(new Captures(type));
        // The same tokens in another structure are something else: what the parser skips is not among them.
        _text.Append('\u0005').Append((char)('\u0100' + node.RawKind));
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
                Read(inner);
            else
                Read(child.AsToken());
        }

        if (node is TypeDeclarationSyntax)
            _text.Append(_captures.Pop().Text);
        _text.Append('\u0001');
    }

    // A sum of thousands of terms is as deep as it is long, and the stack is not. What it declares is nothing.
    private void ReadExpression(SyntaxNode expression)
    {
        foreach (var part in expression.DescendantNodesAndTokensAndSelf(static node => !node.IsBody()))
        {
            if (part.AsNode() is not { } node)
                Read(part.AsToken());
            else if (node.IsBody())
                ReadBody(node);
            else
                _text.Append('\u0005').Append((char)('\u0100' + node.RawKind));
        }
    }

    private void Read(SyntaxToken token)
    {
        ReadDirectives(token.SpanStart);
        _text.Append(token.Text).Append('\u0002');
        if (token.IsKind(SyntaxKind.IdentifierToken))
            _mentioned.Add(token.ValueText);
    }

    /// <summary>Of a body counts that it is there, and which fields it makes the compiler add to its type.</summary>
    private void ReadBody(SyntaxNode body)
    {
        _text.Append('\u0003');
        if (body.Parent is not BaseMethodDeclarationSyntax && body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.FieldKeyword)))
            _text.Append("field");
        if (_captures.Count > 0)
            _captures.Peek().Add(body);
    }

    /// <summary>What stands before a place, in a body or not, holds behind it. Other directives have decided already which tokens there are.</summary>
    private void ReadDirectives(int end)
    {
        while (_directives.Count > 0 && _directives.Peek().SpanStart < end)
        {
            var directive = _directives.Dequeue();
            _text.Append(directive.IsActive).Append(directive).Append('\u0004');
        }
    }

    private void Note(SyntaxNode node)
    {
        switch (node)
        {
            case BaseNamespaceDeclarationSyntax declaration:
                DeclareNamespace(declaration);
                _isKnownToCompiler |= declaration.Parent is CompilationUnitSyntax && s_knownNamespaces.Contains(declaration.Name.GetFirstToken().ValueText);
                break;
            case BaseTypeDeclarationSyntax { Identifier: var name }:
                Declare(name.ValueText);
                break;
            case DelegateDeclarationSyntax { Identifier: var name }:
                Declare(name.ValueText);
                break;
            case AttributeSyntax { Parent: AttributeListSyntax { Parent: MethodDeclarationSyntax } } attribute:
                _attributes.Add(attribute.Name.LastName());
                break;
            case AttributeListSyntax { Parent: CompilationUnitSyntax }:
                MentionForAll(node);
                break;
            case UsingDirectiveSyntax directive:
                var isGlobal = directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                if (isGlobal)
                    MentionForAll(node);
                if (directive.Alias is { Name.Identifier.ValueText: var alias })
                    (isGlobal ? _aliasesForAll : _aliases).Add(alias);
                break;
        }
    }

    private void Declare(string name)
    {
        const string Suffix = "Attribute";
        _types.Add(name);
        if (name.EndsWith(Suffix, StringComparison.Ordinal))
            _types.Add(name.Substring(0, name.Length - Suffix.Length));
    }

    // A.B is there, and so is A.
    private void DeclareNamespace(BaseNamespaceDeclarationSyntax declaration)
    {
        var around = declaration.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse();
        var name = "";
        foreach (var part in around.SelectMany(outer => Identifiers(outer.Name)))
            _namespaces.Add(name = name.Length == 0 ? part : $"{name}.{part}");
    }

    private void MentionForAll(SyntaxNode node) =>
        (_mentionedForAll ??= new(StringComparer.Ordinal)).UnionWith(Identifiers(node));

    private static IEnumerable<string> Identifiers(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
}
