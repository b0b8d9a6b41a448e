using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>
/// Methods put together at random. Whatever the compiler takes from the user, it takes from the generator, without a warning;
/// what the generator does not take is reported.
/// </summary>
public class RandomSignatureTests
{
    private static readonly string[] s_types =
    [
        "int", "int?", "string", "string?", "(int A, string? B)", "(int, Guid)?", "List<int>", "int[]", "string?[]?", "object", "Guid", "DateTime", "DateTimeOffset?",
        "DayOfWeek", "DayOfWeek?", "Query", "Query?", "Point", "Point?", "T", "T?", "T[]", "CancellationToken", "MethodCache", "IProgress<int>?", "ReadOnlySpan<int>", "dynamic",
        "IEnumerable<string?>", "HashSet<Point>", "Uri?", "Version", "List<List<string?>?>", "Dictionary<int, T?>", "nint", "decimal", "char", "bool?", "TimeOnly",
        "System.Collections.Immutable.ImmutableArray<int>?", "Func<T, int>", "Outer<T>.Inner", "Outer<int>.Inner?",
    ];

    private static readonly string[] s_names =
        ["id", "key", "value", "table", "self", "args", "ct", "cache", "item", "Item1", "Rest", "@class", "_", "Methods", "Cache", "from", "Get", "GetCore", "T1", "Equals"];

    private static readonly string[] s_returns = ["int", "string", "string?", "T", "T?", "object?", "(int A, string? B)", "int[]", "List<string?>?", "Point?", "Query", "dynamic", "Outer<T>.Inner", "nint"];

    private static readonly string[] s_constraints = ["", "where T : class", "where T : struct", "where T : notnull", "where T : struct, Enum", "where T : class?, IComparable<T?>", "where T : unmanaged", "where T : Query"];

    private static readonly string[] s_declarations =
        ["sealed partial class Catalog(MethodCache cache)", "partial class Catalog<TOuter>(MethodCache store) where TOuter : struct", "readonly partial struct Catalog(MethodCache cache)", "partial record Catalog(MethodCache Cache)", "partial record struct Catalog(MethodCache Methods, int Id)"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task RandomMethods_CompileOrAreReported(int seed)
    {
        var random = new Random(seed);
        var cached = 0;
        for (var round = 0; round < 50; round++)
        {
            var source = $$"""
                internal record Query(string Text, int? Page);
                internal readonly record struct Point(int X, int Y);
                internal static class Outer<TOuter> { internal sealed record Inner(int Id, Point? Where); }
                internal {{Pick(random, s_declarations)}}
                {
                {{string.Join('\n', Enumerable.Range(0, 3).Select(_ => Method(random)))}}
                }
                """;
            var nullable = random.Next(4) == 0 ? NullableContextOptions.Disable : NullableContextOptions.Enable;
            var (compilation, files, _) = Compiler.Generate(Compiler.Compile(source, LanguageVersion.CSharp13, nullable));
            var (generated, own) = Split(Compiler.Complaints(compilation));
            // What the user got wrong himself is repeated in the generated part; he hears of it where he wrote it.
            if (own.Any(complaint => complaint.Severity == DiagnosticSeverity.Error))
                continue;
            Assert.True(generated.Length == 0, $"{string.Join('\n', generated.AsEnumerable())}\n{source}\n{files.Values.FirstOrDefault()}");
            var refused = files.Values.Any(text => text.Contains("// Not cached", StringComparison.Ordinal));
            var reported = await Compiler.AnalyzeAsync(compilation);
            Assert.True(refused == reported.Length > 0, $"refused {refused}, reported {string.Join('\n', reported.AsEnumerable())}\n{source}");
            cached += files.Values.Sum(text => text.Split(".Load").Length - 1);
        }

        // Else the test would hold of a generator that takes nothing.
        Assert.True(cached > 20, $"{cached} cached methods");
    }

    private static string Method(Random random)
    {
        var name = Pick(random, ["Get", "GetAsync", "Find", "Load", "ToText"]);
        var names = s_names.OrderBy(_ => random.Next()).ToArray();
        var isGeneric = random.Next(3) == 0;
        string Concrete(string type) => isGeneric ? type : Regex.Replace(type, @"\bT\b", "long");
        var parameters = Enumerable.Range(0, random.Next(4)).Select(index => (
            Modifier: Pick(random, ["", "", "", "", "in ", "[NotInKey] ", "[NotInKey] ", "[NotInKey] in "]), Type: Concrete(Pick(random, s_types)), Name: names[index])).ToList();
        var value = Concrete(Pick(random, s_returns));
        var returns = Pick(random, [value, $"Task<{value}>", $"ValueTask<{value}>"]);
        var generic = isGeneric ? "<T>" : "";
        var constraint = isGeneric ? Pick(random, s_constraints) : "";
        var isStatic = random.Next(4) == 0 ? "static " : "";
        var keyed = parameters.Where(_ => random.Next(2) == 0).Select(parameter => $"{{{parameter.Name}{Pick(random, ["", "", "|hash", "|norm", "|set", " ?? 1"])}}}");
        var key = random.Next(3) == 0 ? $"(Key = \"k:{string.Join(':', keyed)}\")" : "";
        var source = parameters.Select(parameter => (Type: random.Next(12) == 0 ? parameter.Type.TrimEnd('?') : parameter.Type, parameter.Name)).ToList();
        if (random.Next(3) == 0 && source.RemoveAll(parameter => parameter.Type == "CancellationToken") == 0)
            source.Insert(random.Next(source.Count + 1), ("CancellationToken", "token"));
        var sourceReturns = random.Next(3) == 0 ? Pick(random, [value, $"Task<{value}>", $"ValueTask<{value.TrimEnd('?')}>"]) : returns;
        var core = name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] + "CoreAsync" : name + "Core";
        return $"""
                [Cached{key}] internal {isStatic}partial {returns} {name}{generic}({string.Join(", ", parameters.Select(p => $"{p.Modifier}{p.Type} {p.Name}"))}) {constraint};
                private {isStatic}{sourceReturns} {core}{generic}({string.Join(", ", source.Select(p => $"{p.Type} {p.Name}"))}) {constraint} => throw new NotImplementedException();
            """;
    }

    private static (Diagnostic[] Generated, Diagnostic[] Own) Split(Diagnostic[] complaints)
    {
        var byFile = complaints.ToLookup(complaint => complaint.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        return ([.. byFile[true]], [.. byFile[false]]);
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
