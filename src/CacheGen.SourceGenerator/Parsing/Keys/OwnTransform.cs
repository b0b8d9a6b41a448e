using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Transforms that users write: <c>{name|Slug}</c> is the static method <c>Slug</c> of the type, called with the value.</summary>
internal static class OwnTransform
{
    /// <summary>The method for a value of this type; null, with the reason, where there is none.</summary>
    public static IMethodSymbol? Find(ParseContext context, string name, ITypeSymbol value, IEnumerable<string> builtIn, out string problem)
    {
        problem = "";
        var named = StaticMethods.Of(context, name).ToArray();
        foreach (var methods in named)
        {
            var fitting = methods.Where(method => Fits(context, method, value)).ToArray();
            if (fitting.Length == 0)
                continue;
            // The compiler, too, prefers the one that takes this very type; which of others it prefers is not for a reader to know.
            var found = fitting.FirstOrDefault(method => method.Parameters[0].IsOf(value)) ?? (methods.Count(TakesOne) == 1 ? fitting[0] : null);
            if (found is null)
                problem = $"several methods called '{name}' could take {value.Short()}: write one that takes just that";
            return found;
        }

        if (named.Length > 0)
        {
            problem = $"'{name}' is no transform of {value.Short()}: write it as 'static string {name}({value.Short()} value)'";
            return null;
        }

        var own = StaticMethods.Of(context).SelectMany(methods => methods)
            .Where(method => method.ReturnType.SpecialType == SpecialType.System_String && Fits(context, method, value))
            .Select(method => method.Name).Distinct().ToArray();
        var near = Names.Near(name, builtIn.Concat(own)).Take(3).ToArray();
        problem = $"'{name}' is no transform; " + (near.Length > 0
            ? $"did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
            : $"there are {string.Join(", ", builtIn)}, and the type's own static methods, such as 'static string {name}({value.Short()} value)'");
        return null;
    }

    private static bool TakesOne(IMethodSymbol method) => method.Parameters.Length > 0 && method.Parameters.Skip(1).All(parameter => parameter.IsOptional || parameter.IsParams);

    private static bool Fits(ParseContext context, IMethodSymbol method, ITypeSymbol value) =>
        method is { IsStatic: true, Arity: 0, ReturnsVoid: false, ReturnsByRef: false, ReturnsByRefReadonly: false, Parameters.Length: 1 }
        && method.Parameters[0].Takes(value, context);
}
