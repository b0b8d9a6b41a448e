using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>CG4006: nobody waits any more, and the source works on.</summary>
internal static class IgnoredToken
{
    /// <summary>The name of the token that the source is to take; absent where it takes one.</summary>
    public const string Lacking = nameof(Lacking);

    public static void Check(AnalyzedMethod method, SourceReads reads, Action<Diagnostic> report)
    {
        if (reads.IsIncomplete)
            return;
        var source = reads.Source;
        // Only where there is somebody to pass it to.
        var calls = reads.Outside.Where(TakesToken).OrderBy(call => call.Syntax.SpanStart).ToArray();
        if (calls.Length == 0)
            return;
        var places = calls.Select(call => call.Syntax.GetLocation());
        if (source.Parameters.FirstOrDefault(parameter => parameter.Type.IsCancellationToken()) is { } token)
        {
            if (!reads.Parameters.Any(read => SymbolEqualityComparer.Default.Equals(read.Parameter, token)))
                report(Diagnostic.Create(Rules.IgnoredToken, token.Locations.FirstOrDefault(), places, source.Name, $"never reads '{token.Name}', and '{calls[0].TargetMethod.Name}' could take it: pass it on"));
        }
        else if (method.Symbol.Parameters.FirstOrDefault(parameter => parameter.Type.IsCancellationToken()) is { } offered && IsOwn(source))
        {
            report(Diagnostic.Create(
                Rules.IgnoredToken, source.Locations.FirstOrDefault(), places, ImmutableDictionary<string, string?>.Empty.Add(Lacking, offered.Name),
                source.Name, $"takes no CancellationToken, and '{calls[0].TargetMethod.Name}' could take one: take '{offered.Name}' as '{method.Symbol.Name}' does, and pass it on"));
        }
    }

    /// <summary>Whether a call leaves out a token that it could be given.</summary>
    public static bool TakesToken(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Parameters.FirstOrDefault(parameter => parameter.Type.IsCancellationToken()) is { } taken)
            return call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && SymbolEqualityComparer.Default.Equals(argument.Parameter, taken));
        return Overload(method) is not null;
    }

    /// <summary>The overload that takes what the method takes, and a token behind.</summary>
    public static IMethodSymbol? Overload(IMethodSymbol method) => method.OriginalDefinition is var declared && declared.Parameters.LastOrDefault()?.IsParams == true ? null
        : declared.ContainingType?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other =>
            other.IsStatic == declared.IsStatic && other.Arity == declared.Arity && other.DeclaredAccessibility == declared.DeclaredAccessibility
            && other.Parameters.Length == declared.Parameters.Length + 1
            && other.Parameters[declared.Parameters.Length].Type.IsCancellationToken()
            && other.ReturnType.MetadataName == declared.ReturnType.MetadataName
            && declared.Parameters.Zip(other.Parameters, (one, two) => one.Type.ToDisplayString() == two.Type.ToDisplayString()).All(same => same));

    // Another's method, or one whose signature is given, is not to be changed.
    private static bool IsOwn(IMethodSymbol source) => source.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.NotApplicable
        && !source.IsOverride && source.ExplicitInterfaceImplementations.IsEmpty && source.ReturnType.StreamItem() is null;
}
