using System.Runtime.CompilerServices;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Analyzers.Calls;

/// <summary>
/// The names of the methods of all types that cache, here and in what is referenced. A call by another name is none of ours, and need not be bound:
/// binding is what costs.
/// </summary>
internal sealed class CallNames
{
    private static readonly ConditionalWeakTable<Compilation, CallNames> s_known = new();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private CallNames(Compilation compilation)
    {
        Add(compilation);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => assembly.KnowsUs()))
        {
            if (compilation.GetMetadataReference(assembly) is CompilationReference { Compilation: { } source })
                Add(source);
            _names.UnionWith(CatalogIds(assembly).Select(NameOf));
        }
    }

    public static CallNames Of(Compilation compilation) => s_known.GetValue(compilation, static compilation => new CallNames(compilation));

    /// <summary>The name by which a call calls; null where it calls what an expression gives.</summary>
    public static SimpleNameSyntax? In(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    public bool Contain(string name) => _names.Contains(name);

    private void Add(Compilation compilation) =>
        _names.UnionWith(CachedTypes.Of(compilation).SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().Select(method => method.Name));

    private static IEnumerable<string> CatalogIds(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.IsCacheGen("CacheCatalogMethodAttribute") == true)
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string).OfType<string>();

    // Namespace.Type.Method<T>(parameter types)
    private static string NameOf(string id)
    {
        var end = id.IndexOf('(');
        var name = end < 0 ? id : id.Substring(0, end);
        var arity = name.EndsWith(">", StringComparison.Ordinal) ? name.LastIndexOf('<') : -1;
        name = arity < 0 ? name : name.Substring(0, arity);
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
