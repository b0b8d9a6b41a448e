using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Writes;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Compares the tags that are set with those that are removed, which only the whole compilation tells.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.LoneTag);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.IsTest())
            return;
        var uses = new TagUses();
        context.RegisterSymbolAction(
            type =>
            {
                if (!type.IsGeneratedCode && IsOurs((INamedTypeSymbol)type.Symbol))
                    uses.Add(new AnalyzedType((INamedTypeSymbol)type.Symbol, type.Compilation, type.Options, bodies: null, type.CancellationToken));
            },
            SymbolKind.NamedType);
        OnCalls(context, TagUses.IsRemoval, (_, call) => uses.Add(call));
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var diagnostic in uses.Judge(end.Compilation))
                end.ReportDiagnostic(diagnostic);
        });
    }
}
