using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Policy;

/// <summary>CG4003: writes the method that a property names, where there is none of that name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WrongSelectorFix() : RuleFix(Rules.WrongSelector)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Around<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: var property } argument
            || context.Method is not { Parent: TypeDeclarationSyntax type } syntax
            || context.Model.GetConstantValue(argument.Expression, context.CancellationToken).Value is not string name || !SyntaxFacts.IsValidIdentifier(name)
            || context.Model.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } symbol
            // What is there is for its author to change.
            || symbol.ContainingType.BasesOf().Any(known => !known.GetMembers(name).IsEmpty)
            || AnalyzedMethod.Of(symbol, context.Model.Compilation, context.CancellationToken) is not { Context.Value: { } value } method
            || Declaration(context, syntax, method, property, name, value) is not { } declaration)
        {
            yield break;
        }

        MemberDeclarationSyntax neighbour = type.Members.OfType<MethodDeclarationSyntax>().LastOrDefault(member => IsSource(member, method, context)) ?? syntax;
        var exception = context.Model.Compilation.GetTypeByMetadataName("System.NotImplementedException")?.ToMinimalDisplayString(context.Model, neighbour.SpanStart);
        yield return new Fix(
            $"Write '{name}'", nameof(WrongSelectorFix),
            Edit.Insert(context.Tree, neighbour.After(), $"{neighbour.BetweenMembers()}private {declaration} => throw new {exception}();"));
    }

    private static bool IsSource(MethodDeclarationSyntax member, AnalyzedMethod method, FixContext context) =>
        context.Model.GetDeclaredSymbol(member, context.CancellationToken) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, method.Source);

    private static string? Declaration(FixContext context, MethodDeclarationSyntax syntax, AnalyzedMethod method, string property, string name, ITypeSymbol value)
    {
        // Null needs no predicate: it is a miss, no failure, and valid.
        var some = Written(value.Unwrapped().WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        var isGeneric = method.Symbol.TypeParameters.Any(parameter => Mentions(value, parameter));
        var generics = isGeneric ? syntax.TypeParameterList?.ToString() : "";
        var constraints = isGeneric ? string.Concat(syntax.ConstraintClauses.Select(clause => " " + clause)) : "";
        return property switch
        {
            "IsMiss" or "StoreWhen" or "FailWhen" => $"static bool {name}{generics}({some} value){constraints}",
            "TtlFrom" => $"static {Written(TimeSpanOf(context))} {name}{generics}({some} value){constraints}",
            "ValidWhen" => $"{(method.Symbol.IsStatic ? "static " : "")}bool {name}{generics}({some} value){constraints}",
            // It is called without type arguments.
            KeyFrom.Property when !Usable().Any(parameter => method.Symbol.TypeParameters.Any(type => Mentions(parameter.Type, type))) =>
                $"static string {name}({string.Join(", ", Usable().Select(parameter => $"{Written(parameter.Type)} {Names.Identifier(parameter.Name)}"))})",
            _ => null,
        };

        IEnumerable<IParameterSymbol> Usable() => method.Symbol.Parameters.Where(HoleResolver.IsKeyPart);

        string Written(ITypeSymbol type) => type.ToMinimalDisplayString(context.Model, syntax.SpanStart);
    }

    private static ITypeSymbol TimeSpanOf(FixContext context) => context.Model.Compilation.GetSpecialType(SpecialType.System_Nullable_T)
        .Construct(context.Model.Compilation.GetTypeByMetadataName("System.TimeSpan")!);

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol itself => SymbolEqualityComparer.Default.Equals(itself, parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        _ => false,
    };
}
