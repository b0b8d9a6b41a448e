using CacheGen.CodeFixes.Edits;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.CodeFixes.Method;

/// <summary>What a source that is to be written is called.</summary>
/// <param name="Name">Of the new method.</param>
/// <param name="Edits">Changes of the attribute, where the name alone does not make it the source.</param>
internal sealed record SourceName(string Name, IReadOnlyList<Edit> Edits)
{
    /// <summary>As the attribute says, or as is the custom; null where the source is there already, or cannot be had by that name.</summary>
    public static SourceName? For(MethodDeclarationSyntax method, ParseContext parsed)
    {
        var symbol = parsed.Method;
        if (parsed.Attribute.ApplicationSyntaxReference?.GetSyntax(parsed.CancellationToken) is not AttributeSyntax attribute || WindowParser.IsAsked(parsed))
            return null;
        if (parsed.Argument<string>("Source") is { } stated)
            return IsTaken(symbol, stated) ? null : new SourceName(stated, []);
        if (Stated(attribute) is { } missing)
            return IsTaken(symbol, missing) ? null : new SourceName(missing, []);

        var names = SourceFinder.ConventionalNames(symbol.Name);
        if (!names.Any(name => IsTaken(symbol, name)))
            return new SourceName(names[0], WriteCall.CallsNothing(parsed) && attribute.Find("Source") is { } none ? [attribute.Remove(none)] : []);
        // Both a source by that name and a body: the new one must be named to be told from it.
        var free = Names.Free([names[0].Replace("Core", "Uncached")], name => IsTaken(symbol, name));
        return new SourceName(free, [attribute.Set("Source", $"nameof({free})")]);
    }

    /// <summary><c>Source = nameof(FetchAsync)</c>, while there is no FetchAsync: to the compiler that is no string.</summary>
    private static string? Stated(AttributeSyntax attribute) =>
        attribute.Find("Source")?.Expression is InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
            ArgumentList.Arguments: { Count: 1 } arguments,
        } && arguments[0].Expression is IdentifierNameSyntax name
            ? name.Identifier.ValueText
            : null;

    private static bool IsTaken(IMethodSymbol method, string name) => method.ContainingType.GetMembers(name).Any(member =>
        member is not IMethodSymbol other || (other.Arity == method.Arity && Types(other).SequenceEqual(Types(method))));

    private static IEnumerable<string> Types(IMethodSymbol method) => method.Parameters.Where(parameter => !parameter.Type.IsCancellationToken()).Select(parameter => parameter.Type.Bare());
}
