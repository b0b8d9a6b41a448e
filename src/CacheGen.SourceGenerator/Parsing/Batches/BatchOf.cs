using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>The single-item method whose entries a batch shares: <c>Of = nameof(GetTrackAsync)</c>.</summary>
internal static class BatchOf
{
    /// <summary>Its model, whose values are cached as they are there, and which of its parameters is the id; null, after a report, where the two do not fit.</summary>
    public static (MethodModel Method, string Id)? Find(ParseContext context, string name, ref BatchShape shape)
    {
        var method = context.Method;
        var named = method.ContainingType.GetMembers(name).OfType<IMethodSymbol>()
            .Where(candidate => candidate.FindAttribute(CachedMethodParser.CachedAttribute) is not null).ToArray();
        if (named.Length == 0)
            return Fail(context, name, "the type has no method of this name with [Cached]");

        var asked = shape;
        var fitting = named.Select(candidate => (Method: candidate, Id: IdOf(method, candidate, asked.Id)))
            .Where(pair => pair.Id is not null && Mismatch(context, pair.Method, pair.Id, asked) is null).ToArray();
        if (fitting.Length == 0)
        {
            var id = IdOf(method, named[0], shape.Id);
            return Fail(context, name, id is null ? $"none of its parameters is an id ({shape.Id.Short()})" : Mismatch(context, named[0], id, shape)!);
        }

        var single = fitting[0].Method;
        if (CachedMethodParser.Parse(context.Silent(single, single.FindAttribute(CachedMethodParser.CachedAttribute)!)) is not MethodModel model)
            return Fail(context, name, "it has errors of its own; mend these first");
        if (Stranger(method, model, shape) is { } stranger)
            return Fail(context, name, $"its key does not hold '{stranger.Name}'; take the parameter out, or mark it with [NotInKey]");
        if (model.Values.ValidWhen is not null)
            return Fail(context, name, "it has a ValidWhen, which is asked with the arguments of one item's call; take that out, or give the batch entries of its own");
        if (!model.Key.Reads.Contains(Names.Identifier(fitting[0].Id!.Name)))
            return Fail(context, name, $"its key does not hold the id '{fitting[0].Id!.Name}'");
        var returned = Closed(single, method).ReturnType;
        shape = shape with { Cached = returned.AwaitedResult()?.Result ?? returned };
        return (model, Names.Identifier(fitting[0].Id!.Name));
    }

    // Of two of the id's type, the one that the batch has not.
    private static IParameterSymbol? IdOf(IMethodSymbol batch, IMethodSymbol single, ITypeSymbol id) => Closed(single, batch).Parameters
        .Where(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, id))
        .OrderBy(parameter => batch.Parameters.Any(other => other.Name == parameter.Name))
        .FirstOrDefault();

    private static string? Mismatch(ParseContext context, IMethodSymbol candidate, IParameterSymbol id, BatchShape shape)
    {
        var batch = context.Method;
        if (!candidate.TypeParameters.Select(parameter => parameter.Name).SequenceEqual(batch.TypeParameters.Select(parameter => parameter.Name)))
            return "its type parameters are others";
        var single = Closed(candidate, batch);
        var value = single.ReturnType.AwaitedResult()?.Result ?? single.ReturnType;
        if (!BatchTypes.AreAlike(value, shape.Value))
            return $"it returns {single.ReturnType.Short()}, so an item is no {shape.Value.Short()}";
        if (!value.MayBeNull())
            return $"it returns {single.ReturnType.Short()}, which cannot say that there is none of an id; let it return {BatchTypes.Cached(value, context.Compilation)?.Short()}";
        var lacking = single.Parameters.FirstOrDefault(parameter => parameter.Name != id.Name && HoleResolver.IsKeyPart(parameter)
            && !batch.Parameters.Any(other => other.Name == parameter.Name && SymbolEqualityComparer.Default.Equals(other.Type, parameter.Type)));
        return lacking is null ? null : $"it takes {lacking.Type.Short()} {lacking.Name} as well; let the batch take it too, by the same name and type";
    }

    /// <summary>A parameter of the batch that would change the answers and is in no key.</summary>
    private static IParameterSymbol? Stranger(IMethodSymbol batch, MethodModel single, BatchShape shape) => batch.Parameters.FirstOrDefault(parameter =>
        !SymbolEqualityComparer.Default.Equals(parameter, shape.Ids) && HoleResolver.IsKeyPart(parameter)
        && !single.Signature.Parameters.Any(other => other.Name == Names.Identifier(parameter.Name)));

    private static IMethodSymbol Closed(IMethodSymbol single, IMethodSymbol batch) => SourceFinder.Closed(single, batch);

    private static (MethodModel, string)? Fail(ParseContext context, string name, string problem)
    {
        context.ReportArgument(Rules.BatchOfMismatch, "Of", null, context.Method.Name, name, problem);
        return null;
    }
}
