using System.Diagnostics;
using System.Text;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.Flow;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Editors ask about code that is half typed, and builds about code that nobody would type.</summary>
public class FlowRobustnessTests
{
    private const string Source = """
        [Cached(Key = "search:{filter.Text}:{id}")] public partial Task<string> SearchAsync(Filter filter, int id, string market, CancellationToken ct);
        private async Task<string> SearchCoreAsync(Filter filter, int id, string market, CancellationToken ct)
        {
            var (text, price) = (filter.Text, filter.MaxPrice);
            if (filter is { Text: var t, Place: { City: "x" or "y" } place } && id is > 3 and < 9) { text += t + place.Zip; }
            foreach (var tag in filter.Tags) { text ??= tag switch { "a" when id > 2 => market, [.., var last] => last.ToString(), _ => throw new ArgumentException(market) }; }
            string Local(string m) => m.Length > id ? Local(m[1..]) : api.Get(m, filter with_x);
            Func<int, string> lambda = i => { try { return Local(market + i); } catch (Exception e) when (e.Message == market) { return ""; } };
            for (var i = 0; i < id; i++) { text = lambda(i); while (text?.Length is 3) { i++; } }
            using var scope = logger.BeginScope(market);
            return await SearchAsync(new Filter { Text = text, Tags = { market } }, id - 1, market, ct).ConfigureAwait(false) ?? await Other(out var x, ref id) + x;
        }
        private Task<string> Other(out int x, ref int id) { x = id; id = 3; return Task.FromResult(nameof(x)); }
        """;

    /// <summary>Cut off anywhere; the harness fails where an analyzer throws.</summary>
    [Fact]
    public async Task HalfTypedCode_DisturbsNobody()
    {
        for (var length = 100; length < Source.Length; length += 37)
            await Compiler.JudgeAsync(Compiler.Generate(Compiler.Compile(InCatalog(Source[..length] + "\n}"), LanguageVersion.CSharp13)).Compilation);
    }

    [Fact]
    public async Task LongMethods_TakeTimeInProportion()
    {
        var small = await MeasureAsync(500);
        var large = await MeasureAsync(10_000);
        // Twenty times as long; an analysis that is quadratic would take four hundred times.
        Assert.True(large < TimeSpan.FromSeconds(10) + (60 * small), $"{small} and {large}");

        static async Task<TimeSpan> MeasureAsync(int lines)
        {
            var body = new StringBuilder("var x0 = filter.Text; var n = filter;\n");
            for (var i = 1; i <= lines; i++)
                body.Append(null, $"var x{i} = x{i - 1} + Help{i % 50}(x{i / 2}, n) ; n = n.Place == null ? n : filter;\n");
            var helpers = string.Concat(Enumerable.Range(0, 50).Select(i => $"private string Help{i}(string text, Filter filter) => text.Length > {i} ? Help{(i + 1) % 50}(text, filter) + Help{(i * 7) % 50}(filter.Text, filter) : text;\n"));
            var compilation = Compiler.Generate(Compiler.Compile(InCatalog($$"""
                [Cached(Key = "search:{filter.Text}:{filter.Place.City}")] public partial string Search(Filter filter, string market);
                private string SearchCore(Filter filter, string market) { {{body}} return x{{lines}} + market; }
                {{helpers}}
                """), LanguageVersion.CSharp13)).Compilation;
            _ = compilation.GetDiagnostics(TestContext.Current.CancellationToken);
            var clock = Stopwatch.StartNew();
            Assert.Contains(await Compiler.JudgeAsync(compilation), diagnostic => diagnostic.Id == "CG2004");
            return clock.Elapsed;
        }
    }

    [Fact]
    public async Task DeepExpressions_NeedNoStack()
    {
        var sum = string.Join(" + ", Enumerable.Range(0, 2000).Select(i => $"x{i % 3}"));
        var nested = string.Concat(Enumerable.Repeat("(", 150)) + "market" + string.Concat(Enumerable.Repeat(" ?? \"\")", 150));
        var messages = await Markup.JudgeAsync("CG2004", InCatalog($$"""
            [Cached(Key = "a")] public partial string Get(string? {|CG2004:market|});
            private string GetCore(string? market) { string x0 = "", x1 = "", x2 = {{nested}}; return {{sum}}; }
            """));
        Assert.Single(messages);
    }

    [Fact]
    public async Task TreesOfMembers_EndSomewhere()
    {
        var members = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"public Node? M{i} {{ get; set; }}"));
        var steps = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"n = n?.M{i};"));
        Assert.Single(await Markup.JudgeAsync("CG2004", InCatalog($$"""
            [Cached(Key = "node:{node.Name}")] public partial string Get(Node {|CG2004:node|});
            private string GetCore(Node node) { var n = node; while (n != null) { {{steps}} } return node.Name; }
            """, $"internal sealed class Node {{ public string Name {{ get; set; }} = \"\"; {members} }}")));
    }
}
