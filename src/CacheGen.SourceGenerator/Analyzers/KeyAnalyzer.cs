using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Calls;
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
        Rules.KeyOfTwoTypes,
        Rules.UnlikelyHit,
        Rules.FreeTextInKey,
        Rules.SecretInKey,
        Rules.CollectionInKey);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        base.Start(context);
        var clocks = new Clocks();
        OnCalls(context, CallNames.Of(context.Compilation).Contain, (node, call) => clocks.Check(call, node.ReportDiagnostic));
    }

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        Collisions.Check(type, report);
        foreach (var method in type.Methods.Where(method => method.Cached is not null))
        {
            var reads = KeyRead.Of(method).ToArray();
            Fractions.Check(reads, report);
            FreeText.Check(method.Symbol, reads, report);
            Secrets.Check(type, method, reads, report);
            CollectionsInKey.Check(method, reads, report);
        }
    }
}
