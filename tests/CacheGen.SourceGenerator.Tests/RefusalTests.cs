using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>Whatever is written in the attribute: no crash, no broken code, and refused if and only if something is reported.</summary>
public class RefusalTests
{
    private static readonly string[] s_pieces =
    [
        "{id}", "{name}", "{user.Id}", "{user.Name}", "{date:yyyy}", "{date:", "{name|norm}", "{name|", "|hash}", "{ids|set}", "{page ?? 1}", "??",
        "{", "}", "{{", "}}", ":", "-", "/", "%", "\\\"", "\\\\", "\\n", "é", "😀", "\\ud800", " ", "", "{ id }", "{.}", "{id.}", "{id..x}", "{@id}", "a", "1", "{name:N}",
    ];

    private static readonly string[] s_times = ["1", "h", "m", "ms", "-", ":", "99999999999", ".", "d", " ", "00:01"];

    [Fact]
    public async Task RandomTemplatesAndDurations_AreRefusedExactlyWhenReported()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 300; round++)
        {
            var key = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            // Half of the tags are the key itself, which a tag may always be.
            var tag = random.Next(2) == 0 ? key : string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var tags = round % 2 == 0 ? "" : $", Tags = new[] {{ \"tag\", \"{tag}\" }}";
            var ttl = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => s_times[random.Next(s_times.Length)]));
            var source = $$"""
                internal sealed record User(int Id, string? Name);
                internal sealed partial class Catalog(MethodCache cache)
                {
                    [Cached(Key = "{{key}}", Ttl = "{{ttl}}"{{tags}})]
                    public partial Task<int> GetAsync(int id, string name, User user, DateTime date, int[] ids, int? page);
                    private Task<int> GetCoreAsync(int id, string name, User user, DateTime date, int[] ids, int? page) => Task.FromResult(1);
                }
                """;
            var (compilation, files, result) = Compiler.Generate(Compiler.Compile(source));
            var reported = await Compiler.AnalyzeAsync(compilation);
            var refused = Assert.Single(files).Value.Contains("// Not cached", StringComparison.Ordinal);
            Assert.True(refused == (reported.Length > 0), $"{key} {ttl}{tags}: refused {refused}, reported {string.Join(", ", reported.Select(d => d.ToString()))}");
            Assert.Empty(result.Diagnostics);
            var complaints = Compiler.Complaints(compilation);
            Assert.True(complaints.Length == 0, $"{key} {ttl}{tags}: {string.Join(", ", complaints.AsEnumerable())}");
        }
    }

    /// <summary>Editors show a file while it is being typed: whatever is missing or doubled, nothing may throw.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task FilesWithTokensMissingOrDoubled_NeverThrow(int seed)
    {
        var random = new Random(seed);
        var sources = Cases.All.Values.Select(user => user.Source).ToArray();
        for (var round = 0; round < 60; round++)
        {
            var tokens = CSharpSyntaxTree.ParseText(sources[random.Next(sources.Length)], cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Select(token => token.ToFullString()).ToList();
            for (var edit = random.Next(1, 6); edit > 0; edit--)
            {
                var at = random.Next(tokens.Count);
                if (random.Next(2) == 0)
                    tokens.RemoveAt(at);
                else
                    tokens.Insert(at, tokens[random.Next(tokens.Count)]);
            }

            var (compilation, _, result) = Compiler.Generate(Compiler.Compile(string.Concat(tokens), LanguageVersion.Preview));
            Assert.Empty(result.Diagnostics);
            await Compiler.AnalyzeAsync(compilation);
        }
    }

    [Fact]
    public void RefusedMethod_LeavesTheOthersOfItsTypeCached()
    {
        var (compilation, files, _) = Compiler.Generate(Compiler.Compile(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached(Ttl = "soon")] public partial Task<int> WrongAsync(int id);
                private Task<int> WrongCoreAsync(int id) => Task.FromResult(id);
                [Cached] public partial Task<int> FineAsync(int id);
                private Task<int> FineCoreAsync(int id) => Task.FromResult(id);
            }
            """));
        Assert.Empty(Compiler.Complaints(compilation));
        var file = Assert.Single(files).Value;
        Assert.Contains("InvalidOperationException(\"CG4001\")", file, StringComparison.Ordinal);
        Assert.Contains("self.FineCoreAsync(id)", file, StringComparison.Ordinal);
        Assert.DoesNotContain("self.WrongCoreAsync", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Cached(Ttl = \"soon\")] public partial int Get(int id); private int GetCore(int id) => id;")]
    [InlineData("[Cached(Ttl = \"soon\"), CacheScope] public partial int Get(int id); private int GetCore(int id) => id;")]
    [InlineData("[CachedBatch] public partial int Get(int id); [Invalidates(\"Nobody\")] public partial void Set(int id);")]
    public void RefusedMethod_IsTheOneComplaint(string members)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(
            $$"""
            internal sealed partial class Catalog(MethodCache cache, Who who) { {{members}} }
            internal sealed class Who : ICacheScope { public string? GetScope(string name) => name; }
            """));
        Assert.Empty(Compiler.Complaints(compilation));
    }

    [Fact]
    public void TypesThatDifferInCaseAlone_GetFilesOfTheirOwn()
    {
        var (compilation, files, _) = Compiler.Generate(Compiler.Compile(
            """
            internal sealed partial class Catalog(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }
            internal sealed partial class CATALOG(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }
            internal sealed partial class Catalog<T>(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }
            """));
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.Equal(3, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
