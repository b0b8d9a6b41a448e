using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.CodeFixes.Edits;

/// <summary>Changes of what an attribute says.</summary>
internal static class AttributeEdits
{
    /// <summary>Says a property, in place of what was said of it before: <c>Ttl = "1h"</c>.</summary>
    public static Edit Set(this AttributeSyntax attribute, string property, string value)
    {
        if (attribute.Find(property) is { } argument)
            return Edit.Replace(attribute.SyntaxTree, argument.Expression.Span, value);
        var text = $"{property} = {value}";
        if (attribute.ArgumentList is not { } list)
            return Edit.Insert(attribute.SyntaxTree, attribute.Name.Span.End, $"({text})");
        return list.Arguments.Count == 0
            ? Edit.Insert(attribute.SyntaxTree, list.OpenParenToken.Span.End, text)
            : Edit.Insert(attribute.SyntaxTree, list.Arguments.Last().Span.End, $", {text}");
    }

    /// <summary>Takes an argument out, with its comma.</summary>
    public static Edit Remove(this AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var index = arguments.IndexOf(argument);
        var span = arguments.Count == 1 ? attribute.ArgumentList.Span
            : index == 0 ? TextSpan.FromBounds(argument.SpanStart, arguments[1].SpanStart)
            : TextSpan.FromBounds(arguments[index - 1].Span.End, argument.Span.End);
        return Edit.Replace(attribute.SyntaxTree, span, "");
    }

    /// <summary>The argument that says a property; null where none does.</summary>
    public static AttributeArgumentSyntax? Find(this AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>Puts an attribute in front of a parameter: <c>[NotInKey] </c>.</summary>
    public static Edit Mark(this ParameterSyntax parameter, string attribute) => Edit.Insert(parameter.SyntaxTree, parameter.SpanStart, $"[{attribute}] ");
}
