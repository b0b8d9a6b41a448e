using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Gives a type a MethodCache by its constructor.</summary>
internal static class CacheParameter
{
    private const string TypeName = "CacheGen.MethodCache";

    /// <summary>Nothing where the type is static, or has several constructors, of which nobody knows who calls which.</summary>
    public static IReadOnlyList<Edit> Add(TypeDeclarationSyntax declaration, INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken)
    {
        if (type.IsStatic)
            return [];
        var constructors = type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared)
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax(cancellationToken)).ToArray();
        // A record's copy constructor takes what the other has.
        if (constructors.OfType<TypeDeclarationSyntax>().FirstOrDefault() is { ParameterList: { } parameters } primary)
            return [Into(parameters, $"{Cache(model, primary)} {Primary(type)}")];
        if (constructors.Length > 0)
            return constructors.Length == 1 && constructors[0] is ConstructorDeclarationSyntax only ? [.. Into(only, type, model)] : [];
        return declaration is not RecordDeclarationSyntax && HasPrimaryConstructors(declaration)
            ? [Edit.Insert(declaration.SyntaxTree, declaration.TypeParameterList?.Span.End ?? declaration.Identifier.Span.End, $"({Cache(model, declaration)} {Primary(type)})")]
            : [.. Constructor(declaration, type, model)];
    }

    private static bool HasPrimaryConstructors(TypeDeclarationSyntax type) => ((CSharpParseOptions)type.SyntaxTree.Options).LanguageVersion >= (LanguageVersion)1200;

    private static string Cache(SemanticModel model, SyntaxNode at) => at.SyntaxTree == model.SyntaxTree
        ? model.TypeAt(TypeName, at.SpanStart)
        : model.Compilation.GetSemanticModel(at.SyntaxTree).TypeAt(TypeName, at.SpanStart);

    // Of a record it becomes a property.
    private static string Primary(INamedTypeSymbol type) => type.IsRecord ? Free(type, "Cache", "MethodCache") : Free(type, "cache", "methodCache");

    // A method's parameter would hide it.
    private static string Free(INamedTypeSymbol type, params string[] names) => names.FirstOrDefault(name =>
        type.Name != name && type.GetMembers(name).All(member => member is INamedTypeSymbol)
        && !type.GetMembers().OfType<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => parameter.Name == name))) ?? names[names.Length - 1] + "2";

    private static Edit Into(ParameterListSyntax list, string parameter)
    {
        // What has a default, and params, comes last.
        var next = list.Parameters.FirstOrDefault(other => other.Default is not null || other.Modifiers.Any(SyntaxKind.ParamsKeyword));
        return next is not null ? Edit.Insert(list.SyntaxTree, next.SpanStart, parameter + ", ")
            : list.Parameters.Count == 0 ? Edit.Insert(list.SyntaxTree, list.OpenParenToken.Span.End, parameter)
            : Edit.Insert(list.SyntaxTree, list.Parameters.Last().Span.End, (list.Parameters.Last().Indentation() is null ? ", " : "," + list.Parameters.Last().NextLine()) + parameter);
    }

    /// <summary>Into the only constructor, with a field.</summary>
    private static IEnumerable<Edit> Into(ConstructorDeclarationSyntax constructor, INamedTypeSymbol type, SemanticModel model)
    {
        var (field, assignment, parameter) = Field(type, constructor.ParameterList.Parameters.Select(other => other.Identifier.ValueText));
        var cache = Cache(model, constructor);
        yield return AddField(constructor, $"private readonly {cache} {field};");
        yield return Into(constructor.ParameterList, $"{cache} {parameter}");
        if (constructor.ExpressionBody is { } arrow)
        {
            yield return Edit.Replace(
                constructor.SyntaxTree, TextSpan.FromBounds(arrow.GetFirstToken().GetPreviousToken().Span.End, constructor.SemicolonToken.Span.End),
                $"{constructor.NextLine()}{{{constructor.NextLine(isDeeper: true)}{arrow.Expression};{constructor.NextLine(isDeeper: true)}{assignment}{constructor.NextLine()}}}");
        }
        else if (constructor.Body is { } body)
        {
            var last = body.Statements.LastOrDefault();
            yield return last is not null
                ? Edit.Insert(constructor.SyntaxTree, last.After(), last.NextLine() + assignment)
                : Edit.Insert(constructor.SyntaxTree, body.OpenBraceToken.Span.End, (IsOnOneLine(body) ? " " : constructor.NextLine(isDeeper: true)) + assignment);
        }
    }

    private static Edit AddField(ConstructorDeclarationSyntax constructor, string field)
    {
        var fields = ((TypeDeclarationSyntax)constructor.Parent!).Members.TakeWhile(member => member != constructor).OfType<FieldDeclarationSyntax>();
        return fields.LastOrDefault() is { } last ? Edit.Insert(constructor.SyntaxTree, last.After(), last.NextLine() + field) : AtTop(constructor, field);
    }

    // Not in front of the member, where its comments are.
    private static Edit AtTop(MemberDeclarationSyntax member, string text)
    {
        var type = (TypeDeclarationSyntax)member.Parent!;
        return Edit.Insert(member.SyntaxTree, type.OpenBraceToken.Span.End, member.NextLine() + text + (member.Indentation() is null ? "" : member.EndOfLine()));
    }

    private static bool IsOnOneLine(SyntaxNode node) => !node.ToString().Contains('\n');

    /// <summary>A type without any constructor gets one.</summary>
    private static IEnumerable<Edit> Constructor(TypeDeclarationSyntax declaration, INamedTypeSymbol type, SemanticModel model)
    {
        if (declaration.Members.FirstOrDefault() is not { } first)
            yield break;
        var (field, assignment, parameter) = Field(type, []);
        var cache = Cache(model, declaration);
        yield return AtTop(
            first, $"private readonly {cache} {field};{first.BetweenMembers()}public {type.Name}({cache} {parameter}){first.NextLine()}{{{first.NextLine(isDeeper: true)}{assignment}{first.NextLine()}}}");
    }

    // Named as the type names its other fields.
    private static (string Field, string Assignment, string Parameter) Field(INamedTypeSymbol type, IEnumerable<string> taken)
    {
        var isPlain = type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsImplicitlyDeclared: false, IsStatic: false, DeclaredAccessibility: Accessibility.Private })
            .Select(field => field.Name.StartsWith("_", StringComparison.Ordinal)).ToArray() is { Length: > 0 } underscored && !underscored.Contains(true);
        var field = isPlain ? Free(type, "cache", "methodCache") : Free(type, "_cache", "_methodCache");
        var parameter = taken.Contains("cache") ? "methodCache" : "cache";
        return (field, $"{(field == parameter ? "this." : "")}{field} = {parameter};", parameter);
    }
}
