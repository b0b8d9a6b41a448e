using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>CG1008: a load asks the cache for what it is itself to load.</summary>
internal static class EndlessLoop
{
    public static void Check(AnalyzedMethod method, SourceReads reads, Action<Diagnostic> report)
    {
        var arguments = LoadedBy.Arguments(method, reads.Source).ToArray();
        foreach (var (call, called) in reads.Cached)
        {
            if (called != method || !ReadWalker.IsThis(call.Instance))
                continue;
            // A parent, a smaller number: that is how recursion is cached. Only what is in the key decides.
            var isSame = call.Arguments.All(argument =>
            {
                var given = method.Symbol.Parameters.FirstOrDefault(parameter => parameter.Ordinal == argument.Parameter?.Ordinal);
                return given is null
                    || !method.Cached!.Key.Reads.Any(name => name == Names.Identifier(method.Context.InKey(given).Name))
                    || SymbolEqualityComparer.Default.Equals(
                        arguments.FirstOrDefault(pair => SymbolEqualityComparer.Default.Equals(pair.Cached, given)).Own, reads.ParameterBehind(argument.Value));
            });
            if (isSame)
                report(Diagnostic.Create(Rules.EndlessLoop, call.Syntax.GetLocation(), method.Symbol.Name, reads.Source.Name));
        }
    }
}
