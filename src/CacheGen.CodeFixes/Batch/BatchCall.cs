using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Analyzers.Calls;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.CodeFixes.Batch;

/// <summary>The call of a batch in the place of calls of a single-item method.</summary>
/// <param name="Code">The call.</param>
/// <param name="Id">The id of an item, as its turn wrote it.</param>
internal sealed record BatchCall(string Code, string Id)
{
    /// <summary>Null where it would not give the same.</summary>
    public static BatchCall? Write(IInvocationOperation call, BatchSibling sibling, Iteration iteration, ExpressionSyntax items, string item, SemanticModel model)
    {
        var id = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == sibling.Id.Ordinal);
        if (!GivesItems(sibling) || !CanBeReadTwice(items, model) || (id?.Syntax as ArgumentSyntax)?.Expression is not { } idCode || call.Syntax is not InvocationExpressionSyntax { Expression: { } called }
            // A local of the turn is not there before the loop.
            || id!.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => iteration.Declares(local) && !SymbolEqualityComparer.Default.Equals(local.Local, iteration.Variable)))
        {
            return null;
        }

        var arguments = new List<string>();
        var isNamed = false;
        foreach (var parameter in sibling.Batch.Parameters)
        {
            var given = parameter.Ordinal == sibling.Ids.Ordinal ? Ids(items, item, idCode, parameter, model)
                : call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsSame(argument.Parameter!, parameter)) is { } argument
                    ? iteration.Declares(argument.Value) ? null : (argument.Syntax as ArgumentSyntax)?.Expression.ToString()
                : "";
            if (given is null || (given.Length == 0 && !parameter.IsOptional))
                return null;
            isNamed |= given.Length == 0;
            if (given.Length > 0)
                arguments.Add(isNamed ? $"{Names.Identifier(parameter.Name)}: {given}" : given);
        }

        var batch = Names.Identifier(sibling.Batch.Name);
        return new($"{(called is MemberAccessExpressionSyntax access ? access.WithName(SyntaxFactory.IdentifierName(batch)).WithoutTrivia().ToString() : batch)}({string.Join(", ", arguments)})", idCode.ToString());
    }

    /// <summary>A local for what the batch found; of several in a member, all differ.</summary>
    public static string NameOf(BatchSibling sibling, InvocationExpressionSyntax call, SemanticModel model)
    {
        var noun = Regex.Replace(Regex.Replace(sibling.Batch.Name, "Async$", ""), "^(Get|Find|Load|Fetch|Read|List|Query)(?=\\p{Lu}|$)", "");
        var member = (SyntaxNode?)call.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? call;
        var before = member.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.SpanStart < call.SpanStart && name.Identifier.ValueText == sibling.Single.Name
            && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() != call);
        var name = "found" + noun + (before == 0 ? "" : (before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Names.Free([name], other => !model.LookupSymbols(call.SpanStart, name: other).IsEmpty
            || member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == other));
    }

    // By their ids, and null for none, as a call would say it.
    private static bool GivesItems(BatchSibling sibling)
    {
        var result = sibling.Batch.ReturnType.AwaitedResult()?.Result ?? sibling.Batch.ReturnType;
        var single = sibling.Single.ReturnType.AwaitedResult()?.Result ?? sibling.Single.ReturnType;
        return BatchTypes.Result(result) is (not null, { } value) && result.FullName() is not "System.Collections.Generic.IDictionary"
            && single.MayBeNull() && (single.IsReferenceType || BatchTypes.IsNullable(value))
            && sibling.Single.ReturnType.AwaitedResult() is null == sibling.Batch.ReturnType.AwaitedResult() is null;
    }

    private static bool CanBeReadTwice(ExpressionSyntax items, SemanticModel model)
    {
        var type = model.GetTypeInfo(items).Type;
        var isCollection = type is IArrayTypeSymbol || (type is not null && type.AllInterfaces.Append(type).Any(candidate =>
            candidate.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T));
        return isCollection && items.DescendantNodesAndSelf().All(node => node is SimpleNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax);
    }

    private static string Ids(ExpressionSyntax items, string item, ExpressionSyntax id, IParameterSymbol ids, SemanticModel model)
    {
        if (id is IdentifierNameSyntax name && name.Identifier.Text == item && model.ClassifyConversion(items, ids.Type).IsImplicit)
            return items.ToString();
        var all = id is IdentifierNameSyntax only && only.Identifier.Text == item ? items.ToString() : $"{items}.Select({item} => {id})";
        return all + ids.Type.Name switch
        {
            "List" => ".ToList()",
            "HashSet" or "ISet" or "IReadOnlySet" => ".ToHashSet()",
            _ => ".ToArray()",
        };
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.Type.IsCancellationToken() ? other.Type.IsCancellationToken() : one.Name == other.Name;
}
