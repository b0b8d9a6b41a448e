using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.KeySource;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG2012Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Method("", "int[] {|CG2012:ids|}"), "The items of 'ids' are a key in this very order: write |set if the order does not matter, or cache each item with [CachedBatch]" },
        { Method(Key("x:{|CG2012:{ids}|}"), "IReadOnlyList<string>? ids"), "" },
        { Method(Key("x:{|CG2012:{ids|hash}|}"), "List<Guid> ids"), "" },
        { Method(Key("x:{|CG2012:{filter.Tags}|}"), "Filter filter", types: "public record Filter(string[] Tags);"), "'filter.Tags'" },
    };

    public static TheoryData<string> Fine =>
    [
        Method(Key("x:{ids|set}"), "int[] ids"),
        Method(Key("x:{ids|set|hash}"), "int[] ids"),
        Method(Key("x:{ids|Joined}"), "int[] ids", "private static string Joined(int[] ids) => string.Join('-', ids);"),
        Method("", "HashSet<int> ids, IReadOnlySet<int> others"),
        Method("", "byte[] hash"),
        Method("", "string text, int id, [NotInKey] int[] ids"),
        Method("(KeyFrom = nameof(KeyOf))", "int[] ids", "private static int KeyOf(int[] ids) => ids.Length;"),
        "public partial class A(MethodCache cache) { [CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> GetAsync(IReadOnlyList<int> ids); Task<IReadOnlyDictionary<int, string>> GetCoreAsync(IReadOnlyList<int> ids) => null!; }",
        "#pragma warning disable CG2012\n" + Method("", "int[] ids"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2012", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2012", file));
}
