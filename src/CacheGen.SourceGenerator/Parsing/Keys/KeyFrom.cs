using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The method that KeyFrom names: it makes the key's method part out of parameters that it takes by their names.</summary>
internal static class KeyFrom
{
    public const string Property = "KeyFrom";

    /// <summary>The method; null, after a report, where it will not do.</summary>
    public static IMethodSymbol? Find(ParseContext context, string name)
    {
        var methods = StaticMethods.Of(context, name).FirstOrDefault()?.ToArray() ?? [];
        var problem = methods.Length == 0 ? $"there is none in the type, its bases and the types around it; write {Shape(context, name)}"
            // Which of them is meant would be for the compiler to know.
            : methods.Length > 1 ? "there are several; give one a name of its own"
            : Problem(context, methods[0]);
        if (problem is null)
            return methods[0];
        context.ReportArgument(Rules.WrongSelector, Property, null, Property, name, problem);
        return null;
    }

    /// <summary>The parameters of the cached method that it takes, in its order.</summary>
    public static IEnumerable<IParameterSymbol> Arguments(IMethodSymbol called, IMethodSymbol method) =>
        called.Parameters.Select(parameter => method.Parameters.First(own => own.Name == parameter.Name));

    private static string? Problem(ParseContext context, IMethodSymbol called)
    {
        if (!called.IsStatic)
            return "it is not static, and what an instance knows is no part of a key; make it static";
        if (called.Arity > 0)
            return "it is generic; write one that is not";
        if (called.ReturnsVoid || called.ReturnsByRef || called.ReturnsByRefReadonly)
            return "it returns no value; return what tells one call from another, such as a string";
        foreach (var parameter in called.Parameters)
        {
            var own = context.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
            var problem = own is null ? $"is no parameter of '{context.Method.Name}'; it takes these by their names: {string.Join(", ", Usable(context.Method))}"
                : own.Type.IsServiceOrInput() ? $"is of the service type '{own.Type.Short()}', which says nothing about the answer; leave it out"
                : KeyMembers.IsLeftOut(own) ? $"is marked [NotInKey] in '{context.Method.Name}'; leave out the attribute or the parameter"
                : !parameter.Takes(own.Type, context) ? $"is {parameter.Type.Short()}, and '{context.Method.Name}' has {own.Type.Short()}"
                : own.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } && parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
                    ? $"is {parameter.Type.Short()}, and '{context.Method.Name}' may pass null; let it take {own.Type.Short()}"
                : null;
            if (problem is not null)
                return $"its parameter '{parameter.Name}' {problem}";
        }

        return null;
    }

    private static IEnumerable<string> Usable(IMethodSymbol method) =>
        method.Parameters.Where(HoleResolver.IsKeyPart).Select(parameter => $"{parameter.Type.Short()} {parameter.Name}");

    private static string Shape(ParseContext context, string name) => $"'static string {name}({string.Join(", ", Usable(context.Method))})'";
}
