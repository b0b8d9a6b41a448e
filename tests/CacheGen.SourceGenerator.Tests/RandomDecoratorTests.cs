using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>
/// Interfaces put together at random. Whatever the compiler takes as an interface is passed on without a warning, or reported; what nothing
/// is known to pass on to is left, and the compiler says so.
/// </summary>
public class RandomDecoratorTests
{
    private static readonly string[] s_types =
    [
        "int", "int?", "string", "string?", "(int A, string? B)", "List<string?>", "T", "T?", "T[]", "List<T?>?", "object?", "dynamic", "dynamic?", "Span<int>", "ReadOnlySpan<char>", "nint", "DayOfWeek", "Guid?",
        "Func<T, T?>", "CancellationToken", "I0<T>", "Task<T?>", "MethodCache", "decimal", "char", "bool",
    ];

    private static readonly string[] s_names = ["Get", "Find", "Name", "Cache", "Methods", "Inner", "ToString", "Equals", "Clone", "Item", "@class", "Decorator", "T1", "inner", "Finalize", "get_Name", "Result"];

    private static readonly string[] s_parameters = ["id", "value_", "inner", "cache", "self", "@int", "table", "Inner", "_inner", "args", "ct", "T_"];

    private static readonly string[] s_declarations =
    [
        "sealed partial class Decorator<T>(BASES inner, MethodCache cache) : BASES where T : class",
        "readonly partial struct Decorator<T>(BASES inner, MethodCache cache) : BASES where T : class",
        "partial record Decorator<T>(BASES Inner, MethodCache Store) : BASES where T : class",
        "partial class Decorator(BASES inner, MethodCache cache) : BASES",
        "abstract partial class Decorator<U>(BASES inner, MethodCache cache) : BASES where U : notnull",
        "sealed partial class Decorator(All inner, MethodCache cache) : BASES",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task RandomInterfaces_ArePassedOnOrReported(int seed)
    {
        var random = new Random(seed);
        int passed = 0, reportedFiles = 0;
        for (var round = 0; round < 60; round++)
        {
            var declaration = Pick(random, s_declarations);
            var argument = declaration.Contains("Decorator<T>", StringComparison.Ordinal) ? "T" : declaration.Contains("<U>", StringComparison.Ordinal) ? "U" : Pick(random, ["int", "string", "string?"]);
            var bases = $"ITop<{argument}>";
            var source = $$"""
                #pragma warning disable CS0108, CS0109, CS0114, CS0465
                internal interface I0<T> { {{Members(random, 2)}} }
                internal interface I1<T> : I0<T> { {{Members(random, 2)}} }
                internal interface I2<T> { {{Members(random, 2)}} }
                internal interface ITop<T> : I1<T>, I2<T> { Task<string?> CachedAsync(int id, CancellationToken ct = default); {{Members(random, 3)}} }
                internal abstract class All : {{(argument is "T" or "U" ? "object" : bases)}} { {{(argument is "T" or "U" ? "" : "public abstract Task<string?> CachedAsync(int id, CancellationToken ct = default);")}} }
                internal {{declaration.Replace("BASES", bases, StringComparison.Ordinal)}}
                {
                    [Cached] public {{(declaration.Contains("abstract", StringComparison.Ordinal) ? "virtual " : "")}}partial Task<string?> CachedAsync(int id, CancellationToken ct = default);
                }
                """;
            // Of a class nothing is known but that it is one.
            if (declaration.Contains("All inner", StringComparison.Ordinal))
                source = Regex.Replace(source, "internal abstract class All .*", $"internal class All<TAll> where TAll : class, {bases} {{ }}").Replace("Decorator(All inner", "Decorator<TAll>(TAll inner", StringComparison.Ordinal)
                    .Replace($": {bases}\n{{", $": {bases} where TAll : class, {bases}\n{{", StringComparison.Ordinal);
            else
                source = Regex.Replace(source, "internal abstract class All .*", "");
            var nullable = random.Next(5) == 0 ? NullableContextOptions.Disable : NullableContextOptions.Enable;
            var input = Compiler.Compile(source, LanguageVersion.CSharp13, nullable);
            // Interfaces that the compiler refuses, whatever wraps them.
            if (input.GetDiagnostics(TestContext.Current.CancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS0535" or "CS8795")))
                continue;
            var (compilation, files, _) = Compiler.Generate(input);
            var complaints = Compiler.Complaints(compilation).Where(complaint => nullable == NullableContextOptions.Enable || complaint.Id != "CS8632").ToArray();
            Assert.True(complaints.Length == 0, $"{string.Join('\n', complaints.AsEnumerable())}\n{source}\n{files.Values.FirstOrDefault()}");
            var reported = await Compiler.AnalyzeAsync(compilation);
            var refused = files.Values.Any(text => text.Contains("throw new", StringComparison.Ordinal));
            Assert.True(refused == reported.Length > 0, $"refused {refused}, reported {string.Join('\n', reported.AsEnumerable())}\n{source}\n{files.Values.FirstOrDefault()}");
            reportedFiles += reported.Length > 0 ? 1 : 0;
            passed += files.Values.Sum(text => Regex.Count(text, @"=> (ref )?(this\.)?(Inner|inner|WrappedInner)\w*[.\[]"));
        }

        // Else the test would hold of a generator that does nothing.
        Assert.True(passed > 60 && reportedFiles < 50, $"{passed} passed on, {reportedFiles} reported");
    }

    private static string Members(Random random, int count) => string.Join(' ', Enumerable.Range(0, random.Next(count + 1)).Select(_ => Member(random)));

    private static string Member(Random random)
    {
        var name = Pick(random, s_names);
        var type = Pick(random, s_types);
        var stored = type.Contains("Span", StringComparison.Ordinal) ? "int" : type;
        return random.Next(10) switch
        {
            0 => $"{type} {name} {{ get; }}",
            1 => $"{stored} {name} {{ {Pick(random, ["get; set;", "set;", "get; init;", "get;"])} }}",
            2 => $"event {Pick(random, ["Action", "Action?", "EventHandler<T>", "Func<T?, int>?"])} {name};",
            3 => $"{type} this[{Parameter(random, 0, allowRef: false)}] {{ {Pick(random, ["get;", "get; set;"])} }}",
            4 => $"ref {Pick(random, ["", "readonly "])}{stored} {name}({Parameters(random)});",
            5 => $"{Pick(random, ["static abstract", "protected", "internal"])} {stored} {name}({Parameters(random)});",
            6 => $"void {name}({Parameters(random)}) {{ {(random.Next(2) == 0 ? "throw null!;" : "throw new NotSupportedException();")} }}",
            7 => $"{Pick(random, ["void", "Task", type])} {name}<T1>({Parameters(random).Replace("T ", "T1 ", StringComparison.Ordinal)}) {Pick(random, ["", "where T1 : class", "where T1 : struct", "where T1 : notnull", "where T1 : class?, IComparable<T1?>", "where T1 : allows ref struct"])};",
            _ => $"{Pick(random, ["void", "Task", "Task<T>", type])} {name}({Parameters(random)});",
        };
    }

    private static string Parameters(Random random) => string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(index => Parameter(random, index, allowRef: true)));

    private static string Parameter(Random random, int index, bool allowRef)
    {
        var type = Pick(random, s_types);
        var modifier = allowRef ? Pick(random, ["", "", "", "", "in ", "ref ", "out ", "ref readonly ", "scoped ref "]) : "";
        if (!allowRef && type.Contains("Span", StringComparison.Ordinal))
            type = "int";
        return $"{modifier}{type} {s_parameters[(index * 4 + random.Next(4)) % s_parameters.Length]}";
    }

    private static string Pick(Random random, string[] items) => items[random.Next(items.Length)];
}
