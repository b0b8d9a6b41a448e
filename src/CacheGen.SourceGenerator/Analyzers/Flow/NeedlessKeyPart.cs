using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>CG2005: the key tells calls apart that get the same answer.</summary>
internal static class NeedlessKeyPart
{
    public static void Check(AnalyzedType type, AnalyzedMethod method, SourceReads reads, Action<Diagnostic> report)
    {
        // A source in a derived type may read more; one that is not written yet will; and what ValidWhen is asked of, it is asked with the arguments.
        if (reads.IsIncomplete || method.Cached?.Values.ValidWhen is not null || method.Context.Argument<string>(KeyFrom.Property) is not null || KeyHoles.Of(type, method) is not { } key || key.Said != method
            // What it does not read may tell whose answer it is, in the place of what it reads of the request: a filter has looked the store up.
            || AmbientRead.Of(type, method, reads).Any())
        {
            return;
        }

        foreach (var (own, parameter) in LoadedBy.Arguments(method, reads.Source))
        {
            if (parameter is null || parameter.FindAttribute("CacheScopeAttribute") is not null || IsId(method, parameter) || key.PathsOf(parameter).Count == 0)
                continue;
            var read = reads.Parameters.Where(read => SymbolEqualityComparer.Default.Equals(read.Parameter, own)).Select(read => read.Path).Distinct().ToArray();
            if (key.Template is not null)
                CheckHoles(method, key, parameter, read, reads.Source.Name, report);
            else if (read.Length == 0)
                report(Diagnostic.Create(Rules.NeedlessKeyPart, parameter.Locations.FirstOrDefault(), parameter.Name, reads.Source.Name, $"mark '{parameter.Name}' with [NotInKey]"));
        }
    }

    private static void CheckHoles(AnalyzedMethod method, KeyHoles key, IParameterSymbol parameter, string[] read, string source, Action<Diagnostic> report)
    {
        foreach (var item in KeyTemplate.Split(key.Template!, (_, _) => { }).Where(item => item.Path is not null && item.Path[0] == parameter.Name))
        {
            var path = string.Join(".", item.Path!.Skip(1));
            if (read.Any(other => key.Relates(parameter, path, other)) || IsInTags(method, item))
                continue;
            var hole = key.Template!.Substring(item.Span.Start, item.Span.Length);
            report(Diagnostic.Create(
                Rules.NeedlessKeyPart, method.Context.PlaceOf("Key", item.Span), string.Join(".", item.Path!), source, $"take {hole} out of the key"));
        }
    }

    // Items are told apart by it.
    private static bool IsId(AnalyzedMethod method, IParameterSymbol parameter) => method.Parsed switch
    {
        MethodModel { Window: { } window } => window.Id == Names.Identifier(parameter.Name),
        BatchMethod batch => batch.Ids == Names.Identifier(parameter.Name),
        _ => false,
    };

    // Only what is in the key can be in a tag: it may be there for that alone.
    private static bool IsInTags(AnalyzedMethod method, TemplateItem hole) => method.Context.Arguments("Tags")
        .SelectMany(tag => KeyTemplate.Split(tag, (_, _) => { })).Any(item => item.Path is not null && item.Path[0] == hole.Path![0]);
}
