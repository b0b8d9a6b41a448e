using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Values;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Judges what is cached: whether it can be shared at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.Unshareable,
        Rules.SharedMutable,
        Rules.TrackedEntity,
        Rules.NotSerializable,
        Rules.UnstoredMiss,
        Rules.NeverMisses);

    private protected override bool ReadsBodies => true;

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        foreach (var method in type.Methods)
        {
            if (method is not { Own: not null, Context.Value: { } value })
                continue;
            if (Sharing.Check(method, value, type.Bodies) is { } unshareable)
                report(unshareable);
            else if (MutableValues.Check(method, value) is { } mutable)
                report(mutable);
            if (Serialization.Check(method, value, type) is { } lost)
                report(lost);
            if (Misses.Check(method, value) is { } miss)
                report(miss);
            foreach (var tracked in TrackedEntities.Check(method, value, type))
                report(tracked);
        }
    }
}
