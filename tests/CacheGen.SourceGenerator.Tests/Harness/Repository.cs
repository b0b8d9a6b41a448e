using System.Runtime.CompilerServices;

namespace CacheGen.SourceGenerator.Tests.Harness;

/// <summary>Files of the working tree that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder of CacheGen.sln.</summary>
    public static string Root { get; } = Find(Path.GetDirectoryName(Here())!);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CacheGen.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);

    // From the test's own assembly: a deterministic build does not say where its source was.
    private static string Here([CallerFilePath] string path = "") => File.Exists(path) ? path : typeof(Repository).Assembly.Location;
}
