using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Keys that are valid and will not do what they are for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.KeysCanBeEqual,
        Rules.KeyOfTwoTypes);

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        Collisions.Check(type, report);
    }
}
