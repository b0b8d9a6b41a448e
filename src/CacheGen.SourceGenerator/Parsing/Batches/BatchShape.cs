using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Ids in, values out: which parameter, and which types.</summary>
/// <param name="Ids">The parameter that holds the ids.</param>
/// <param name="Id">The type of an id.</param>
/// <param name="Value">The type of an item.</param>
/// <param name="Cached">The type of an item in the cache: it may be null.</param>
internal sealed record BatchShape(IParameterSymbol Ids, ITypeSymbol Id, ITypeSymbol Value, ITypeSymbol Cached)
{
    /// <summary>The shape of a method, out of its result; null, after a report, where it is no batch.</summary>
    public static BatchShape? Of(ParseContext context, ITypeSymbol result)
    {
        var (shape, problem) = Read(context, context.Method, result);
        if (shape is null)
            context.Report(Rules.UnmatchedBatch, context.Method.Name, problem!);
        return shape;
    }

    /// <summary>The shape, or why there is none.</summary>
    public static (BatchShape? Shape, string? Problem) Read(ParseContext context, IMethodSymbol method, ITypeSymbol result)
    {
        if (BatchTypes.Result(result) is not var (key, value))
            return (null, $"it returns {result.Short()}; let it return the items by their ids (IReadOnlyDictionary<TId, TItem>), or a list of them");
        var id = key;
        var collections = method.Parameters.Where(HoldsIds).ToArray();
        // Of several, only the type of the ids tells which it is.
        if (collections.Length > 1 && (id ??= KeyOf.TypeOfId(context, value)) is not null)
            collections = [.. collections.Where(HoldsIds)];
        if (collections.Length == 0)
            return (null, $"no parameter of it holds the ids; let it take a collection of {id?.Short() ?? "ids"}, such as IReadOnlyCollection<{id?.Short() ?? "int"}>");
        if (collections.Length > 1)
            return (null, $"{string.Join(" and ", collections.Select(parameter => $"'{parameter.Name}'"))} could both hold the ids; put all but one into an object of their own");
        id = BatchTypes.IdOf(collections[0].Type)!;
        // What calls the source, and KeyOf, would be bound at run time.
        if (value.TypeKind == TypeKind.Dynamic || id.TypeKind == TypeKind.Dynamic)
            return (null, $"its {(id.TypeKind == TypeKind.Dynamic ? "ids" : "items")} are dynamic; let them be object");
        if (BatchTypes.IsNullable(id) || id is ITypeParameterSymbol { HasNotNullConstraint: false, IsValueType: false, IsReferenceType: false })
            return (null, $"its ids ({id.Short()}) may be null, which identifies nothing; {(id is ITypeParameterSymbol ? $"say where {id.Name} : notnull" : $"take {id.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Unwrapped().Short()}")}");
        if (BatchTypes.Cached(value, context.Compilation) is not { } cached)
            return (null, $"nothing of type {value.Short()} says that there is none of an id; say where {value.Short()} : class, or : struct");
        return (new BatchShape(collections[0], id, value, cached), null);

        bool HoldsIds(IParameterSymbol parameter) => BatchTypes.IdOf(parameter.Type) is { } item && (id is null || SymbolEqualityComparer.Default.Equals(item, id));
    }

    /// <summary>C# that makes the method's result of what was found.</summary>
    public string ResultCode(ITypeSymbol result)
    {
        var isList = BatchTypes.Result(result) is (null, _);
        // With a nullable item each id has one, null too.
        var hasAll = BatchTypes.IsNullable(Value);
        var isStruct = Value.IsValueType && !hasAll;
        var name = (hasAll ? "All" : "Present") + (isList ? "InOrder" : "");
        var code = isStruct ? $"global::CacheGen.CompilerServices.Batch.{name}(found)" : $"found.{name}()";
        if (result is IArrayTypeSymbol)
            code += ".ToArray()";
        if (SymbolEqualityComparer.IncludeNullability.Equals(isStruct ? Value : Cached, Value))
        {
            if (result is IArrayTypeSymbol || result.FullName() is "System.Collections.Generic.Dictionary" or "System.Collections.Generic.List")
                return code;
        }
        else
        {
            code += "!";
        }

        return $"({result.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Code()}){code}";
    }
}

/// <summary>The parameter of a batch that stands for one id in its key.</summary>
/// <param name="Ids">The collection.</param>
/// <param name="Type">The type of an id.</param>
internal sealed record ItemParameter(IParameterSymbol Ids, ITypeSymbol Type)
{
    /// <summary>What one of the ids is called, in a hole and in the handle: <c>id</c> for <c>ids</c>, where nothing else is called so.</summary>
    public string Name { get; } = NameOf(Ids);

    private static string NameOf(IParameterSymbol ids)
    {
        var plural = ids.Name;
        var singular = plural.Length > 3 && plural.EndsWith("ies", StringComparison.Ordinal) ? plural.Substring(0, plural.Length - 3) + "y"
            : plural.Length > 1 && plural.EndsWith("s", StringComparison.Ordinal) ? plural.Substring(0, plural.Length - 1)
            : plural;
        return ((IMethodSymbol)ids.ContainingSymbol).Parameters.Any(other => other.Name == singular) ? plural : singular;
    }
}
