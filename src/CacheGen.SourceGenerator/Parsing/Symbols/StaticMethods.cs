using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Methods that an attribute names and that are called without an instance: of the type and its bases, then of the types around it.</summary>
internal static class StaticMethods
{
    /// <summary>The types whose static methods a method can call by their names alone, nearest first.</summary>
    public static IEnumerable<ITypeSymbol> Reach(IMethodSymbol method) => method.ContainingType.Nesting().Reverse().SelectMany(type => type.BasesOf());

    /// <summary>The methods of this name, or all, of each of these types that has any, nearest first.</summary>
    public static IEnumerable<IMethodSymbol[]> Of(ParseContext context, string? name = null) => Reach(context.Method)
        .Select(type => (name is null ? type.GetMembers() : type.GetMembers(name)).OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, CanBeReferencedByName: true }
                && !SymbolEqualityComparer.Default.Equals(method, context.Method)
                && context.Compilation.IsSymbolAccessibleWithin(method, context.Method.ContainingType))
            .ToArray())
        .Where(methods => methods.Length > 0);

    /// <summary>How generated code calls one of them: by its name, where that is sure to mean it in the method and in its handle.</summary>
    public static string Access(IMethodSymbol called, IMethodSymbol method)
    {
        var name = Names.Identifier(called.Name);
        var isHidden = Reach(method)
            .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, called.ContainingType))
            .Any(type => type.GetMembers(called.Name).Length > 0);
        // Handles are called as their methods without Async, structs of keys as their methods with Key; locals begin with a small letter.
        var isTaken = method.Parameters.Any(parameter => parameter.Name == called.Name)
            || method.TypeParameters.Any(parameter => parameter.Name == called.Name)
            || Names.IsMemberOfObject(called.Name) || !char.IsUpper(called.Name[0])
            || new[] { called.Name, called.Name + "Async", WithoutKey(called.Name) }.SelectMany(other => method.ContainingType.GetMembers(other)).Any(other => other.IsCached());
        return isHidden || isTaken ? $"{called.ContainingType.Code()}.{name}" : name;
    }

    private static string WithoutKey(string name) => name.EndsWith("Key", StringComparison.Ordinal) ? name.Substring(0, name.Length - 3) : name;

    /// <summary>Whether an argument of one type may be passed to a parameter of another without a cast.</summary>
    public static bool Takes(this IParameterSymbol parameter, ITypeSymbol argument, ParseContext context) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && context.Compilation.HasImplicitConversion(argument, parameter.Type);

    public static bool IsOf(this IParameterSymbol parameter, ITypeSymbol argument) => SymbolEqualityComparer.Default.Equals(parameter.Type, argument);
}
