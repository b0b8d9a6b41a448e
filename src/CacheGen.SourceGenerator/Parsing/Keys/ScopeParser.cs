using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// Whose answers a method gives, by [CacheScope]: on a parameter, which says it; on the method, its type, a base type or a type around it, where
/// an ICacheScope is asked. Base types count, unlike for defaults: who forgets a scope shows one user's answers to another.
/// </summary>
internal static class ScopeParser
{
    private const string ScopeAttribute = "CacheScopeAttribute";

    /// <summary>What the handle of a method takes in front of the key's parameters: the scopes that no parameter of the method says.</summary>
    public static IReadOnlyList<string> AskedFor(IMethodSymbol method) => [.. Around(method).Except(method.Parameters.Select(NameOn).OfType<string>())];

    /// <summary>
    /// The scope of entries that a method changes: a parameter that says so or has its name, else what an ICacheScope says. Null, after a report,
    /// where neither is there.
    /// </summary>
    public static ScopeModel? ForChange(ParseContext context, string name, string target, WriteLocals locals)
    {
        var method = context.Method;
        var texts = method.Parameters.Where(parameter => parameter.Type.SpecialType == SpecialType.System_String).ToArray();
        if ((texts.FirstOrDefault(parameter => NameOn(parameter) == name) ?? texts.FirstOrDefault(parameter => parameter.Name == name)) is { } parameter)
            return new ScopeModel { Name = name, Argument = Names.Identifier(parameter.Name) };
        return Service(context, name, $"changes entries of {target}, which is cached for each {name},") is { } service
            ? new ScopeModel { Name = name, Argument = ArgumentFor(name, [.. Taken(method), locals.Cache, locals.Result]), Service = service }
            : null;
    }

    public static IReadOnlyList<ScopeModel> Parse(ParseContext context)
    {
        var method = context.Method;
        var scopes = new List<ScopeModel>();
        foreach (var parameter in method.Parameters)
        {
            if (NameOn(parameter) is { } name && CheckName(context, name) && CheckParameter(context, parameter, name, scopes))
                scopes.Add(new ScopeModel { Name = name, Argument = Names.Identifier(parameter.Name), IsText = parameter.Type.SpecialType == SpecialType.System_String });
        }

        // A parameter says it; nobody needs to be asked.
        var asked = AskedFor(method).Where(name => CheckName(context, name)).ToArray();
        if (asked.Length == 0 || Service(context, asked[0], $"is cached for each {asked[0]}") is not { } service)
            return scopes;
        var taken = new HashSet<string>(Taken(method));
        return [.. asked.Select(name => new ScopeModel { Name = name, Argument = ArgumentFor(name, taken), Service = service }), .. scopes];
    }

    private static string? NameOn(ISymbol symbol) =>
        symbol.FindAttribute(ScopeAttribute) is { } attribute ? attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "" : null;

    /// <summary>Of all that stands around the method, outermost first.</summary>
    private static IEnumerable<string> Around(IMethodSymbol method)
    {
        var symbols = method.ContainingType.Nesting().SelectMany(type => type.BasesOf().Reverse()).ToList<ISymbol>();
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
            symbols.Add(declared);
        return symbols.Select(NameOn).OfType<string>();
    }

    private static bool CheckName(ParseContext context, string name)
    {
        var isFine = name.Length > 0 && IsLetter(name[0]) && name.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '-' or '_' or '.');
        if (!isFine)
            context.Report(Rules.NoScope, context.Method.Name, $"has a scope called \"{KeyTemplate.OneLine(name)}\": give it a name of letters, digits, '-', '_' and '.' that begins with a letter");
        return isFine;
    }

    private static bool CheckParameter(ParseContext context, IParameterSymbol parameter, string name, List<ScopeModel> others)
    {
        var problem = parameter.FindAttribute("NotInKeyAttribute") is not null ? "is marked [NotInKey] too: leave one out"
            : others.Any(other => other.Name == name) ? $"is the second one of the scope \"{name}\": give it a name of its own"
            : IsId(context, parameter.Type) ? null
            : $"is of type {parameter.Type.Short()}: take string, or a value type with one value, such as int or Guid";
        if (problem is null)
            return true;
        context.Report(Rules.NoScope, parameter, context.Method.Name, $"has a scope parameter '{parameter.Name}' that {problem}");
        return false;
    }

    private static bool IsId(ParseContext context, ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || (type.IsValueType && !type.MayBeNull() && !type.IsServiceOrInput()
            && KeyTypes.ShapeOf(type, "value", "Value", false, new KeyPath(context), out _) is { Parts.Count: 1 } shape && shape.Parts[0].Type != KeyTypes.TextPart);

    private static string? Service(ParseContext context, string name, string what)
    {
        var finder = new MemberFinder(context, KnownTypes.IsCacheScope, "declare it as ICacheScope", Rules.NoScope);
        if (finder.TryReach(out var service))
            return service;
        var place = context.Method.IsStatic ? "it is static, so add a parameter 'ICacheScope scope'" : "add a constructor parameter 'ICacheScope scope' to the type";
        return finder.Fail($"{what} and finds no ICacheScope: {place}, or mark the parameter that says the {name} with [CacheScope(\"{name}\")]");
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>Names that mean something in the generated method.</summary>
    private static IEnumerable<string> Taken(IMethodSymbol method) => method.Parameters
        .Concat(method.ContainingType.BasesOf().SelectMany(type => type.GetMembers())
            .Concat(method.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters))
            .Where(symbol => IsOurService(symbol switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            })))
        .Select(symbol => symbol.Name);

    private static bool IsOurService(ITypeSymbol? type) => type is not null && (type.IsMethodCache() || type.IsFusionCache() || type.IsCacheScope());

    // tenant-id is tenantId.
    private static string ArgumentFor(string name, HashSet<string> taken)
    {
        var words = name.Split('-', '.').Where(word => word.Length > 0).ToArray();
        var camel = char.ToLowerInvariant(words[0][0]) + words[0].Substring(1) + string.Concat(words.Skip(1).Select(Names.Pascal));
        var free = Names.Free([camel, camel + "Scope"], taken.Contains);
        taken.Add(free);
        return Names.Identifier(free);
    }
}
