using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing.Decorators;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// From a method to its model; a refused method where something is wrong; null where not even a part of it can be written. What is
/// wrong goes to the callback, if there is one.
/// </summary>
internal delegate ParsedMethod? MethodParser(ParseContext context);

/// <summary>The attributes that make a method ours, each with its parser: what the generator and the analyzer both go by.</summary>
internal static class MethodParsers
{
    private static readonly (string Attribute, MethodParser Parse)[] s_all =
    [
        (CachedMethodParser.CachedAttribute, CachedMethodParser.Parse),
        (BatchMethodParser.BatchAttribute, BatchMethodParser.Parse),
        (WriteMethodParser.InvalidatesAttribute, WriteMethodParser.Parse),
        (WriteMethodParser.UpdatesAttribute, WriteMethodParser.Parse),
    ];

    // The generator comes by it, and who changes its entries.
    private static readonly CompilationMemo<ParsedMethod?> s_silent = new();

    /// <summary>The attributes' names, without their namespace.</summary>
    public static IEnumerable<string> Attributes => s_all.Select(parser => parser.Attribute);

    /// <summary>The attribute that makes a method ours, of several the one that names its source; null where it has none.</summary>
    public static AttributeData? Find(ISymbol method)
    {
        // Nearly all methods end here.
        if (method.GetAttributes().IsEmpty)
            return null;
        var ours = Attributes.SelectMany(name => method.GetAttributes().Where(attribute => attribute.AttributeClass?.IsCacheGen(name) == true)).ToArray();
        return ours.FirstOrDefault(attribute => attribute.NamedArguments.Any(argument => argument.Key == "Source")) ?? ours.FirstOrDefault();
    }

    /// <summary>Parses a method with no one to tell, once in a compilation; null where it has none of our attributes, or no part of it can be written.</summary>
    public static ParsedMethod? Parse(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) => s_silent.Of(
        compilation, method, _ => Begin(method, compilation, report: null, cancellationToken) is { } begun ? Parse(begun) : null);

    /// <summary>The order in which methods are named and emitted: what is cached one by one, batches, and what writes.</summary>
    public static EquatableArray<ParsedMethod> Order(IEnumerable<ParsedMethod> methods) => methods.OrderBy(method => method.Attribute).ToEquatableArray();

    /// <summary>What a method is parsed in, by the first of its attributes; null where it has none of them.</summary>
    public static ParseContext? Begin(IMethodSymbol method, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken) =>
        First(method) is { } attribute ? new ParseContext(method, attribute, compilation, report, cancellationToken) : null;

    /// <summary>The attribute that a method is parsed by.</summary>
    public static AttributeData? First(IMethodSymbol method) => s_all.Select(parser => method.FindAttribute(parser.Attribute)).FirstOrDefault(attribute => attribute is not null);

    /// <inheritdoc cref="MethodParser"/>
    public static ParsedMethod? Parse(ParseContext context)
    {
        var attribute = Array.FindIndex(s_all, parser => parser.Attribute == context.Attribute.AttributeClass!.Name);
        return s_all[attribute].Parse(context) is { } parsed
            ? parsed with { Attribute = attribute, Decorator = DecoratorParser.Parse(context.Method, context.Compilation, context.Listener, context.CancellationToken) }
            : null;
    }
}
