using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Policies;

/// <summary>Something an attribute says that has no effect, or not the one that is meant, beside something else that is said.</summary>
/// <param name="Said">What has none.</param>
/// <param name="Problem">Why, with the other value.</param>
internal sealed record Contradiction(SaidDuration Said, string Problem)
{
    /// <summary>In <see cref="Diagnostic.Properties"/>: the property that could be said otherwise, and its value.</summary>
    public const string SetProperty = "Set", ValueProperty = "Value";

    /// <summary>In <see cref="Diagnostic.Properties"/>: the property that could be left out.</summary>
    public const string LeaveOutProperty = "LeaveOut";

    /// <summary>The property whose place is underlined: that of the two which is said nearer to the method.</summary>
    public required string Place { get; init; }

    /// <summary>What would be coherent; null where nothing is known.</summary>
    public (string Property, string Duration)? Coherent { get; init; }

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }

    public Diagnostic ToDiagnostic(ParseContext context) => Diagnostic.Create(
        Rules.IncoherentPolicy,
        context.PlaceOf(Place),
        ImmutableDictionary<string, string?>.Empty
            .Add(SetProperty, Coherent?.Property)
            .Add(ValueProperty, Coherent?.Duration)
            .Add(LeaveOutProperty, Said.Property),
        Said.Property, Said.Text, Problem, Advice);
}

/// <param name="Property">Of the attribute.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Ticks">How long that is.</param>
/// <param name="By">The attribute.</param>
internal sealed record SaidDuration(string Property, string Text, long Ticks, AttributeData By)
{
    /// <summary>What holds for the method; null where nothing is said, or what is said is told to be wrong.</summary>
    public static SaidDuration? Of(ParseContext context, string property) =>
        context.Said(property) is { By: var by, Value.Value: string text } && Duration.Parse(text, out _) is { } duration
            ? new SaidDuration(property, text, duration.Ticks, by)
            : null;

    public override string ToString() => $"{Property} = \"{Text}\"";
}
