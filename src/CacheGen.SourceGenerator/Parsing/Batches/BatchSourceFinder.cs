using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing.Decorators;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The uncached method that loads many: ids in one of many forms, and values by ids or in a list.</summary>
/// <param name="context">The method that says KeyOf, and that the source's parameters are those of.</param>
/// <param name="ids">The parameter that holds the ids.</param>
/// <param name="id">The type of an id.</param>
/// <param name="value">The type of an item.</param>
/// <param name="cached">The type of an item in the cache.</param>
/// <param name="caller">The method that calls it, where that is another.</param>
internal sealed class BatchSourceFinder(
    ParseContext context, IParameterSymbol ids, ITypeSymbol id, ITypeSymbol value, ITypeSymbol cached, IMethodSymbol? caller = null)
{
    private const string Batch = "global::CacheGen.CompilerServices.Batch";

    /// <summary>By <c>Source =</c>, by its name, or the same member of a wrapped interface, as for single methods.</summary>
    public BatchSourceModel? Find(ReturnKind returns)
    {
        var method = context.Method;
        var names = context.Argument<string>("Source") is { } stated ? [stated] : SourceFinder.ConventionalNames(method.Name);
        var named = SourceFinder.Candidates(context, names).ToArray();
        var wrapped = named.Length > 0 ? null : SourceFinder.FindWrapped(context, new Wrapping(method.ContainingType, context.Compilation));
        if (wrapped is { Holder: not null })
        {
            named = [wrapped.Member];
        }
        else if (named.Length == 0)
        {
            if (wrapped is null)
                SourceFinder.Missing(context, names);
            else
                wrapped.Report(context, names);
            return null;
        }

        var fitting = named.Where(candidate => Mismatch(candidate) is null).ToArray();
        if (fitting.Length == 0)
        {
            // A wrapped interface is somebody else's.
            context.Report(Rules.SourceMismatch, wrapped is null ? named[0] : method, wrapped?.MemberName ?? named[0].Name, Mismatch(named[0])!);
            return null;
        }

        if (wrapped is not null && WrappedSource.Mismatch(method, wrapped.Member) is { } mismatch)
        {
            context.Report(Rules.SourceMismatch, wrapped.MemberName, mismatch);
            return null;
        }

        if (returns == ReturnKind.Value && fitting.Any(candidate => !IsAsynchronous(candidate)))
            fitting = [.. fitting.Where(candidate => !IsAsynchronous(candidate))];
        if (fitting.Length > 1)
        {
            context.Report(Rules.AmbiguousSource, method.Name, string.Join(" or ", fitting.Select(candidate => $"'{candidate.Name}'")), "say which with Source = nameof(...)");
            return null;
        }

        if (returns == ReturnKind.Value && IsAsynchronous(fitting[0]))
        {
            context.Report(Rules.SyncOverAsync, method.Name, fitting[0].Name);
            return null;
        }

        if (wrapped is null && SourceFinder.Nearer(context, fitting[0]) is { } nearer)
        {
            SourceFinder.ReportNearer(context, fitting[0], nearer);
            return null;
        }

        return Read(fitting[0]) is { } source ? wrapped is null ? source : source with { Name = wrapped.Call } : null;
    }

    public static bool IsAsynchronous(IMethodSymbol source) => source.ReturnType.AwaitedResult() is not null;

    /// <summary>Why a method cannot be the source; null where it can.</summary>
    public string? Mismatch(IMethodSymbol candidate)
    {
        var source = SourceFinder.Closed(candidate, context.Method);
        var expected = context.Method.Parameters.Where(IsArgument).ToArray();
        var actual = source.Parameters.Where(IsArgument).ToArray();
        if (expected.Length != actual.Length || !expected.Zip(actual, Fits).All(fits => fits))
            return $"it takes ({List(actual)}), the cached method ({List(expected)}); the ids may be another collection of {id.Short()}, a CancellationToken may be added or left out, nothing else";
        return ResultMismatch(source);
    }

    private bool Fits(IParameterSymbol expected, IParameterSymbol actual) => actual.RefKind is RefKind.None or RefKind.In
        && (SymbolEqualityComparer.Default.Equals(expected, ids)
            ? BatchTypes.IdOf(actual.Type) is { } item && SymbolEqualityComparer.Default.Equals(item, id)
            : SymbolEqualityComparer.Default.Equals(expected.Type, actual.Type));

    private string? ResultMismatch(IMethodSymbol source)
    {
        var returned = source.ReturnsVoid || source.ReturnsByRef || source.ReturnsByRefReadonly ? null : source.ReturnType.AwaitedResult()?.Result ?? source.ReturnType;
        var result = returned is null ? null : BatchTypes.SourceResult(returned);
        var isRight = result is var (key, item) && (key is null ? SymbolEqualityComparer.Default.Equals(item, value) : SymbolEqualityComparer.Default.Equals(key, id) && BatchTypes.AreAlike(item, value));
        if (isRight && BatchTypes.IsNullable(returned!))
            return $"it may return null ({source.ReturnType.Short()}), where a result without items would do";
        return isRight ? null : $"it returns {source.ReturnType.Short()}; let it return the items by their ids, such as IReadOnlyDictionary<{id.Short()}, {value.Short()}>, or a list of {value.Short()}";
    }

    /// <summary>The model of a source that fits; null, after a report, where it returns a list and nobody knows whose items are whose.</summary>
    public BatchSourceModel? Read(IMethodSymbol candidate)
    {
        var source = SourceFinder.Closed(candidate, context.Method);
        var (key, item) = BatchTypes.SourceResult(source.ReturnType.AwaitedResult()?.Result ?? source.ReturnType)!.Value;
        var pairs = "{0}";
        if (key is null)
        {
            if (KeyOf.Find(context, id, value, caller ?? context.Method) is not { } keyOf)
            {
                if (context.Argument<string>(KeyOf.Property) is null)
                    context.Report(Rules.UnmatchedBatch, context.Method.Name, $"its source '{candidate.Name}' returns a list, and nothing says whose id an item has: name a method with KeyOf = nameof(...), of the shape static {id.Short()} IdOf({value.Short()} item), or let the source return a dictionary");
                return null;
            }

            // Nulls are left out before; what comes out may be null, as in the cache.
            pairs = $"{Batch}.ByKey({{0}}, static item => {keyOf}(item{(item.IsReferenceType && item.NullableAnnotation == NullableAnnotation.Annotated ? "!" : "")}))";
            if (item.IsReferenceType)
                item = item.WithNullableAnnotation(NullableAnnotation.Annotated);
        }

        if (cached.IsValueType && !BatchTypes.IsNullable(item))
            pairs = $"{Batch}.Nullable({pairs})";
        else if (!SymbolEqualityComparer.IncludeNullability.Equals(item, cached) || !SymbolEqualityComparer.IncludeNullability.Equals(key ?? id, id))
            pairs = pairs == "{0}" ? Suppressed(source, key ?? id) : pairs + "!";
        context.Source = candidate.OriginalDefinition;
        return new BatchSourceModel
        {
            Name = candidate.IsStatic ? Names.Access(candidate, caller ?? context.Method, inLambda: true) : Names.Identifier(candidate.Name),
            IsStatic = candidate.IsStatic,
            IsAsynchronous = IsAsynchronous(source),
            Arguments = Arguments(source).ToEquatableArray(),
            Ids = BatchTypes.FromArray(source.Parameters.First(IsIds).Type),
            Pairs = pairs,
        };
    }

    // Of a sequence that is one of pairs already, the compiler infers what the pairs are, whatever is suppressed.
    private string Suppressed(IMethodSymbol source, ITypeSymbol key) =>
        (source.ReturnType.AwaitedResult()?.Result ?? source.ReturnType).OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ? $"(global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<{key.Code()}, {cached.Code()}>>)({{0}})!"
            : "({0})!";

    private bool IsIds(IParameterSymbol parameter) => IsArgument(parameter) && Own(parameter) is { } own && SymbolEqualityComparer.Default.Equals(own, ids);

    // Of a source by its place; it has the parameters of the cached method.
    private IParameterSymbol Own(IParameterSymbol parameter) => context.Method.Parameters.Where(IsArgument)
        .ElementAt(((IMethodSymbol)parameter.ContainingSymbol).Parameters.Where(IsArgument).TakeWhile(other => other.Ordinal != parameter.Ordinal).Count());

    private IEnumerable<SourceArgument> Arguments(IMethodSymbol source) => source.Parameters.Select(parameter => !IsArgument(parameter)
        ? new SourceArgument("", NeedsSuppression: false)
        : new SourceArgument(
            Names.Identifier(Own(parameter).Name),
            !IsIds(parameter) && !SymbolEqualityComparer.IncludeNullability.Equals(Own(parameter).Type, parameter.Type)));

    private static bool IsArgument(IParameterSymbol parameter) => !parameter.Type.IsCancellationToken();

    private static string List(IEnumerable<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Type.Short()));
}
