using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>
/// The generated files as a reader sees them. UPDATE_SNAPSHOTS=1 rewrites Snapshots/*.g.cs; read the diff before you commit it.
/// </summary>
public class SnapshotTests
{
    public static TheoryData<string> Names => [.. Cases.Golden.Keys, "refused"];

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratedCode_IsAsItWas(string name)
    {
        var source = name == "refused" ? Refused : Cases.Golden[name].Source;
        var (_, files, _) = Compiler.Generate(Compiler.Compile(source));
        var text = string.Join('\n', files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"// {file.Key}\n{file.Value}"));
        var path = Path.Combine(Repository.Root, "tests", "CacheGen.SourceGenerator.Tests", "Snapshots", name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal) + ".g.cs");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"There is no {path}: UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private const string Refused =
        """
        internal sealed partial class Catalog(MethodCache cache)
        {
            [Cached(Ttl = "soon", Key = "{idd}")] public partial Task<int> GetAsync(int id, ref int other);
            [Cached] public partial Task<int> FineAsync(int id);
            private Task<int> FineCoreAsync(int id) => Task.FromResult(id);
        }
        """;
}
