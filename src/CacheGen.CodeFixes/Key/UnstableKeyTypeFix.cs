using System.Composition;
using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Key;

/// <summary>CG2003: names the members that have a value, marks them in their type, or leaves the parameter out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnstableKeyTypeFix() : RuleFix(Rules.UnstableKeyType)
{
    private protected override IEnumerable<Fix> Fixes(FixContext context)
    {
        if (context.Method is not { } syntax || context.Model.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } method
            || MethodParsers.Begin(method, context.Model.Compilation, report: null, context.CancellationToken) is not { } parse
            || Subject(context, parse) is not { } subject)
        {
            yield break;
        }

        var type = subject.Type.Unwrapped().WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var members = StableMembers.Of(type, parse);
        var holes = string.Join(":", members.Select(member => $"{{{subject.Name}.{member.Name}}}"));
        if (members.Count > 0 && !subject.Type.MayBeNull() && Named(context, parse, subject.Name, holes) is { } named)
            yield return new Fix($"Read its members: {holes}", "Members", named);
        if (members.Count > 0 && StableMembers.Mark(members, context) is { Length: > 0 } marks)
            yield return new Fix($"Mark the members of {type.Short()} with [CacheKeyPart]", "Mark", marks);
        if (context.Node is ParameterSyntax parameter)
            yield return new Fix("Leave it out of the key: [NotInKey]", "NotInKey", parameter.Mark(context.AttributeAt("NotInKey", parameter.SpanStart)));
        else if (context.RemoveHole() is { } removed)
            yield return new Fix("Take it out of the key", "Remove", removed);
    }

    /// <summary>What is underlined: a parameter, or a hole with nothing but a path.</summary>
    private static (string Name, ITypeSymbol Type)? Subject(FixContext context, ParseContext parse)
    {
        if (context.Node is ParameterSyntax { Identifier.ValueText: var name })
            return parse.Method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter ? (name, parameter.Type) : null;
        return context.HoleText() is { } hole && KeyRead.OfHole(parse, hole) is { Item: { Transforms.Length: 0, Format: null, Default: null } } read ? (read.Name, read.Type) : null;
    }

    private static Edit? Named(FixContext context, ParseContext parse, string name, string holes)
    {
        if (context.HoleText() is not null)
            return Edit.Replace(context.Tree, context.Diagnostic.Location.SourceSpan, holes);
        return parse.Said(KeyFrom.Property) is null && context.CacheAttribute() is { } attribute
            ? attribute.Set("Key", $"\"{KeyParser.DefaultTemplate(parse).Replace($"{{{name}}}", holes)}\"")
            : null;
    }
}
