using System.Collections.Immutable;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>What one hole of a key reads; without a template each key parameter has one.</summary>
/// <param name="Name">As people say it: <c>filter.Text</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Symbol">The parameter, or the last member on the path.</param>
/// <param name="Item">The hole as it is written; null without a template.</param>
/// <param name="Context">The method.</param>
internal sealed record KeyRead(string Name, ITypeSymbol Type, ISymbol Symbol, TemplateItem? Item, ParseContext Context)
{
    /// <summary>The property of a diagnostic that holds the template which a fix begins with, where the method has none.</summary>
    public const string TemplateProperty = "Template";

    /// <summary>The property of a diagnostic that holds the hole in that template.</summary>
    public const string HoleProperty = "Hole";

    private static readonly string[] s_builtIn = ["norm", "lower", "upper", "hash", "set"];

    /// <summary>The hole in the template, or the parameter.</summary>
    public Location? Location => Item is null ? Symbol.Locations.FirstOrDefault(location => location.IsInSource) : Context.PlaceOf("Key", Item.Span);

    public bool Has(string transform) => Item?.Transforms.Contains(transform) == true;

    /// <summary>A method of the user's makes something of it, of which nothing is known.</summary>
    public bool IsTransformed => Item?.Transforms.Any(transform => !s_builtIn.Contains(transform)) == true;

    /// <summary>The parameter says whose answer it is, and stands in the key just as it is.</summary>
    public bool IsScope => Symbol.FindAttribute("CacheScopeAttribute") is not null;

    /// <summary>What a fix must know.</summary>
    public ImmutableDictionary<string, string?> Properties
    {
        get
        {
            var none = ImmutableDictionary<string, string?>.Empty;
            return Item is null && !IsScope ? none.Add(TemplateProperty, KeyParser.DefaultTemplate(Context)).Add(HoleProperty, $"{{{Name}}}") : none;
        }
    }

    /// <summary>Itself; of a value whose members are read, these and theirs.</summary>
    public IEnumerable<(string Name, ITypeSymbol Type)> Values() => Values(Name, Type, []);

    /// <summary>What the key of a method reads. Nothing of one whose key a method of the user's makes.</summary>
    public static IEnumerable<KeyRead> Of(AnalyzedMethod method)
    {
        var context = method.Context;
        if (method.Parsed is null or WriteMethodModel || WriteMethodParser.Attributes.Contains(context.Attribute.AttributeClass!.Name)
            || context.Argument<string>(KeyFrom.Property) is not null || context.Argument<string>("Of") is not null)
        {
            return [];
        }

        // A scope stands in front of the key as it is, whatever a hole makes of it.
        return context.Argument<string>("Key") is { } template
            ? KeyTemplate.Split(template, static (_, _) => { }).Where(item => item.Path is not null).Select(item => OfHole(context, item)).OfType<KeyRead>()
                .Where(read => !read.IsScope).Concat(context.Method.Parameters.Select(parameter => OfParameter(context, parameter)).Where(read => read.IsScope))
            : context.Method.Parameters.Where(HoleResolver.IsKeyPart).Select(parameter => OfParameter(context, parameter));
    }

    /// <summary>What one hole reads, as text; null where it reads nothing that is there.</summary>
    public static KeyRead? OfHole(ParseContext context, string hole) =>
        KeyTemplate.Split(hole, static (_, _) => { }) is { Count: 1 } items && items[0].Path is not null ? OfHole(context, items[0]) : null;

    private static KeyRead OfParameter(ParseContext context, IParameterSymbol parameter)
    {
        var (name, type) = context.InKey(parameter);
        return new KeyRead(name, type, parameter, null, context);
    }

    private static KeyRead? OfHole(ParseContext context, TemplateItem item)
    {
        var path = item.Path!;
        if (context.Method.Parameters.FirstOrDefault(candidate => candidate.Name == path[0] || context.InKey(candidate).Name == path[0]) is not { } parameter)
            return null;
        var type = context.InKey(parameter).Type;
        ISymbol symbol = parameter;
        foreach (var step in path.Skip(1))
        {
            if (HoleResolver.MembersOf(type.Unwrapped(), context).FirstOrDefault(member => member.Name == step) is not { } member)
                return null;
            (symbol, type) = (member, TypeOf(member));
        }

        return new KeyRead(string.Join(".", path), type, symbol, item, context);
    }

    private static IEnumerable<(string Name, ITypeSymbol Type)> Values(string name, ITypeSymbol type, ITypeSymbol[] around)
    {
        var bare = type.Unwrapped();
        if (!KeyTypes.IsReadByMembers(bare) || around.Contains(bare, SymbolEqualityComparer.Default))
            return [(name, type)];
        return KeyMembers.Readable(bare).SelectMany(member => Values($"{name}.{member.Member.Name}", member.Type, [.. around, bare]));
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
}
