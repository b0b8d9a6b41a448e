using System.Collections.Concurrent;
using System.Globalization;
using CacheGen.SourceGenerator.Analyzers.Calls;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>
/// A family of rules that judge the methods of one type at a time. In a compilation that does not know our attributes it does nothing.
/// </summary>
public abstract class TypeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Whether the rules look into bodies; if not, they need not wait for these.</summary>
    private protected virtual bool ReadsBodies => false;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // The generated part's [GeneratedCode] is an attribute of the whole partial method, which would hide the user's part too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(KnownTypes.Namespace + CachedMethodParser.CachedAttribute).IsEmpty)
                Start(start);
        });
    }

    /// <summary>Registers what the family does; by default <see cref="Analyze"/> for each type that has methods of ours.</summary>
    private protected virtual void Start(CompilationStartAnalysisContext context)
    {
        // What is wrong with defaults is wrong for each method under them, and told once.
        var told = new ConcurrentDictionary<(Location, string), bool>();
        // Nobody mends generated code; but what is refused in it must be told, or calls would fail and nothing say why.
        Action<Diagnostic> Once(Action<Diagnostic> report, bool isGenerated) => diagnostic =>
        {
            if ((diagnostic.Descriptor.IsRefusal() || !isGenerated)
                && told.TryAdd((diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture)), true))
            {
                report(diagnostic);
            }
        };

        if (!ReadsBodies)
        {
            context.RegisterSymbolAction(
                type =>
                {
                    if (IsOurs((INamedTypeSymbol)type.Symbol))
                    {
                        Analyze(
                            new AnalyzedType((INamedTypeSymbol)type.Symbol, type.Compilation, type.Options, bodies: null, type.CancellationToken),
                            Once(type.ReportDiagnostic, type.IsGeneratedCode));
                    }
                },
                SymbolKind.NamedType);
            return;
        }

        context.RegisterSymbolStartAction(
            type =>
            {
                var symbol = (INamedTypeSymbol)type.Symbol;
                if (!IsOurs(symbol))
                    return;
                var bodies = new Bodies();
                type.RegisterOperationBlockAction(block => bodies.Add(block.OwningSymbol, block.OperationBlocks));
                type.RegisterSymbolEndAction(end =>
                    Analyze(new AnalyzedType(symbol, end.Compilation, end.Options, bodies, end.CancellationToken), Once(end.ReportDiagnostic, type.IsGeneratedCode)));
            },
            SymbolKind.NamedType);
    }

    /// <summary>Judges the methods of one type.</summary>
    private protected virtual void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
    }

    /// <summary>Looks at calls by some names, in what people write; calls by other names are not even bound.</summary>
    private protected static void OnCalls(CompilationStartAnalysisContext context, Func<string, bool> isName, Action<SyntaxNodeAnalysisContext, IInvocationOperation> look) =>
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (!node.IsGeneratedCode && CallNames.In((InvocationExpressionSyntax)node.Node) is { } name && isName(name.Identifier.ValueText)
                    && node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is IInvocationOperation call)
                {
                    look(node, call);
                }
            },
            SyntaxKind.InvocationExpression);

    private protected static bool IsOurs(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member is IMethodSymbol { PartialDefinitionPart: null } && MethodParsers.Find(member) is not null);
}
