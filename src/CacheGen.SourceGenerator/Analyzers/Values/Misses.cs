using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>CG3005 and CG3006: misses that are not stored, and a time for misses that there cannot be.</summary>
internal static class Misses
{
    /// <summary>In <see cref="Diagnostic.Properties"/>: a MissTtl that would do.</summary>
    public const string SuggestedProperty = "MissTtl";

    private const string MissTtl = "MissTtl", MissFailSafe = "MissFailSafe";

    /// <summary>Long enough to spare the source, short enough that what is made now is soon found.</summary>
    private const long Suggested = TimeSpan.TicksPerMinute;

    public static Diagnostic? Check(AnalyzedMethod method, ITypeSymbol value)
    {
        // Of a stream the time is that of what is too long, and ids without an item are misses of any batch.
        if (method is not { Parsed: MethodModel { Returns: not ReturnKind.Stream } model, Source: { } source })
            return null;
        var context = method.Context;
        var said = context.Said(MissTtl);
        if (said is null)
            return SaysNull(value) && model.Values.StoreWhen is null ? Unstored(context, model, value) : null;
        // What is said without a MissTtl is another mistake.
        var own = OwnOf(context, MissTtl) is not null ? MissTtl : said.Value.Value.IsNull ? null : MissFailSafe;
        return own is not null && OwnOf(context, own) is { } text && model.Values.Miss is null && IsNeverNull(value) && !IsOblivious(source)
            ? Diagnostic.Create(Rules.NeverMisses, context.PlaceOf(own), own, text, method.Symbol.Name, value.Short())
            : null;
    }

    /// <summary>A MissTtl that would do: not longer than answers are kept, which would be another mistake.</summary>
    public static string SuggestedFor(MethodModel model) =>
        DurationText.Of(model.Policy is { MaxTtl: null, Ttl: < Suggested and var shorter } && model.Values.TtlFrom is null ? shorter : Suggested);

    private static object? OwnOf(ParseContext context, string property) =>
        context.Said(property) is { } said && ReferenceEquals(said.By, context.Attribute) ? said.Value.Value : null;

    private static Diagnostic Unstored(ParseContext context, MethodModel model, ITypeSymbol value) => Diagnostic.Create(
        Rules.UnstoredMiss, context.ReturnTypeLocation, ImmutableDictionary<string, string?>.Empty.Add(SuggestedProperty, SuggestedFor(model)), context.Method.Name, value.Short());

    private static bool SaysNull(ITypeSymbol value) => value.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (!value.IsValueType && value.NullableAnnotation == NullableAnnotation.Annotated);

    // Of a type parameter the type argument says it; of code without nullable types nobody does.
    private static bool IsNeverNull(ITypeSymbol value) => value is not ITypeParameterSymbol
        && (value.IsValueType ? value.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T : value.NullableAnnotation == NullableAnnotation.NotAnnotated);

    private static bool IsOblivious(IMethodSymbol source) =>
        (source.ReturnType.AwaitedResult()?.Result ?? source.ReturnType) is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None };
}
