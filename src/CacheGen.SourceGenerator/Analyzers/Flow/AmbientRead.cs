using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>CG4005: the answer depends on who asks, and the key does not say who.</summary>
internal static class AmbientRead
{
    /// <summary>The scope that tells.</summary>
    public const string Scope = nameof(Scope);

    /// <summary>Present where the method reaches an ICacheScope.</summary>
    public const string Reaches = nameof(Reaches);

    /// <summary>Names by which parameters say who asks.</summary>
    private static readonly string[] s_whos = ["user", "tenant", "account", "customer", "owner", "principal", "subject", "member", "login", "session", "identity", "claim"];

    private static readonly string[] s_cultures = ["culture", "locale", "lang"];

    public static void Check(AnalyzedType type, AnalyzedMethod method, SourceReads reads, Action<Diagnostic> report)
    {
        var found = Of(type, method, reads).Where(read => !IsTold(method, read.Scope))
            .OrderBy(read => read.Where.SpanStart).GroupBy(read => read.Scope, StringComparer.Ordinal);
        foreach (var group in found)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(Scope, group.Key);
            var reaches = method.Symbol.Parameters.Any(parameter => parameter.Type.IsCacheScope())
                || HeldMembers.Find(type.Symbol, type.Compilation, member => member.HeldType().IsCacheScope() && (!method.Symbol.IsStatic || (member.IsStatic && member is not IParameterSymbol))).Count == 1;
            report(Diagnostic.Create(
                Rules.AmbientRead, method.Symbol.Locations.FirstOrDefault(), group.Select(read => read.Where.GetLocation()), reaches ? properties.Add(Reaches, "") : properties,
                method.Symbol.Name, reads.Source.Name, group.First().What, group.Key));
        }
    }

    /// <summary>What a source reads of who asks, whether the key says it or not.</summary>
    public static IEnumerable<(string What, string Scope, SyntaxNode Where)> Of(AnalyzedType type, AnalyzedMethod method, SourceReads reads)
    {
        var ambient = new AmbientTypes(type, method.Symbol);
        return reads.Held.Select(read => (Said: ambient.Find(read), Where: read.Operation.Syntax))
            .Concat(reads.Outside.Select(call => (Said: ambient.Find(call), Where: call.Syntax)))
            .Where(read => read.Said is not null).Select(read => (read.Said!.Value.What, read.Said.Value.Scope, read.Where));
    }

    private static bool IsTold(AnalyzedMethod method, string scope)
    {
        var key = method.Cached!.Key;
        var isCulture = scope == "culture";
        var names = isCulture ? s_cultures : [.. s_whos, scope];
        // Whose answer it is may be said by any scope; in which language, only by one of that kind.
        return (!isCulture && key.Scopes.Count > 0)
            || key.Scopes.Select(said => said.Name).Concat(key.Reads).Any(said => names.Any(name => said.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0));
    }
}
