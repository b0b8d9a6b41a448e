using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Batch;

/// <summary>CG6001: adds KeyOf, and the method that it names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnmatchedBatchFix() : RuleFix(Rules.UnmatchedBatch)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } method || context.Model.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || symbol.FindAttribute(BatchMethodParser.BatchAttribute) is not { } data
            || data.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax attribute
            || Shape(symbol, data, context) is not { } shape)
        {
            yield break;
        }

        var said = attribute.Find(KeyOf.Property);
        // The name of the method, and KeyOf, are underlined for want of a KeyOf; what else is underlined has another fault.
        if (context.Diagnostic.Location.SourceSpan != method.Identifier.Span && said?.Expression.Span != context.Diagnostic.Location.SourceSpan)
            yield break;
        var name = said is null ? Names.Free(["IdOf"], other => symbol.ContainingType.GetMembers(other).Any()) : NameIn(said.Expression, context.Model);
        if (name is null || (said is not null && symbol.ContainingType.GetMembers(name).Any()))
            yield break;
        var add = Edit.Insert(context.Tree, method.After(), method.BetweenMembers() + Write(name, shape, context.Model, method.SpanStart));
        yield return new Fix($"Add '{name}', which tells the id of an item", "KeyOf", said is null ? [attribute.Set(KeyOf.Property, $"nameof({name})"), add] : new[] { add });
    }

    private static BatchShape? Shape(IMethodSymbol method, AttributeData attribute, FixContext context)
    {
        var parsed = new ParseContext(method, attribute, context.Model.Compilation, report: null, context.CancellationToken);
        return BatchShape.Read(parsed, method, method.ReturnType.AwaitedResult()?.Result ?? method.ReturnType).Shape;
    }

    // While there is no such method, nameof is no string to the compiler.
    private static string? NameIn(ExpressionSyntax expression, SemanticModel model) => model.GetConstantValue(expression).Value as string is { } text && SyntaxFacts.IsValidIdentifier(text) ? text
        : expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0].Expression is IdentifierNameSyntax name
            ? name.Identifier.ValueText
            : null;

    private static string Write(string name, BatchShape shape, SemanticModel model, int position)
    {
        var item = shape.Value.IsReferenceType ? shape.Value.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : shape.Value;
        var id = shape.Value.BasesOf().SelectMany(type => type.GetMembers()).FirstOrDefault(member =>
            (member.Name == "Id" || member.Name == shape.Value.Name + "Id") && member is IPropertySymbol { IsStatic: false, GetMethod: not null } or IFieldSymbol { IsStatic: false }
            && SymbolEqualityComparer.IncludeNullability.Equals(member.HeldType(), shape.Id));
        var body = id is null ? $"throw new {model.TypeAt("System.NotImplementedException", position)}()" : $"item.{id.Name}";
        return $"private static {shape.Id.At(model, position)} {name}({item.At(model, position)} item) => {body};";
    }
}
