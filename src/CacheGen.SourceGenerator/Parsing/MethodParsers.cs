using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// From a method to its model; a refused method where something is wrong; null where not even a part of it can be written. What is
/// wrong goes to the callback, if there is one.
/// </summary>
internal delegate ParsedMethod? MethodParser(
    IMethodSymbol method, AttributeData attribute, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken);

/// <summary>The attributes that make a method ours, each with its parser: what the generator and the analyzer both go by.</summary>
internal static class MethodParsers
{
    private static readonly (string Attribute, MethodParser Parse)[] s_all =
    [
        (CachedMethodParser.CachedAttribute, CachedMethodParser.Parse),
        (BatchMethodParser.BatchAttribute, BatchMethodParser.Parse),
    ];

    /// <summary>The attributes' names, without their namespace.</summary>
    public static IEnumerable<string> Attributes => s_all.Select(parser => parser.Attribute);

    /// <summary>Parses a method by the first of its attributes; null where it has none of them.</summary>
    /// <param name="method">The method.</param>
    /// <param name="only">The attribute to parse it by: where another comes first, that one's turn has been or will be. Null for any.</param>
    /// <param name="compilation">Where the method is.</param>
    /// <param name="report">Hears of all that is wrong.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ParsedMethod? Parse(
        IMethodSymbol method, string? only, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        foreach (var (name, parse) in s_all)
        {
            if (method.FindAttribute(name) is { } attribute)
                return only is null || only == name ? parse(method, attribute, compilation, report, cancellationToken) : null;
        }

        return null;
    }
}
