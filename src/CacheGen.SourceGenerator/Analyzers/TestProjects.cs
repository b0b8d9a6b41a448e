using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers;

/// <summary>Tests call sources, ask for items one by one and remove what nobody sets, because that is what they test.</summary>
internal static class TestProjects
{
    private static readonly HashSet<string> s_frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    /// <summary>Whether a test framework is referenced.</summary>
    public static bool IsTest(this Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => s_frameworks.Contains(assembly.Name));
}
