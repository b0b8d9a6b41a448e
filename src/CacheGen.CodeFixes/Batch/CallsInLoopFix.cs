using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Calls;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.CodeFixes.Batch;

/// <summary>CG6004: asks the batch before the loop, and takes each item from what it returned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallsInLoopFix() : RuleFix(Rules.CallsInLoop)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<InvocationExpressionSyntax>() is not { } call || context.Model.GetOperation(call, context.CancellationToken) is not IInvocationOperation operation
            || BatchInLoop.Find(operation, BatchSibling.In(operation.TargetMethod.ContainingType.OriginalDefinition, context.Model.Compilation, context.CancellationToken)) is not var (sibling, iteration)
            || (Loop(call, iteration) ?? Selection(call, iteration)) is not { } turn
            || BatchCall.Write(operation, sibling, iteration, turn.Items, turn.Item, context.Model) is not { } batch)
        {
            yield break;
        }

        var found = BatchCall.NameOf(sibling, call, context.Model);
        var item = $"{found}.GetValueOrDefault({batch.Id})";
        Edit[] edits =
        [
            Edit.Insert(context.Tree, turn.Statement.SpanStart, $"var {found} = {(turn.IsAwaited ? "await " : "")}{batch.Code}{turn.Suffix};{turn.Statement.NextLine()}"),
            .. turn.Outer is null ? [] : new[] { Edit.Replace(context.Tree, turn.Outer.Span, $"{turn.Items}.Select({turn.Item} => {item}).ToArray()") },
            .. turn.Outer is not null ? [] : new[] { Edit.Replace(context.Tree, turn.Inner.Span, item) },
        ];
        if (context.Compiles(edits))
            yield return new Fix($"Call '{sibling.Batch.Name}' once", "Batch", edits);
    }

    /// <summary><c>foreach (var id in ids) … await GetAsync(id) …</c>.</summary>
    private static Turn? Loop(InvocationExpressionSyntax call, Iteration iteration)
    {
        if (iteration.Whole.Syntax is not ForEachStatementSyntax { Parent: BlockSyntax } loop || !IsAlways(call, loop)
            || loop.DescendantNodes().OfType<ContinueStatementSyntax>().Any(other => other.SpanStart < call.SpanStart))
        {
            return null;
        }

        var (whole, suffix, isAwaited) = Awaited(call);
        return new(loop, loop.Expression, loop.Identifier.Text, whole, null, suffix, isAwaited);
    }

    /// <summary><c>await Task.WhenAll(ids.Select(id => GetAsync(id)))</c>, and without a Task <c>ids.Select(id => Get(id))</c>.</summary>
    private static Turn? Selection(InvocationExpressionSyntax call, Iteration iteration)
    {
        if (iteration.Whole.Syntax is not SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax select } } } lambda
            || select.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } on
            || select.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement || statement is not (LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax)
            || !IsAlways(select, statement))
        {
            return null;
        }

        var whenAll = (select.Parent as ArgumentSyntax)?.Parent?.Parent as InvocationExpressionSyntax;
        if (whenAll?.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" })
        {
            var (whole, suffix, isAwaited) = Awaited(whenAll);
            return isAwaited && (body == call || Awaited(call).Whole == body) ? new(statement, on.Expression, lambda.Parameter.Identifier.Text, call, whole, suffix, true) : null;
        }

        return body == call ? new(statement, on.Expression, lambda.Parameter.Identifier.Text, call, null, "", false) : null;
    }

    private static (ExpressionSyntax Whole, string Suffix, bool IsAwaited) Awaited(InvocationExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax await => (await, "", true),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax await } configured } =>
            (await, "." + ((MemberAccessExpressionSyntax)configured.Expression).Name + configured.ArgumentList, true),
        _ => (call, "", false),
    };

    /// <summary>Whether what is around an expression evaluates it each time.</summary>
    private static bool IsAlways(SyntaxNode inner, SyntaxNode outer)
    {
        for (var (node, parent) = (inner, inner.Parent); node != outer && parent is not null; (node, parent) = (parent, parent.Parent))
        {
            var isSkipped = parent switch
            {
                _ when parent == outer => false,
                IfStatementSyntax condition => node != condition.Condition,
                ConditionalExpressionSyntax condition => node != condition.Condition,
                BinaryExpressionSyntax binary => node == binary.Right && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression,
                AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
                ConditionalAccessExpressionSyntax access => node == access.WhenNotNull,
                AnonymousFunctionExpressionSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or TryStatementSyntax or CatchClauseSyntax or LocalFunctionStatementSyntax
                    or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
                _ => false,
            };
            if (isSkipped)
                return false;
        }

        return true;
    }

    /// <param name="Statement">Before which the batch is asked.</param>
    /// <param name="Items">What is gone through.</param>
    /// <param name="Item">What one of them is called.</param>
    /// <param name="Inner">The call, with its await.</param>
    /// <param name="Outer">What awaits the calls of all turns; null where each is awaited by itself.</param>
    /// <param name="Suffix">How the await is configured.</param>
    /// <param name="IsAwaited">The batch is, too.</param>
    private sealed record Turn(StatementSyntax Statement, ExpressionSyntax Items, string Item, ExpressionSyntax Inner, ExpressionSyntax? Outer, string Suffix, bool IsAwaited);
}
