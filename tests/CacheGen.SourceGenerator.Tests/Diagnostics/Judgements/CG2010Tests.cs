using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.KeySource;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG2010Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Method("", "string {|CG2010:query|}"), "'query' looks like what people type in, and each way to write it is a key of its own: write |norm to make white space and case one, |hash if it can be long" },
        { Method("", "string? {|CG2010:searchText|}, int page"), "" },
        { Method(Key("search:{|CG2010:{term}|}"), "string term"), "" },
        { Method(Key("search:{|CG2010:{filter.Title ?? none}|}"), "Filter filter", types: "public record Filter(string? Title, string IsbnCode);"), "'filter.Title'" },
        { Method(Key("{|CG2010:{artistName}|}/{|CG2010:{song_title}|}"), "string artistName, string song_title"), "" },
    };

    public static TheoryData<string> Fine =>
    [
        Method("", "string id, string code, string slug, string name, string key, string isbn"),
        Method("", "string queryId, string titleCode, string textHash, string searchKind, string artistId, string userName, string fileName"),
        Method("", "string context, string subtitle, string artistry"),
        Method("", "int term, int[] terms, Guid query"),
        Method(Key("{query|norm}:{text|hash}:{title|lower}:{term|upper}"), "string query, string text, string title, string term"),
        Method(Key("{query|Clean}"), "string query", "private static string Clean(string text) => text.Trim();"),
        Method("(KeyFrom = nameof(KeyOf))", "string query", "private static string KeyOf(string query) => query.Trim();"),
        Method("", "int id, [NotInKey] string text"),
        Method(Key("{id}"), "int id, string text"),
        Method("", "[CacheScope(\"author\")] string author"),
        // Each way to write it has an answer of its own.
        "internal static partial class Parser { private static readonly MethodCache s_cache = MethodCache.None; [Cached] public static partial string CleanTitle(string title); private static string CleanTitleCore(string title) => title.Trim('-'); }",
        "internal static partial class Parser { private static readonly MethodCache s_cache = MethodCache.None; [Cached] public static partial bool IsComic(string fullName); private static bool IsComicCore(string fullName) => fullName == \"x\"; }",
        "#pragma warning disable CG2010\n" + Method("", "string query"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2010", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2010", file));
}
