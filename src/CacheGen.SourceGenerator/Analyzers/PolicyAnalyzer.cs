using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Policies;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Judges what attributes say of times.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.IncoherentPolicy);

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        foreach (var method in type.Methods)
        {
            foreach (var contradiction in PolicyCoherence.Contradictions(method))
                report(contradiction.ToDiagnostic(method.Context));
        }
    }
}
