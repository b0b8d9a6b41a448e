using System.Collections.Concurrent;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Writes;

/// <summary>CG5004: a tag that is removed and that no method sets, or that is set and that nobody removes.</summary>
internal sealed class TagUses
{
    private readonly ConcurrentBag<(TagPattern Tag, Location Place)> _set = [];
    private readonly ConcurrentBag<(TagPattern Tag, Location Place)> _removed = [];
    private volatile bool _isAnyUnknown;

    public void Add(AnalyzedType type)
    {
        foreach (var method in type.Methods)
        {
            if (method.Own is not null)
                Add(_set, method.Context);
            if (method.Parsed is not Model.WriteMethodModel)
                continue;
            foreach (var attribute in method.Symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.IsCacheGen(WriteMethodParser.InvalidatesAttribute) == true))
                Add(_removed, method.Context.Silent(method.Symbol, attribute));
        }
    }

    /// <summary>By its name: of our caches, and of what is beneath them.</summary>
    public static bool IsRemoval(string method) => method is "RemoveByTag" or "RemoveByTagAsync";

    public void Add(IInvocationOperation call)
    {
        if (call.Arguments.Length == 0)
            return;
        var value = call.Arguments[0].Value;
        if (TagPattern.Of(value) is { } tag)
            _removed.Add((tag, value.Syntax.GetLocation()));
        else
            _isAnyUnknown = true;
    }

    public IEnumerable<Diagnostic> Judge(Compilation compilation)
    {
        var isProgram = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        var set = _set.Select(use => use.Tag).Concat(Foreign(compilation)).ToArray();
        // A library whose users set all tags that there are is not for us to judge.
        if (isProgram || set.Length > 0)
        {
            foreach (var (tag, place) in _removed.Where(use => !set.Any(use.Tag.Meets)))
                yield return Diagnostic.Create(Rules.LoneTag, place, tag.Text, $"is set by no cached method, so nothing is removed; {tag.Advice(set)}");
        }

        // Users of a library may remove what it sets, and libraries what others set.
        if (!isProgram || _isAnyUnknown || compilation.SourceModule.ReferencedAssemblySymbols.Any(MayRemove))
            yield break;
        foreach (var (tag, place) in _set.Where(use => !_removed.Any(removed => use.Tag.Meets(removed.Tag))))
        {
            yield return Diagnostic.Create(Rules.LoneTag, place, tag.Text,
                "is removed by nobody: remove it where what it stands for changes, by [Invalidates(Tags = ...)] or RemoveByTagAsync, or leave it out");
        }
    }

    private static void Add(ConcurrentBag<(TagPattern, Location)> uses, ParseContext attribute)
    {
        var templates = attribute.Arguments("Tags");
        for (var i = 0; i < templates.Count; i++)
            uses.Add((TagPattern.OfTemplate(templates[i]), attribute.PlaceOf(new AttributePlace("Tags", i)) ?? Location.None));
    }

    private static bool MayRemove(IAssemblySymbol assembly) =>
        !assembly.Name.StartsWith("CacheGen", StringComparison.Ordinal) && assembly.KnowsUs();

    // What the catalogs of referenced assemblies say.
    private static IEnumerable<TagPattern> Foreign(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .SelectMany(assembly => assembly.GetAttributes())
        .Where(attribute => attribute.AttributeClass?.IsCacheGen("CacheCatalogMethodAttribute") == true)
        .SelectMany(attribute => attribute.NamedArguments)
        .Where(argument => argument is { Key: "Tags", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
        .SelectMany(argument => argument.Value.Values)
        .Select(tag => TagPattern.OfTemplate(tag.Value as string ?? ""));
}
