using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>ValidWhen: a predicate on the cached value and any of the method's parameters.</summary>
internal static class ValidParser
{
    public static ValidModel? Parse(ParseContext context, ITypeSymbol value, ReturnKind returns)
    {
        var method = context.Method;
        var isSynchronous = returns == ReturnKind.Value;
        var found = SelectorFinder.Find(
            context, "ValidWhen", $"bool {{0}}({value.Short()} value, …)", value, candidate => ProblemOf(context, candidate, isSynchronous));
        if (found is null)
            return null;
        var predicate = found.Method;
        return new ValidModel
        {
            Name = predicate.Name,
            IsStatic = predicate.IsStatic,
            Target = predicate.IsStatic
                ? SelectorFinder.Access(predicate, method)
                : Names.Identifier(predicate.Name) + SelectorFinder.TypeArguments(predicate),
            ValueCast = found.Cast,
            ValueSuffix = found.Value.Suffix,
            SkipsNull = found.Value.SkipsNull,
            Arguments = predicate.Parameters.Skip(1).Select(parameter => Argument(context, parameter)).ToEquatableArray(),
            ReturnsValueTask = predicate.ReturnType.AwaitedResult() is { IsValueTask: true },
        };
    }

    private static string? ProblemOf(ParseContext context, IMethodSymbol candidate, bool isSynchronous)
    {
        if (!candidate.IsStatic && context.Method.IsStatic)
            return "it is not static, as the cached method is";
        foreach (var parameter in candidate.Parameters.Skip(1).Where(parameter => !parameter.Type.IsCancellationToken()))
        {
            if (context.Method.Parameters.FirstOrDefault(own => own.Name == parameter.Name) is not { } own)
                return $"the cached method has no parameter '{parameter.Name}'";
            var conversion = Conversions.Find(own.Type, parameter.Type, context.Compilation);
            if (conversion.Problem is not null)
                return $"its parameter '{parameter.Name}' is {parameter.Type.Short()}, the cached method's {own.Type.Short()}";
            if (conversion.SkipsNull && own.Type.NullableAnnotation == NullableAnnotation.Annotated)
                return $"its parameter '{parameter.Name}' does not take null, the cached method's does";
        }

        if (candidate.ReturnType.SpecialType == SpecialType.System_Boolean)
            return null;
        if (candidate.ReturnType.AwaitedResult()?.Result.SpecialType != SpecialType.System_Boolean)
            return $"it returns {candidate.ReturnType.Short()}";
        return isSynchronous ? "it is asynchronous, the cached method is not" : null;
    }

    private static SourceArgument Argument(ParseContext context, IParameterSymbol parameter)
    {
        if (parameter.Type.IsCancellationToken())
            return new SourceArgument("", NeedsSuppression: false);
        var own = context.Method.Parameters.First(own => own.Name == parameter.Name);
        return new SourceArgument(
            Names.Identifier(own.Name),
            SymbolEqualityComparer.Default.Equals(own.Type, parameter.Type) && !SymbolEqualityComparer.IncludeNullability.Equals(own.Type, parameter.Type));
    }
}
