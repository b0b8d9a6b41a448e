using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// One [Cached] method on its way to a model. The generator parses with no one to tell; the analyzer parses the same method
/// again and hears of everything that is wrong, so that what is valid is decided in one place.
/// </summary>
internal sealed class ParseContext(
    IMethodSymbol method, AttributeData attribute, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken)
{
    private AttributeData[]? _attributes;

    public IMethodSymbol Method { get; } = method;

    public AttributeData Attribute { get; } = attribute;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Hears of all that is wrong; null for nobody.</summary>
    public Action<Diagnostic>? Listener { get; } = report;

    /// <summary>The method's own attribute, then the defaults around it, nearest first.</summary>
    private AttributeData[] Attributes => _attributes ??= [Attribute, .. CacheDefaults.Around(Method.ContainingType)];

    /// <summary>Of a batch: the parameter that stands for one id in keys.</summary>
    public ItemParameter? Item { get; set; }

    /// <summary>What a parameter is called in keys, and what it is there.</summary>
    public (string Name, ITypeSymbol Type) InKey(IParameterSymbol parameter) =>
        Item is { } item && SymbolEqualityComparer.Default.Equals(parameter, item.Ids) ? (item.Name, item.Type) : (parameter.Name, parameter.Type);

    /// <summary>The user's method that is called on a miss, as it is declared; null before it was found.</summary>
    public IMethodSymbol? Source { get; set; }

    /// <summary>What is cached: what the method returns out of its Task, of a batch an item, of a stream the list of its items; null before it is known.</summary>
    public ITypeSymbol? Value { get; set; }

    /// <summary>What each part of the key can write (see <see cref="Parsing.KeyForms"/>): for the analyzers, no code depends on it.</summary>
    public List<string> KeyForms { get; } = [];

    /// <summary>Another attribute of a method, in the same parse.</summary>
    public ParseContext Of(IMethodSymbol method, AttributeData attribute) => new(method, attribute, Compilation, Listener, CancellationToken);

    /// <summary>Another method, read in passing: what is wrong with it is told when its own turn comes.</summary>
    public ParseContext Silent(IMethodSymbol method, AttributeData attribute) => new(method, attribute, Compilation, report: null, CancellationToken);

    /// <summary>The ids of the rules that were broken.</summary>
    public SortedSet<string> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>Something was wrong: no cache code is emitted for this method.</summary>
    public bool HasErrors => Broken.Count > 0;

    /// <summary>What the attribute says of one property, or the nearest [CacheDefaults] where it says nothing.</summary>
    /// <remarks>Who names a property has said something of it, also with null or false: so one method takes a default back.</remarks>
    public T? Argument<T>(string name) => Said(name) is { Value: { Kind: not TypedConstantKind.Array, Value: T value } } ? value : default;

    /// <summary>What the attribute, or the nearest [CacheDefaults], says of a property that holds several strings.</summary>
    public IReadOnlyList<string> Arguments(string name) => Said(name) is { Value: { Kind: TypedConstantKind.Array, IsNull: false } items }
        ? [.. items.Values.Select(item => item.Value as string ?? "")]
        : [];

    /// <summary>What the attribute says of a property that holds several types; null where it says nothing.</summary>
    public IReadOnlyList<ITypeSymbol?>? Types(string name) => Said(name) is { Value: { Kind: TypedConstantKind.Array, IsNull: false } items }
        ? [.. items.Values.Select(item => item.Value as ITypeSymbol)]
        : null;

    /// <summary>The nearest attribute that names a property, and what it says; null where none does.</summary>
    public (AttributeData By, TypedConstant Value)? Said(string name)
    {
        foreach (var attribute in Attributes)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                    return (attribute, argument.Value);
            }
        }

        return null;
    }

    /// <summary>Whether the attribute itself says something of a property that holds a text; null is something too, where no default could be meant.</summary>
    public bool Says(string name, out string? text)
    {
        // What does not compile is no null.
        var said = Attribute.NamedArguments.Where(argument => argument.Key == name && argument.Value.Kind == TypedConstantKind.Primitive).Select(argument => argument.Value).ToArray();
        text = said.FirstOrDefault().Value as string;
        return said.Length > 0;
    }

    /// <summary>Whether one attribute holds before another.</summary>
    public bool IsNearer(AttributeData one, AttributeData other) => Array.IndexOf(Attributes, one) < Array.IndexOf(Attributes, other);

    /// <summary>Where the method says what it returns.</summary>
    public Location? ReturnTypeLocation => Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken) is MethodDeclarationSyntax syntax
        ? syntax.ReturnType.GetLocation()
        : Method.Locations.FirstOrDefault();

    /// <summary>Something is wrong with the method as a whole: underlines its name.</summary>
    public void Report(DiagnosticDescriptor rule, params object[] arguments) =>
        Report(rule, () => Method.Locations.FirstOrDefault(), arguments);

    /// <summary>Something is wrong with a parameter, or another symbol in source.</summary>
    public void Report(DiagnosticDescriptor rule, ISymbol symbol, params object[] arguments) =>
        Report(rule, () => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Method.Locations.FirstOrDefault(), arguments);

    /// <summary>Something is wrong with another attribute of the method.</summary>
    public void Report(DiagnosticDescriptor rule, AttributeData other, params object[] arguments) =>
        Report(rule, () => other.ApplicationSyntaxReference?.GetSyntax(CancellationToken).GetLocation() ?? Method.Locations.FirstOrDefault(), arguments);

    /// <summary>Something is wrong with what the attribute says of a property; a span inside the string, where one is given.</summary>
    public void ReportArgument(DiagnosticDescriptor rule, AttributePlace place, TextSpan? inside, params object[] arguments) =>
        Report(rule, () => ArgumentLocation(place, inside), arguments);

    /// <summary>The same, with what a fix needs to know.</summary>
    public void ReportArgument(DiagnosticDescriptor rule, AttributePlace place, TextSpan? inside, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        Report(rule, () => ArgumentLocation(place, inside), arguments, properties);

    /// <summary>Where the attribute says something of a property; the method's name where it does not.</summary>
    public Location? PlaceOf(AttributePlace place, TextSpan? inside = null) =>
        Said(place.Property) is null ? Method.Locations.FirstOrDefault() : ArgumentLocation(place, inside);

    private void Report(DiagnosticDescriptor rule, Func<Location?> location, object[] arguments, ImmutableDictionary<string, string?>? properties = null)
    {
        if (rule.IsRefusal())
            Broken.Add(rule.Id);
        Listener?.Invoke(Diagnostic.Create(rule, location(), properties, arguments));
    }

    private Location? ArgumentLocation(AttributePlace place, TextSpan? inside)
    {
        var attribute = Said(place.Property)?.By ?? Attribute;
        if (attribute.ApplicationSyntaxReference?.GetSyntax(CancellationToken) is not AttributeSyntax syntax)
            return Method.Locations.FirstOrDefault();
        var argument = syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == place.Property)
            ?? ConstructorArgument(attribute, syntax, place.Property);
        if (argument is null)
            return syntax.GetLocation();
        var expression = place.Item < 0 ? argument.Expression : ItemOf(argument.Expression, place.Item);
        // Only in a plain literal without escapes is a position in the value a position in the text.
        if (inside is { } span && expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            && literal.Token.Text.Length == literal.Token.ValueText.Length + 2)
        {
            return Location.Create(expression.SyntaxTree, new TextSpan(expression.SpanStart + 1 + span.Start, Math.Max(span.Length, 1)));
        }

        return expression.GetLocation();
    }

    private static AttributeArgumentSyntax? ConstructorArgument(AttributeData attribute, AttributeSyntax syntax, string parameter)
    {
        var arguments = syntax.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToArray() ?? [];
        var position = attribute.AttributeConstructor?.Parameters.ToList().FindIndex(candidate => candidate.Name == parameter) ?? -1;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? (position >= 0 && position < arguments.Length && arguments[position].NameColon is null ? arguments[position] : null);
    }

    private static ExpressionSyntax ItemOf(ExpressionSyntax expression, int item)
    {
        var items = expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            _ => default,
        };
        return item < items.Count ? items[item] : expression;
    }
}

/// <param name="Property">A property that the attribute sets, or a parameter of its constructor.</param>
/// <param name="Item">Which string, where it holds several.</param>
internal sealed record AttributePlace(string Property, int Item = -1)
{
    public static implicit operator AttributePlace(string property) => new(property);
}
