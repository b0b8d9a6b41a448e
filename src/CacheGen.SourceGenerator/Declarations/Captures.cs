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
    private readonly List<string> _unclear = [];
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

    public string Text => string.Join(" ", _named.Concat(_unclear));

    public void Add(SyntaxNode body)
    {
        if (!_mayCapture)
            return;
        var isClear = true;
        foreach (var token in body.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || _parameters?.Contains(token.ValueText) == false)
                continue;
            if (IsMemberName(token))
                continue;
            if (IsPlainUse(token))
                _named.Add(token.ValueText);
            else
                isClear = false;
        }

        // A local, a nameof, a type may have a parameter's name: then only the compiler knows what the name means, and all of the body counts.
        if (!isClear)
            _unclear.Add(string.Join(" ", body.DescendantTokens().Select(token => token.Text)));
    }

    private static bool IsPrincipal(MemberDeclarationSyntax member) => member is ConstructorDeclarationSyntax constructor
        && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && constructor.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true;

    // Behind a dot it is never a parameter.
    private static bool IsMemberName(SyntaxToken token) => token.Parent is SimpleNameSyntax name
        && (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is MemberBindingExpressionSyntax);

    private static bool IsPlainUse(SyntaxToken token) => token.Parent is IdentifierNameSyntax name
        && name.Parent switch
        {
            MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax => true,
            BinaryExpressionSyntax binary => !binary.IsKind(SyntaxKind.IsExpression) && !binary.IsKind(SyntaxKind.AsExpression),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or AwaitExpressionSyntax or InterpolationSyntax => true,
            ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } } => true,
            InvocationExpressionSyntax invocation => invocation.Expression == name,
            _ => false,
        };
}
