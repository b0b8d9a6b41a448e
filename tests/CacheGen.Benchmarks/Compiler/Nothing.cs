using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.Benchmarks.Compiler;

#pragma warning disable RS1036, RS1038, RS1041 // They are for this program alone.

/// <summary>Makes nothing: what it costs, the driver costs.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NoGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName), static (_, _) => { });
}

/// <summary>Looks at all that ours look at and says nothing: what it costs, any such analyzer costs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("NO0001", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            start.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(static _ => { }, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.InvocationExpression);
            start.RegisterSymbolStartAction(
                static type =>
                {
                    // As ours do: bodies of types with methods of ours alone.
                    if (!((INamedTypeSymbol)type.Symbol).GetMembers().Any(static member => member is IMethodSymbol { IsPartialDefinition: true }))
                        return;
                    type.RegisterOperationBlockAction(static _ => { });
                    type.RegisterSymbolEndAction(static _ => { });
                },
                SymbolKind.NamedType);
        });
    }
}
