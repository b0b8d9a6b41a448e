using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A cached method whose entries another method removes or sets, and the handle by which it does.</summary>
/// <param name="Method">The cached method.</param>
/// <param name="Id">Its stable id.</param>
/// <param name="Access">C# of the handle's method, without type arguments; null where the write method cannot see it.</param>
/// <param name="Reads">The names of the parameters that the handle takes.</param>
internal sealed record WriteTarget(IMethodSymbol Method, string Id, string? Access, IReadOnlyCollection<string> Reads)
{
    // Parsing a type's methods anew for each method that names one would take the square of their number.
    private static readonly CompilationMemo<IReadOnlyList<(IMethodSymbol Method, ParsedMethod Model)>> s_parsed = new();

    /// <summary>For messages: <c>GetAsync(int)</c>.</summary>
    public string Short => $"{Method.Name}({string.Join(", ", Method.Parameters.Where(parameter => !parameter.Type.IsCancellationToken()).Select(parameter => parameter.Type.Short()))})";

    /// <summary>
    /// The cached methods of this name in the nearest of the types that has any.
    /// </summary>
    /// <param name="context">The method that names it.</param>
    /// <param name="type">Where to look, then in its bases.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="refused">The rules that one of them breaks itself, so that it has no handle; null for none.</param>
    public static IReadOnlyList<WriteTarget> Find(ParseContext context, ITypeSymbol type, string name, out string? refused)
    {
        refused = null;
        foreach (var owner in type.BasesOf().OfType<INamedTypeSymbol>())
        {
            var methods = Cached(owner).Where(method => method.Name == name).ToArray();
            if (methods.Length == 0)
                continue;
            if (!SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, context.Compilation.Assembly))
                return [.. methods.Select(method => Referenced(context, owner, method))];
            var parsed = Parse(owner.OriginalDefinition, context);
            var named = MethodNames.Group(parsed.Select(pair => pair.Model)).SingleOrDefault()?.Methods.ToArray() ?? [];
            var targets = new List<WriteTarget>();
            foreach (var method in methods)
            {
                var model = parsed.FirstOrDefault(pair => SymbolEqualityComparer.Default.Equals(pair.Method, method.OriginalDefinition)).Model;
                if (named.FirstOrDefault(candidate => ReferenceEquals(candidate.Model, model)) is { } own)
                    targets.Add(new WriteTarget(method, own.Model.Id, AccessTo(context, owner, own, named), [.. own.Model.HandleParameters.Select(parameter => parameter.Name)]));
                else
                    refused = (model as RefusedMethod)?.Rules ?? Diagnostics.Rules.ImpossibleShape.Id;
            }

            return targets;
        }

        return [];
    }

    /// <summary>The names of all cached methods that could have been meant.</summary>
    public static IEnumerable<string> NamesIn(ITypeSymbol type) => type.BasesOf().SelectMany(Cached).Select(method => method.Name).Distinct();

    private static IEnumerable<IMethodSymbol> Cached(ITypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(method => method.FindAttribute(CachedMethodParser.CachedAttribute) is not null);

    private static string? AccessTo(ParseContext context, INamedTypeSymbol owner, NamedMethod method, IReadOnlyList<NamedMethod> all)
    {
        var own = context.Method.ContainingType;
        var isVisible = method.Model.HandleAccessibility is not null;
        if (!SymbolEqualityComparer.Default.Equals(owner, own))
            return isVisible ? $"{owner.Code()}.{method.Model.Type.HandlesClass}.{method.Handle}" : null;
        var outer = isVisible ? method.Model.Type.HandlesClass : method.Model.Type.MethodsClass;
        // Inside the method, what it declares itself comes first.
        var isHidden = context.Method.Parameters.Any(parameter => parameter.Name == outer) || context.Method.TypeParameters.Any(parameter => parameter.Name == outer);
        var inner = isVisible ? "" : $".{HiddenHandles.ClassName(all)}";
        return $"{(isHidden ? own.Code() + "." : "")}{outer}{inner}.{method.Handle}";
    }

    /// <summary>Of another assembly only the handles are there: the one that takes what the method's key reads is the method's.</summary>
    private static WriteTarget Referenced(ParseContext context, INamedTypeSymbol owner, IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        var inner = context.Silent(definition, definition.FindAttribute(CachedMethodParser.CachedAttribute)!);
        var reads = KeyParser.Parse(inner, []).Reads;
        var parameters = method.Parameters.Where(parameter => reads.Contains(Names.Identifier(parameter.Name))).ToArray();
        var scopes = ScopeParser.AskedFor(definition).Count;
        var handle = owner.GetTypeMembers().Where(type => type.IsStatic && type.IsGenerated())
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(candidate => MethodNames.MayBeHandle(method.Name, candidate.Name)
                && candidate.Arity == method.Arity
                && context.Compilation.IsSymbolAccessibleWithin(candidate, context.Method.ContainingType)
                && candidate.Parameters.Skip(1).Take(scopes).All(parameter => parameter.Type.SpecialType == SpecialType.System_String)
                && candidate.Parameters.Skip(1 + scopes).Select(parameter => (parameter.Name, parameter.Type.Bare()))
                    .SequenceEqual(parameters.Select(parameter => (parameter.Name, parameter.Type.Bare()))));
        var access = handle is null ? null : $"{owner.Code()}.{Names.Identifier(handle.ContainingType.Name)}.{Names.Identifier(handle.Name)}";
        return new WriteTarget(method, CachedMethodParser.IdOf(definition), access, [.. parameters.Select(parameter => Names.Identifier(parameter.Name))]);
    }

    /// <summary>The type's methods as the generator parses them, in its order, so that they get the names that it gives them.</summary>
    private static IReadOnlyList<(IMethodSymbol Method, ParsedMethod Model)> Parse(INamedTypeSymbol type, ParseContext context) => s_parsed.Of(context.Compilation, type, _ =>
    {
        var parsed = new List<(IMethodSymbol Method, ParsedMethod Model)>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            // What writes has no name that others go by, and would look for targets again.
            if (MethodParsers.First(method) is { AttributeClass.Name: var attribute } && !WriteMethodParser.Attributes.Contains(attribute)
                && MethodParsers.Parse(method, context.Compilation, context.CancellationToken) is { } model)
            {
                parsed.Add((method, model));
            }
        }

        return [.. parsed.OrderBy(pair => pair.Model.Attribute)];
    });
}
