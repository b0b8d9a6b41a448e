using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A file that was right, with attributes of methods, their arguments, types and modifiers dropped, doubled and swapped.</summary>
internal static class RandomEdit
{
    private static readonly string[] s_modifiers = ["static", "sealed", "public", "private", "virtual", "readonly", "unsafe", "new", "in", "params", "this", "ref"];

    private static readonly Lazy<UserCase[]> s_cases = new(() => [.. Cases.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);

    // What is right in one case is odd in another. What names something of its own file would only be the compiler's to refuse.
    private static readonly Lazy<string[]> s_arguments = new(() => [.. s_cases.Value
        .SelectMany(user => Parse(user.Source).DescendantNodes().OfType<AttributeArgumentSyntax>())
        .Select(argument => argument.ToString()).Where(text => !text.Contains("nameof", StringComparison.Ordinal) && !text.Contains("typeof", StringComparison.Ordinal)).Distinct()]);

    public static (string Source, LanguageVersion Version, NullableContextOptions Nullable) Of(int seed)
    {
        var dice = new Dice(seed);
        var user = dice.Pick(s_cases.Value);
        // Bodies use what is generated, which is not there before.
        var source = new Bodiless().Visit(Parse(user.Source)).ToFullString();
        for (var edits = 1 + dice.Below(3); edits > 0; edits--)
            source = Edit(dice, Parse(source));
        return (source, dice.OnceIn(2) ? LanguageVersion.Preview : user.From, dice.OnceIn(6) ? NullableContextOptions.Disable : NullableContextOptions.Enable);
    }

    private static SyntaxNode Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    private static string Edit(Dice dice, SyntaxNode root)
    {
        var attributes = root.DescendantNodes().OfType<MethodDeclarationSyntax>().SelectMany(method => method.AttributeLists.SelectMany(list => list.Attributes)).ToArray();
        var arguments = attributes.SelectMany(attribute => attribute.ArgumentList?.Arguments.ToArray() ?? []).ToArray();
        return dice.Below(8) switch
        {
            0 => Edit(dice, root, [.. root.DescendantTokens().Where(token => s_modifiers.Contains(token.Text)).Select(token => token.Span)], s_modifiers, " "),
            1 => Edit(dice, root, [.. attributes.Select(attribute => attribute.Span)], [.. attributes.Select(attribute => attribute.ToString())], ", "),
            2 => Edit(dice, root, [.. root.DescendantNodes().OfType<ParameterSyntax>().Select(parameter => parameter.Span)], [.. root.DescendantNodes().OfType<ParameterSyntax>().Select(parameter => parameter.ToString())], ", "),
            3 => Edit(dice, root, [.. root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.ReturnType.Span)], [.. root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.ReturnType.ToString())], null),
            _ => Edit(dice, root, [.. arguments.Select(argument => argument.Span)], [.. s_arguments.Value, .. arguments.Select(argument => argument.ToString())], ", "),
        };
    }

    /// <summary>One of them dropped, doubled by another, or swapped for another; only swapped where nothing separates them.</summary>
    private static string Edit(Dice dice, SyntaxNode root, IReadOnlyList<TextSpan> spans, IReadOnlyList<string> others, string? separator)
    {
        var source = root.ToFullString();
        if (spans.Count == 0)
            return source;
        var span = dice.Pick(spans);
        var choice = separator is null ? 2 : dice.Below(4);
        if (choice > 0)
            return $"{source[..span.Start]}{(choice == 1 ? source[span.Start..span.End] + separator : "")}{dice.Pick(others)}{source[span.End..]}";
        // A separator goes with what it separates.
        var end = source.AsSpan(span.End).StartsWith(separator) ? span.End + separator!.Length : span.End;
        var start = end == span.End && source.AsSpan(0, span.Start).EndsWith(separator) ? span.Start - separator!.Length : span.Start;
        return source[..start] + source[end..];
    }

    private sealed class Bodiless : CSharpSyntaxRewriter
    {
        private static readonly ArrowExpressionClauseSyntax s_throw = SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(" throw null!"));

        public override SyntaxNode VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Body is null && node.ExpressionBody is null ? node
            : node.WithBody(null).WithExpressionBody(s_throw).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed))
                .WithModifiers([.. node.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))]);
    }
}
