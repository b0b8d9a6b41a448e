using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>Whatever is written in With and in the tags: no crash, no broken code, and refused if and only if something is reported.</summary>
public class WriteRefusalTests
{
    private static readonly string[] s_names = ["id", "name", "sort", "flag", "price", "letter", "ids", "maybe", "page", "@id", "x", "", " id "];

    private static readonly string[] s_values =
    [
        "id", "item.Id", "item.Name", "item.Next.Id", "item?.Next?.Name", "result.Id", "result", "result.Next.Id", "0", "-1", "300", "99999999999", "1.5", "'a'", "'a''b'", "','", "'", "''",
        "\\\"", "\\n", "true", "false", "null", "Year", "Sort.Year", "Sort.Wrong", "item.", ".", "a b", "item.Id()", "ids", "é", "{id}", "",
    ];

    private static readonly string[] s_tags = ["{id}", "{item.Name|norm}", "{result.Id}", "{result}", "{item.Next.Id ?? 1}", "{", "}}", ":", "a", "%", "\\\"", "\\\\", "{ids|set}", "", "{@id:D4}"];

    /// <summary>While a name is typed, the compiler takes it for no value at all, which is not null written out.</summary>
    [Theory]
    [InlineData("nameof(Nobody)")]
    [InlineData("Nobody")]
    [InlineData("7")]
    [InlineData("")]
    public async Task SourceThatDoesNotCompile_IsNotNone(string source)
    {
        var (compilation, files, _) = Compiler.Generate(Compiler.Compile(
            $"internal sealed partial class Catalog(MethodCache cache) {{ [Invalidates(Tags = new[] {{ \"a\" }}, Source = {source})] public partial void Forget(int id); }}"));
        Assert.DoesNotContain(".Apply", Assert.Single(files).Value, StringComparison.Ordinal);
        Assert.Equal("CG1002", Assert.Single(await Compiler.AnalyzeAsync(compilation)).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RandomBindingsAndTags_AreRefusedExactlyWhenReported(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 120; round++)
        {
            var with = string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => $"{Any(s_names)}={Any(s_values)}"));
            var tags = round % 3 > 0 ? "" : $", Tags = new[] {{ \"tag\", \"{string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Any(s_tags)))}\" }}";
            var target = Any(["One", "Two", "Maybe", "All"]);
            var source = $$"""
                internal enum Sort { Added, Year }
                internal sealed record Item(int Id, string Name, Item? Next);
                internal sealed partial class Catalog(MethodCache cache)
                {
                    [Cached(Key = "{id}")] public partial int One(int id);
                    private int OneCore(int id) => id;
                    [Cached(Key = "{id}:{name}:{page}")] public partial int Two(long id, string name, byte page);
                    private int TwoCore(long id, string name, byte page) => 1;
                    [Cached(Key = "{maybe}:{sort}")] public partial int Maybe(string? maybe, Sort? sort);
                    private int MaybeCore(string? maybe, Sort? sort) => 1;
                    [Cached(Key = "{id}:{sort}:{flag}:{price}:{letter}:{ids}")] public partial int All(int id, Sort sort, bool flag, decimal price, char letter, int[] ids);
                    private int AllCore(int id, Sort sort, bool flag, decimal price, char letter, int[] ids) => 1;
                    [Invalidates(nameof({{target}}), With = "{{with}}"{{tags}})]
                    public partial Task<Item?> SaveAsync(int id, Item item, int[] ids, Sort sort, string? name, bool flag = true, decimal price = 1, char letter = 'a', int? page = null, string? maybe = null);
                    private Task<Item?> SaveCoreAsync(int id, Item item, int[] ids, Sort sort, string? name, bool flag, decimal price, char letter, int? page, string? maybe) => Task.FromResult<Item?>(item);
                }
                """;
            var (compilation, files, result) = Compiler.Generate(Compiler.Compile(source));
            var reported = await Compiler.AnalyzeAsync(compilation);
            var refused = Assert.Single(files).Value.Contains("// Not cached", StringComparison.Ordinal);
            Assert.True(refused == (reported.Length > 0), $"{target} {with} {tags}: refused {refused}, reported {string.Join(", ", reported.Select(d => d.ToString()))}");
            Assert.Empty(result.Diagnostics);
            var complaints = Compiler.Complaints(compilation);
            Assert.True(complaints.Length == 0, $"{target} {with} {tags}: {string.Join(", ", complaints.Select(complaint => complaint.ToString()))}");
        }

        string Any(string[] texts) => texts[random.Next(texts.Length)];
    }
}
