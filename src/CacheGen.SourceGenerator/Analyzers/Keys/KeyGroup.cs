using System.Runtime.CompilerServices;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>Methods whose keys all begin alike: those of a type, or one of a catalog. What they are is read when it is asked for.</summary>
/// <param name="lead">What their keys begin with.</param>
/// <param name="read">Reads them.</param>
internal sealed class KeyGroup(string lead, Func<CancellationToken, IReadOnlyList<KeyPattern>> read)
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<KeyGroup>> s_catalogs = new();

    private IReadOnlyList<KeyPattern>? _patterns;

    public string Lead => lead;

    /// <summary>Asked at once by several, any of the same answers will do, but all must get the same.</summary>
    public IReadOnlyList<KeyPattern> Patterns(CancellationToken cancellationToken) =>
        Volatile.Read(ref _patterns) is { } known ? known
        : Interlocked.CompareExchange(ref _patterns, read(cancellationToken), null) ?? _patterns!;

    /// <summary>Of a type in source.</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="assembly">Its assembly's name, where that is not the one that is analyzed.</param>
    public static KeyGroup Of(INamedTypeSymbol type, Compilation compilation, string? assembly) => new(
        KeyParser.PrefixOf(type),
        cancellationToken => [.. type.GetMembers().OfType<IMethodSymbol>().Select(method => KeyPattern.Of(method, compilation, assembly, cancellationToken)).OfType<KeyPattern>()]);

    /// <summary>Of the catalog of a compiled assembly: read once, however many compilations reference it.</summary>
    public static IReadOnlyList<KeyGroup> Of(IAssemblySymbol assembly) => s_catalogs.GetValue(assembly, static assembly =>
        !assembly.KnowsUs() ? []
        : [.. assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.IsCacheGen("CacheCatalogMethodAttribute") == true)
            .Select(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as string).OfType<string>().ToArray())
            .Where(said => said.Length == 3)
            .Select(said => KeyPattern.Of(said[0], said[1], said[2], assembly.Name)).OfType<KeyPattern>()
            .Select(pattern => new KeyGroup(LeadOf(pattern.Template), _ => [pattern]))]);

    private static string LeadOf(string template)
    {
        var end = template.IndexOfAny(['{', '}', '<']);
        return end < 0 ? template : template.Substring(0, end);
    }
}
