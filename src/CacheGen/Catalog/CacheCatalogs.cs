using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CacheGen;

/// <summary>The cached methods of assemblies: the generator leaves a catalog in each assembly that has any.</summary>
public static class CacheCatalogs
{
    private static readonly string s_own = typeof(CacheCatalogs).Assembly.GetName().Name!;

    /// <summary>The cached methods of one assembly, ordered by id; none where it has none.</summary>
    public static IReadOnlyList<CacheCatalogEntry> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetCustomAttribute<CacheCatalogAttribute>()?.Type.GetProperty("Methods")?.GetValue(null) as IReadOnlyList<CacheCatalogEntry> ?? [];
    }

    /// <summary>
    /// Those of all assemblies that are loaded, and of what the program references. Not those of assemblies that are loaded later by hand
    /// (plug-ins).
    /// </summary>
    public static IReadOnlyList<CacheCatalogEntry> Find()
    {
        var assemblies = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        foreach (var loaded in AppDomain.CurrentDomain.GetAssemblies())
            assemblies.TryAdd(loaded.FullName ?? "", loaded);
        if (Assembly.GetEntryAssembly() is { } program)
            LoadReferences(program, assemblies, []);
        return [.. assemblies.Values.Where(MayHaveCatalog).SelectMany(Of).OrderBy(method => method.Id, StringComparer.Ordinal)];
    }

    private static void LoadReferences(Assembly assembly, Dictionary<string, Assembly> found, HashSet<string> seen)
    {
        foreach (var name in ReferencesOf(assembly))
        {
            if (IsOfThePlatform(name.Name) || !seen.Add(name.FullName))
                continue;
            if (!found.TryGetValue(name.FullName, out var reference))
            {
                if (TryLoad(name) is not { } loaded)
                    continue;
                reference = loaded;
                found.TryAdd(loaded.FullName ?? "", loaded);
            }

            LoadReferences(reference, found, seen);
        }
    }

    // A reference that is not there, or not for this platform, is nobody's concern until its code is called.
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }

    private static bool MayHaveCatalog(Assembly assembly) =>
        !assembly.IsDynamic && ReferencesOf(assembly).Any(name => name.Name == s_own);

    // There are hundreds, none has cached methods, and loading them takes time.
    private static bool IsOfThePlatform(string? name) => name is null or "netstandard" or "mscorlib" or "WindowsBase"
        || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name == "System";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An assembly that was trimmed away has no methods to tell of.")]
    private static AssemblyName[] ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies();
}
