using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Flow;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Compares what a source reads with what the key says, and what it needs with how it is called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.EndlessLoop,
        Rules.UnkeyedRead,
        Rules.NeedlessKeyPart,
        Rules.ScopedSource,
        Rules.AmbientRead,
        Rules.IgnoredToken);

    private protected override bool ReadsBodies => true;

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        foreach (var method in type.Methods.Where(method => method.Cached is not null))
        {
            if (SourceReads.Of(type, method) is not { } reads)
                continue;
            EndlessLoop.Check(method, reads, report);
            UnkeyedRead.Check(type, method, reads, report);
            NeedlessKeyPart.Check(type, method, reads, report);
            ScopedSource.Check(method, reads, report);
            AmbientRead.Check(type, method, reads, report);
            IgnoredToken.Check(method, reads, report);
        }
    }
}
