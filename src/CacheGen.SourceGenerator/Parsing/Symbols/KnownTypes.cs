using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Types recognised by name: the generator must not need a reference to them.</summary>
internal static class KnownTypes
{
    /// <summary>The namespace of the attributes, with its dot.</summary>
    public const string Namespace = "CacheGen.";

    private const string FusionCache = "ZiggyCreatures.Caching.Fusion.IFusionCache";

    private static readonly SymbolDisplayFormat s_nameOnly = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Services: what a method works with, not what it is asked about.</summary>
    private static readonly HashSet<string> s_services =
    [
        "CacheGen.ICacheScope",
        "CacheGen.MethodCache",
        "System.IProgress",
        "System.IServiceProvider",
        "System.Net.Http.HttpClient",
        "System.Net.Http.IHttpClientFactory",
        "System.Threading.CancellationToken",
        "System.TimeProvider",
        "System.Data.IDbConnection",
        "System.Data.IDbTransaction",
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.IHttpContextAccessor",
        "Microsoft.EntityFrameworkCore.DbContext",
        "Microsoft.EntityFrameworkCore.IDbContextFactory",
        "Microsoft.Extensions.Configuration.IConfiguration",
        "Microsoft.Extensions.DependencyInjection.IServiceScopeFactory",
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Logging.ILoggerFactory",
        FusionCache,
    ];

    /// <summary>
    /// What a method may be asked about, but no key can hold. Unlike services they are never left out by themselves: two calls with
    /// two predicates must not share an answer.
    /// </summary>
    private static readonly HashSet<string> s_inputs = ["System.Delegate", "System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter"];

    /// <summary>Services that end with the scope they are of.</summary>
    private static readonly HashSet<string> s_scopedServices =
    [
        "System.IServiceProvider",
        "System.Data.IDbConnection",
        "System.Data.IDbTransaction",
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.EntityFrameworkCore.DbContext",
    ];

    /// <summary>Sequences that can be read once.</summary>
    private static readonly HashSet<string> s_readOnce =
    [
        "System.Collections.Generic.IAsyncEnumerable", "System.Collections.Generic.IAsyncEnumerator",
        "System.Collections.Generic.IEnumerator", "System.Collections.IEnumerator",
    ];

    // A number has twenty interfaces, and to write a name in full costs more than to see that it is none of these.
    private static readonly HashSet<string> s_lastNames =
        [.. s_services.Concat(s_inputs).Concat(s_scopedServices).Select(name => name.Substring(name.LastIndexOf('.') + 1))];

    /// <summary>Namespace, containing types and name, without type arguments.</summary>
    public static string FullName(this ITypeSymbol type) => type.OriginalDefinition.ToDisplayString(s_nameOnly);

    public static bool IsCancellationToken(this ITypeSymbol type) =>
        type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    public static bool IsMethodCache(this ITypeSymbol type) => BasesOf(type).Any(t => t.Name == "MethodCache" && t.FullName() == "CacheGen.MethodCache");

    public static bool IsFusionCache(this ITypeSymbol type) => type.TypeKind is TypeKind.Interface or TypeKind.Class
        && type.AllInterfaces.Concat(BasesOf(type)).Any(t => t.Name == "IFusionCache" && t.FullName() == FusionCache);

    public static bool IsCacheScope(this ITypeSymbol type) => type.AllInterfaces.Append(type).Any(t => t.Name == "ICacheScope" && t.FullName() == "CacheGen.ICacheScope");

    public static bool IsService(this ITypeSymbol type) => IsAny(type, s_services);

    public static bool IsScopedService(this ITypeSymbol type) => IsAny(type, s_scopedServices);

    public static bool IsServiceOrInput(this ITypeSymbol type) => IsAny(type, s_services) || IsAny(type, s_inputs);

    public static bool IsReadOnce(this ITypeSymbol type) => s_readOnce.Contains(type.FullName());

    private static bool IsAny(ITypeSymbol type, HashSet<string> names) => BasesOf(type).Concat(type.AllInterfaces).Any(t => s_lastNames.Contains(t.Name) && names.Contains(t.FullName()));

    /// <summary>Whether an assembly references us: of one that does not, nothing need be read.</summary>
    public static bool KnowsUs(this IAssemblySymbol assembly) => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "CacheGen"));

    public static AttributeData? FindAttribute(this ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(
        attribute => attribute.AttributeClass?.IsCacheGen(name) == true);

    /// <summary>Whether it is a type of ours with this name.</summary>
    public static bool IsCacheGen(this ITypeSymbol type, string name) =>
        type is { ContainingNamespace: { Name: "CacheGen", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>Whether it is a type of ours, of a package beside the core too.</summary>
    public static bool IsOurs(this ITypeSymbol? type)
    {
        var outermost = type?.ContainingNamespace;
        while (outermost?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            outermost = outer;
        return outermost?.Name == "CacheGen" && type!.ContainingAssembly.Name.StartsWith("CacheGen", StringComparison.Ordinal);
    }

    public static bool IsCached(this ISymbol symbol) => symbol.FindAttribute(CachedMethodParser.CachedAttribute) is not null || symbol.FindAttribute(BatchMethodParser.BatchAttribute) is not null;

    /// <summary>What a Task or ValueTask of T holds; null for any other type.</summary>
    public static (ITypeSymbol Result, bool IsValueTask)? AwaitedResult(this ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } task && task.FullName().StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
            ? (task.TypeArguments[0], task.Name == "ValueTask")
            : null;

    /// <summary>A Task or ValueTask that holds nothing.</summary>
    public static bool IsNoResultTask(this ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" } && type.FullName().StartsWith("System.Threading.Tasks.", StringComparison.Ordinal);

    /// <summary>What an IAsyncEnumerable of T gives; null for any other type.</summary>
    public static ITypeSymbol? StreamItem(this ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "IAsyncEnumerable" } stream && stream.FullName() == "System.Collections.Generic.IAsyncEnumerable"
            ? stream.TypeArguments[0]
            : null;

    /// <summary>The type, then its base types.</summary>
    public static IEnumerable<ITypeSymbol> BasesOf(this ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
            yield return t;
    }
}
