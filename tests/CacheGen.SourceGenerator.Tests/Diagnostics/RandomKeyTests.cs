using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Analyzers.Keys;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>
/// Methods with random templates, and the keys that generated code makes of random values. Each key has the form that the analyzer expects; and
/// where two methods have made one key, CG2006 had said that they can.
/// </summary>
public class RandomKeyTests
{
    private static readonly string[] s_texts =
        ["", "1", "0", "-1", "a", "A", "all", "true", "Open", "a:b", "a/b", "null", "%null", "(0,1)", "[1,]", "2026-01-02", "00000000-0000-0000-0000-000000000000", "é", "\\ud83d", "😀", " a  b ", "Left, Right", "\\t"];

    private static readonly (string Type, string[] Values)[] s_types =
    [
        ("string", [.. s_texts.Select(text => $"\"{text}\"")]),
        ("string?", ["null", "\"\"", "\"all\"", "\"1\""]),
        ("int", ["0", "1", "-1", "7", "int.MinValue", "20260102"]),
        ("int?", ["null", "1", "-7"]),
        ("byte", ["0", "1", "255"]),
        ("ulong", ["0", "1", "ulong.MaxValue"]),
        ("long", ["0", "long.MinValue"]),
        ("Int128", ["Int128.MinValue", "1"]),
        ("System.Numerics.BigInteger", ["System.Numerics.BigInteger.Pow(7, 99)", "0"]),
        ("bool", ["true", "false"]),
        ("char", ["'a'", "'1'", "':'", "'é'", "'\\ud83d'"]),
        ("decimal", ["1.50m", "0m", "-0.0m", "1m", "decimal.MaxValue", "0.0000000000000000000000000001m"]),
        ("double", ["1", "0.1", "-0.0", "1e300", "1e-300", "double.NaN", "double.NegativeInfinity", "double.Epsilon"]),
        ("float?", ["1", "null", "float.MaxValue"]),
        ("Half", ["(Half)1", "Half.Epsilon"]),
        ("State", ["State.Open", "State.Closed"]),
        ("Side", ["Side.Left", "Side.Left | Side.Right", "0"]),
        ("Guid", ["Guid.Empty", "new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")"]),
        ("Guid?", ["null", "Guid.Empty"]),
        ("DateOnly", ["new(2026, 1, 2)", "DateOnly.MaxValue"]),
        ("TimeOnly", ["new(3, 4)", "new(3, 4, 5, 6)"]),
        ("DateTime", ["new(2026, 1, 2)", "DateTime.UnixEpoch", "DateTime.MaxValue", "new(2026, 1, 2, 3, 4, 5, 6, DateTimeKind.Local)"]),
        ("DateTimeOffset", ["DateTimeOffset.UnixEpoch", "new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-14))", "DateTimeOffset.MaxValue"]),
        ("TimeSpan", ["TimeSpan.Zero", "TimeSpan.MinValue", "TimeSpan.FromSeconds(1.5)"]),
        ("Uri", ["new(\"http://x.y/1?a=b\")", "new(\"all\", UriKind.Relative)"]),
        ("Version", ["new(1, 2)"]),
        ("int[]", ["new int[0]", "new[] { 1 }", "new[] { 2, 1, 2 }"]),
        ("List<string?>?", ["null", "new() { null, \"\", \"a\" }", "new()"]),
        ("Point", ["new(0, null)", "new(1, \"1\")"]),
        ("Point?", ["null", "new(0, \"a\")"]),
        ("(int A, bool B)", ["(0, true)", "(1, false)"]),
        ("(int A, bool B)?", ["(0, true)", "null"]),
        ("Point[]", ["new Point[] { new(1, null) }"]),
    ];

    private static readonly (string Type, string[] Holes)[] s_holes =
    [
        ("string", ["|norm", "|lower", "|upper", "|hash", "|norm|hash", "|Number", "|Pair"]),
        ("string?", ["??all", "|upper??1", "|hash", "|lower"]),
        ("int", [":D5", ":X", ":000", ":N0", "|hash"]),
        ("int?", ["??7", ":X2??none"]),
        ("decimal", [":F2", ":0.##", ":C"]),
        ("double", [":0.0", ":R", ":F1"]),
        ("State", [":D", ":G", ":X"]),
        ("Guid", [":N", ":D", ":B"]),
        ("DateOnly", [":yyyy-MM-dd", ":o", ":d", ":MMM d", ":yyyyMMdd"]),
        ("DateTime", [":yyyy-MM-dd", ":s", ":u", ":o", ":d", ":yy.M.d H:m:s.ff", ":D"]),
        ("DateTimeOffset", [":yyyy/MM/dd", ":o", ":s", ":zzz"]),
        ("TimeOnly", [":HH:mm", ":o"]),
        ("int[]", ["|set", "|set|hash"]),
        ("List<string?>?", ["|set"]),
        ("Point", ["|hash"]),
    ];

    private static readonly string[] s_literals = ["1", "a", "all", "Open", "true", "x-1", "(0,1)", "é", "2026-01-02", "0", "[1,]", "007"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task EqualKeys_WereExpected(int seed)
    {
        var random = new Random(seed);
        var methods = Enumerable.Range(0, 120).Select(number => Method(random, number)).ToArray();
        var source = $$"""
            public enum State { Open, Closed }
            [Flags] public enum Side { Left = 1, Right = 2 }
            public sealed record Point(int X, string? Y);
            [CachePrefix("a")]
            public sealed partial class A(MethodCache cache)
            {
            {{string.Join('\n', methods.Select(method => method.Declaration))}}
                private static int Number(string text) => text.Length;
                private static (int, bool) Pair(string text) => (text.Length, true);
            }
            public static class Program
            {
                public static Task<string> Run()
                {
                    var cache = MethodCache.CreateInProcess();
                    var keys = new List<string>();
            {{string.Join('\n', methods.SelectMany(method => method.Calls))}}
                    return Task.FromResult(string.Join('\n', keys));
                }
            }
            """;
        var compilation = Compiler.Generate(Compiler.Compile(source, LanguageVersion.CSharp13)).Compilation;
        var keys = (await Compiler.RunAsync(compilation)).Split('\n').Select(line => line.Split('\t')).Select(pair => (Id: pair[0], Key: pair[1])).Distinct().ToArray();

        var type = compilation.GetTypeByMetadataName("A")!;
        var patterns = KeyGroup.Of(type, compilation, null).Patterns(default).ToDictionary(pattern => pattern.Context!.Method.Name);
        Assert.Equal(methods.Length, patterns.Count);
        foreach (var (id, key) in keys)
        {
            var pattern = patterns[id];
            Assert.Matches(Expression(pattern), key);
            Assert.Matches(Expression(KeyPattern.Of(id, pattern.Template, "", "")!), key);
        }

        var told = KeyTable.Of(compilation).Collisions(type, default)
            .SelectMany(one => one.Others.Select(other => (one.Pattern.Context!.Method.Name, other.Pattern.Context!.Method.Name, other.Key))).ToArray();
        foreach (var (one, other, key) in told)
        {
            // The example is one of both.
            Assert.Matches(Expression(patterns[one]), key);
            Assert.Matches(Expression(patterns[other]), key);
        }

        var pairs = told.Select(collision => (collision.Item1, collision.Item2)).ToHashSet();
        var equal = 0;
        foreach (var same in keys.GroupBy(pair => pair.Key))
        {
            foreach (var (one, other) in same.SelectMany(one => same.Where(other => other.Id != one.Id).Select(other => (one.Id, other.Id))))
            {
                equal++;
                Assert.True(pairs.Contains((one, other)), $"{patterns[one].Template} and {patterns[other].Template} make {same.Key}");
            }
        }

        // The templates are made to meet, and most do not.
        Assert.InRange(equal, 100, int.MaxValue);
        Assert.InRange(pairs.Count, 100, methods.Length * methods.Length / 3);
    }

    private static string Expression(KeyPattern pattern) => $"^({string.Join(":", pattern.Segments.Select(segment => segment.Form))})$";

    private static (string Declaration, IReadOnlyList<string> Calls) Method(Random random, int number)
    {
        var template = new List<string>();
        var parameters = new List<string>();
        var values = new List<string[]>();
        for (var segment = random.Next(0, 2); segment >= 0; segment--)
        {
            if (random.Next(6) == 0)
            {
                template.Add(Pick(random, s_literals));
                continue;
            }

            var (type, known) = Pick(random, s_types);
            var hole = $"{{p{parameters.Count}{(s_holes.FirstOrDefault(pair => pair.Type == type).Holes is { } holes && random.Next(2) == 0 ? Pick(random, holes) : "")}}}";
            template.Add(random.Next(12) switch { 0 => "x-" + hole, 1 => hole + "1", _ => hole });
            parameters.Add($"{type} p{parameters.Count}");
            values.Add(known);
        }

        var name = $"M{number}";
        var list = string.Join(", ", parameters);
        var calls = Enumerable.Range(0, 40).Select(_ =>
            $"keys.Add(\"{name}\\t\" + A.Cache.{name}({string.Join(", ", values.Select(known => Pick(random, known)).Prepend("cache"))}).Key);").Distinct().ToArray();
        return ($"[Cached(Key = \"{string.Join(":", template)}\")] public partial string {name}({list}); private static string {name}Core({list}) => \"\";", calls);
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
