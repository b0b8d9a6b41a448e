using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>CG4004: a load goes on behind its caller with services that end with him.</summary>
internal static class ScopedSource
{
    /// <summary>Present where BackgroundScope is allowed.</summary>
    public const string CanHaveScope = nameof(CanHaveScope);

    private static readonly string[] s_behind = ["RefreshAfter", "SoftTimeout"];

    public static void Check(AnalyzedMethod method, SourceReads reads, Action<Diagnostic> report)
    {
        // What is said of a batch's items with Of is said there.
        if (method.Cached is not { Policy.BackgroundScope: false } model || method.Parsed is BatchMethod { OwnsItem: false }
            || s_behind.FirstOrDefault(property => method.Context.Argument<string>(property) is not null) is not { } behind)
            return;

        var place = method.Context.Said(behind)?.By == method.Context.Attribute ? method.Context.PlaceOf(behind) : method.Symbol.Locations.FirstOrDefault();
        foreach (var parameter in reads.Parameters.Where(read => read.Parameter.Type.IsScopedService()).GroupBy(read => read.Parameter, SymbolEqualityComparer.Default))
        {
            Report($"its parameter '{parameter.Key!.Name}' of type {((IParameterSymbol)parameter.Key).Type.Short()}",
                $"take it in the constructor of '{method.Symbol.ContainingType.Name}' and say BackgroundScope = true", canHaveScope: false, parameter.First().Where);
        }

        var held = reads.Held.Where(read => IsHeld(read) && !IsOnlyFactory(read)).GroupBy(read => read.Symbol, SymbolEqualityComparer.Default).OrderBy(group => group.Key!.Name, StringComparer.Ordinal).ToArray();
        if (held.Length == 0)
            return;
        var canHaveScope = model.Returns != ReturnKind.Stream && !reads.Source.IsStatic && !method.Symbol.ContainingType.IsValueType
            && !method.Symbol.Parameters.Any(parameter => parameter.Type.IsScopedService());
        Report(string.Join(" and ", held.Select(group => $"'{group.Key!.Name}' of type {group.First().Operation.Type?.Short()}")),
            canHaveScope ? "say BackgroundScope = true" : "make it anew for each load, by a factory such as IDbContextFactory<T> or IServiceScopeFactory",
            canHaveScope, held[0].First().Operation.Syntax);

        void Report(string what, string advice, bool canHaveScope, SyntaxNode where) => report(Diagnostic.Create(
            Rules.ScopedSource, place, [where.GetLocation()], canHaveScope ? ImmutableDictionary<string, string?>.Empty.Add(CanHaveScope, "") : null,
            method.Symbol.Name, behind, reads.Source.Name, what, advice));
    }

    // What a property makes anew is no more held than what a method returns.
    private static bool IsHeld(HeldRead read) => read.Operation switch
    {
        IFieldReferenceOperation or IParameterReferenceOperation => true,
        IPropertyReferenceOperation property => property.Property.IsStored(),
        _ => false,
    } && read.Operation.Type?.IsScopedService() == true;

    /// <summary>A provider that only opens scopes is as good as a factory of them, and often the application's own.</summary>
    private static bool IsOnlyFactory(HeldRead read) => read.Operation.Type?.FullName() == "System.IServiceProvider"
        && Caller(read.Operation) is { } call
        && (call.TargetMethod.Name is "CreateScope" or "CreateAsyncScope" || call.TargetMethod.TypeArguments.Any(type => type.Name == "IServiceScopeFactory"));

    private static IInvocationOperation? Caller(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IArgumentOperation or IConversionOperation or IConditionalAccessOperation)
            parent = parent.Parent;
        return parent as IInvocationOperation;
    }
}
