using CacheGen.SourceGenerator.Analyzers.Values;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Policies;

/// <summary>CG4002: durations that leave one another without effect.</summary>
internal static class PolicyCoherence
{
    private const string Shorter = "make it shorter, or leave it out";

    // With it, FusionCache's own defaults may keep stale values of all methods.
    private const string OtherEngine = "CacheGen.FusionCacheExtensions";

    public static IEnumerable<Contradiction> Contradictions(AnalyzedMethod method)
    {
        if (method.Own is not { } model)
            return [];
        var context = method.Context;
        return Durations(context, model)
            .Append(SoftTimeoutWithoutFailSafe(context))
            .Append(MissFailSafeWithoutMisses(method, model))
            .Append(FailSafeWithoutFailures(context, model, "FailSafe", "values"))
            .Append(FailSafeWithoutFailures(context, model, "MissFailSafe", "misses"))
            .OfType<Contradiction>();
    }

    private static IEnumerable<Contradiction?> Durations(ParseContext context, MethodModel model)
    {
        // Where nothing says a Ttl the configuration does, and where the value says it, it may be any.
        var ttl = model.Values.TtlFrom is null ? TtlOf(context, model) : null;
        var isStream = model.Returns == ReturnKind.Stream;
        // Of a stream it is how long "too long" is remembered.
        if (!isStream)
        {
            yield return Check(context, "MissTtl", ttl, mayBeEqual: true, whole: 1,
                (miss, other) => $"is longer than {other}, so \"there is none\" is believed longer than any answer");
        }

        yield return Check(context, "RefreshAfter", ttl, mayBeEqual: false, whole: 2,
            (refresh, other) => $"is not shorter than {other}, so no value grows old enough to be refreshed");
        yield return Check(context, "Jitter", ttl, mayBeEqual: false, whole: 10,
            (jitter, other) => $"is not shorter than {other}, so values live up to {(jitter.Ticks == other.Ticks ? "twice" : "more than twice")} as long as that says");
        yield return Check(context, "SoftTimeout", SaidDuration.Of(context, "HardTimeout"), mayBeEqual: false, whole: 2,
            (soft, other) => $"is not shorter than {other}, which ends the load first");
    }

    /// <summary>The Ttl that holds, as far as it may grow.</summary>
    private static SaidDuration? TtlOf(ParseContext context, MethodModel model) => model.Policy.MaxTtl is { } longest
        ? context.Said("AdaptiveTtl") is { By: var by, Value.Value: string text } ? new SaidDuration("AdaptiveTtl", text, longest, by) : null
        : SaidDuration.Of(context, "Ttl");

    /// <param name="context">The method.</param>
    /// <param name="property">What is to be shorter.</param>
    /// <param name="limit">Than this.</param>
    /// <param name="mayBeEqual">Or as long.</param>
    /// <param name="whole">What part of the limit would do.</param>
    /// <param name="problem">What it means that it is not.</param>
    private static Contradiction? Check(
        ParseContext context, string property, SaidDuration? limit, bool mayBeEqual, int whole, Func<SaidDuration, SaidDuration, string> problem)
    {
        if (limit is null || SaidDuration.Of(context, property) is not { } said || said.Ticks < limit.Ticks || (mayBeEqual && said.Ticks == limit.Ticks))
            return null;
        return new Contradiction(said, problem(said, limit))
        {
            Place = context.IsNearer(limit.By, said.By) ? limit.Property : property,
            Coherent = (property, DurationText.Of(limit.Ticks / whole)),
            Advice = Shorter,
        };
    }

    private static Contradiction? SoftTimeoutWithoutFailSafe(ParseContext context)
    {
        // A default may be meant for the other methods under it, and a profile for what the configuration adds.
        if (SaidDuration.Of(context, "SoftTimeout") is not { } soft || !ReferenceEquals(soft.By, context.Attribute)
            || context.Said("FailSafe") is not null || context.Said("MissFailSafe") is not null || context.Argument<string>("Profile") is not null
            || !context.Compilation.GetTypesByMetadataName(OtherEngine).IsEmpty)
        {
            return null;
        }

        return new Contradiction(soft, "releases callers with a stale value, and no FailSafe keeps one")
        {
            Place = "SoftTimeout",
            Coherent = ("FailSafe", "1h"),
            Advice = "say how long with FailSafe, or leave SoftTimeout out",
        };
    }

    private static Contradiction? MissFailSafeWithoutMisses(AnalyzedMethod method, MethodModel model)
    {
        var context = method.Context;
        // As above.
        if (SaidDuration.Of(context, "MissFailSafe") is not { } stale || !ReferenceEquals(stale.By, context.Attribute))
            return null;
        if (model.Returns == ReturnKind.Stream)
        {
            return new Contradiction(stale, "keeps misses, and the one that a stream has, the mark of too many items, has no item to serve")
            {
                Place = "MissFailSafe",
                Advice = "leave it out",
            };
        }

        if (context.Said("MissTtl") is { Value.IsNull: false } || context.Argument<string>("Profile") is not null)
            return null;
        // Ids without an item are misses of any batch.
        var mayMiss = model.MayMiss || model.Values.Miss is not null || method.Parsed is BatchMethod;
        return new Contradiction(stale, "counts from the end of MissTtl, and without that no miss is kept")
        {
            Place = "MissFailSafe",
            Coherent = mayMiss ? ("MissTtl", Misses.SuggestedFor(model)) : null,
            Advice = "say how long with MissTtl, or leave MissFailSafe out",
        };
    }

    private static Contradiction? FailSafeWithoutFailures(ParseContext context, MethodModel model, string property, string what)
    {
        // These are answered stale whatever the lists of exceptions say.
        if (model.Policy.SoftTimeout is not null || model.Policy.RateLimit is not null || model.Values.FailWhen is not null)
            return null;
        var list = model.Values.ServeStaleOn is { Count: 0 } ? "ServeStaleOn"
            : model.Values.NeverServeStaleOn?.Any(exception => exception.Code == "global::System.Exception") == true ? "NeverServeStaleOn"
            : null;
        // Who says it for one method takes a default back in his way.
        if (list is null || SaidDuration.Of(context, property) is not { } failSafe || !ReferenceEquals(context.Said(list)?.By, failSafe.By))
            return null;
        return new Contradiction(failSafe, $"keeps stale {what}, and {list} lets none be served after any exception")
        {
            Place = property,
            Advice = $"leave it out, or say in {list} what you mean",
        };
    }
}
