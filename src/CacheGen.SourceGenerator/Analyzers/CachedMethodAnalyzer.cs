using System.Collections.Immutable;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Says why a [Cached] method is not generated: it parses the method as the generator does, and reports.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CachedMethodAnalyzer : TypeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.NotPartial,
        Rules.NoSource,
        Rules.SourceMismatch,
        Rules.AmbiguousSource,
        Rules.NoCache,
        Rules.NotCacheable,
        Rules.SyncOverAsync,
        Rules.ConflictingAttributes,
        Rules.ImpossibleShape,
        Rules.TagLacksKey,
        Rules.NoScope,
        Rules.CannotPassOn,
        Rules.UnknownHole,
        Rules.ServiceInKey,
        Rules.UnstableKeyType,
        Rules.MalformedTemplate,
        Rules.BadDuration,
        Rules.NamelessLimiter,
        Rules.NoFreshInstance,
        Rules.WrongSelector,
        Rules.BadAdaptiveTtl,
        Rules.NoTarget,
        Rules.UnboundKey,
        Rules.BoundTypeDiffers,
        Rules.MalformedWith,
        Rules.BadMaxItems,
        Rules.BadMaxEntries,
        Rules.UnmatchedBatch,
        Rules.BatchOfMismatch,
        Rules.BadBatchBound);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        base.Start(context);
        context.RegisterSyntaxNodeAction(AnalyzeLocalFunction, SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(AnalyzeLambda, SyntaxKind.ParenthesizedLambdaExpression);
    }

    private protected override void Analyze(AnalyzedType type, Action<Diagnostic> report)
    {
        var services = new List<Diagnostic>();
        Services.Check(type, services.Add);
        services.ForEach(report);
        // What the user calls a service need not have a stable value as well.
        foreach (var diagnostic in type.Methods.SelectMany(method => method.Told))
        {
            if (diagnostic.Id != Rules.UnstableKeyType.Id || services.TrueForAll(service => service.Location != diagnostic.Location))
                report(diagnostic);
        }
    }

    private static bool IsOurs(ISymbol function) => MethodParsers.Attributes.Any(attribute => function.FindAttribute(attribute) is not null);

    // Local functions and lambdas are no members, so no symbol action sees them.
    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context)
    {
        var syntax = (LocalFunctionStatementSyntax)context.Node;
        if (syntax.AttributeLists.Count > 0
            && context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is { } function && IsOurs(function))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.ImpossibleShape, syntax.Identifier.GetLocation(), function.Name, "it is a local function; make it a method of the type"));
        }
    }

    private static void AnalyzeLambda(SyntaxNodeAnalysisContext context)
    {
        var syntax = (ParenthesizedLambdaExpressionSyntax)context.Node;
        if (syntax.AttributeLists.Count > 0
            && context.SemanticModel.GetSymbolInfo(syntax, context.CancellationToken).Symbol is { } lambda && IsOurs(lambda))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.ImpossibleShape, syntax.AttributeLists[0].GetLocation(), syntax.ParameterList.ToString(), "it is a lambda; make it a method of the type"));
        }
    }
}
