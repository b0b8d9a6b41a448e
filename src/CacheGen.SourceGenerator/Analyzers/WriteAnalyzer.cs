using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Writes;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Judges methods that write beside cached ones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WriteAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UninvalidatedWrite);

    private protected override bool ReadsBodies => true;

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        foreach (var diagnostic in UninvalidatedWrite.Judge(type))
            report(diagnostic);
    }
}
