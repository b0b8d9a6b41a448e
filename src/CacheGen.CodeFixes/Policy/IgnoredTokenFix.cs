using System.Collections.Immutable;
using System.Composition;
using CacheGen.SourceGenerator.Analyzers.Flow;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.CodeFixes.Policy;

/// <summary>CG4006: passes the token on to what the source itself calls; where it has none, it takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IgnoredTokenFix() : RuleFix(Rules.IgnoredToken)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } source)
            yield break;
        context.Diagnostic.Properties.TryGetValue(IgnoredToken.Lacking, out var lacking);
        var token = lacking ?? context.Around<ParameterSyntax>()?.Identifier.ValueText;
        if (token is null || (lacking is not null && IsTaken(source, lacking)))
            yield break;

        // What its helpers call is for them to be given the token first.
        var edits = context.Diagnostic.AdditionalLocations
            .Where(place => place.SourceTree == context.Tree && source.Span.Contains(place.SourceSpan))
            .Select(place => context.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>())
            .OfType<InvocationExpressionSyntax>()
            .Where(call => !call.Ancestors().TakeWhile(node => node != source).Any(IsStatic))
            .Select(call => (Call: call, Operation: context.Model.GetOperation(call, context.CancellationToken) as IInvocationOperation))
            .Where(pair => pair.Operation is not null)
            .Select(pair => Pass(pair.Call, pair.Operation!, Names.Identifier(token))).ToImmutableArray();
        if (edits.IsEmpty)
            yield break;
        if (lacking is not null)
            edits = edits.Add(Take(source, Names.Identifier(lacking)));
        yield return new Fix(lacking is null ? $"Pass '{token}' on" : $"Take '{token}' and pass it on", nameof(IgnoredTokenFix), edits);
    }

    private static Edit Pass(InvocationExpressionSyntax call, IInvocationOperation operation, string token)
    {
        var arguments = call.ArgumentList.Arguments;
        var method = operation.TargetMethod;
        // Behind one that is left out, or has a name, it needs its name.
        var parameter = method.Parameters.FirstOrDefault(candidate => candidate.Type.IsCancellationToken());
        var given = arguments.Count + (method.IsExtensionMethod && method.ReducedFrom is null && operation.Arguments.FirstOrDefault()?.Syntax is not ArgumentSyntax ? 1 : 0);
        var needsName = arguments.Any(argument => argument.NameColon is not null) || (parameter is not null && parameter.Ordinal != given);
        var name = needsName ? $"{(parameter ?? IgnoredToken.Overload(method)!.Parameters.Last()).Name}: " : "";
        return Edit.Insert(call.SyntaxTree, call.ArgumentList.CloseParenToken.SpanStart, $"{(arguments.Count == 0 ? "" : ", ")}{name}{token}");
    }

    // Others may call the source, too: they go on as before.
    private static Edit Take(MethodDeclarationSyntax source, string token)
    {
        var parameters = source.ParameterList.Parameters;
        return Edit.Insert(source.SyntaxTree, source.ParameterList.CloseParenToken.SpanStart, $"{(parameters.Count == 0 ? "" : ", ")}CancellationToken {token} = default");
    }

    private static bool IsTaken(MethodDeclarationSyntax source, string name) =>
        source.ParameterList.Parameters.LastOrDefault()?.Modifiers.Any(SyntaxKind.ParamsKeyword) == true
        || source.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static bool IsStatic(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };
}
