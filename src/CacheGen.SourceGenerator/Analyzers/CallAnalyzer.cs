using System.Collections.Concurrent;
using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Calls;
using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                CallTargets? Of(INamedTypeSymbol type) => targets.GetOrAdd(type, _ => CallTargets.Of(type, operation.Compilation, operation.Options, operation.CancellationToken));
                if (operation.IsGeneratedCode || call.TargetMethod.ContainingType?.OriginalDefinition is not { } type || Of(type) is not { } known)
                    return;
                if ((PastCache.Judge(call, operation.ContainingSymbol, known, Of) ?? BatchInLoop.Judge(call, operation.ContainingSymbol, known, Of)) is { } diagnostic)
                    operation.ReportDiagnostic(diagnostic);
            },
            OperationKind.Invocation);
    }
}
