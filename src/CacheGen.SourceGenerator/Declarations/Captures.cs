using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// The one thing that bodies add to a type: a parameter of the primary constructor that one of them names becomes a field. A field is state, which keys
/// and comparisons must see.
/// </summary>
internal sealed class Captures
{
    private readonly SortedSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string>? _parameters;
    private readonly bool _mayCapture;

    public Captures(TypeDeclarationSyntax type)
    {
        // What bodies of records name is their properties. Of a part, the parameters may stand in another file: then any name may be one, unless a
        // constructor says that the type has no primary one.
        _mayCapture = type is ClassDeclarationSyntax or StructDeclarationSyntax
            && (type.ParameterList is not null || (type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Members.Any(IsPrincipal)));
        if (type.ParameterList is { } list)
            _parameters = [.. list.Parameters.Select(parameter => parameter.Identifier.ValueText)];
    }

    public string Text => string.Join(" ", _named);

    private static bool IsPrincipal(MemberDeclarationSyntax member) => member is ConstructorDeclarationSyntax constructor
        && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && constructor.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true;

    public void Add(SyntaxNode body)
    {
        if (!_mayCapture)
            return;
        foreach (var token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && _parameters?.Contains(token.ValueText) != false)
                _named.Add(token.ValueText);
        }
    }
}
