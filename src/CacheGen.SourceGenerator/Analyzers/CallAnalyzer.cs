using System.Collections.Concurrent;
using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Calls;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Judges calls, wherever they are: of sources, and of cached methods in loops.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.PastCache, Rules.CallsInLoop);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.IsTest())
            return;
        // One look at each type whose methods are called; most have nothing to do with us.
        var targets = new ConcurrentDictionary<INamedTypeSymbol, CallTargets?>(SymbolEqualityComparer.Default);
        OnCalls(context, CallNames.Of(context.Compilation).Contain, (node, call) =>
        {
            CallTargets? Of(INamedTypeSymbol type) => targets.GetOrAdd(type, _ => CallTargets.Of(type, node.Compilation, node.Options, node.CancellationToken));
            if (node.ContainingSymbol is not { } caller || call.TargetMethod.ContainingType?.OriginalDefinition is not { } type || Of(type) is not { } known)
                return;
            if ((PastCache.Judge(call, caller, known, Of) ?? BatchInLoop.Judge(call, caller, known, Of)) is { } diagnostic)
                node.ReportDiagnostic(diagnostic);
        });
    }
}
