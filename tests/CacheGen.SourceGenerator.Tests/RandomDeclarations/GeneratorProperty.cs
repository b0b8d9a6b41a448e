using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>What holds whatever is written: nothing throws, what is refused is told, what is emitted compiles without a complaint.</summary>
internal static class GeneratorProperty
{
    private const string Refusal = "throw new global::System.InvalidOperationException(\"CG";

    // Said of what has no other part, or does not implement an interface, before the generator has run.
    private static readonly string[] s_toCome = ["CS8795", "CS0535", "CS0539", "CS9113"];

    private static readonly string[] s_attributes = ["Cached", "CachedBatch", "Invalidates", "Updates"];

    /// <param name="Problem">What does not hold; null where all does.</param>
    /// <param name="IsUsersFault">The compiler refuses the file, whatever is generated.</param>
    /// <param name="Emitted">How many methods have code.</param>
    /// <param name="Refused">How many are refused.</param>
    internal sealed record Verdict(string? Problem, bool IsUsersFault, int Emitted, int Refused);

    public static async Task<Verdict> JudgeAsync(string source, LanguageVersion version, NullableContextOptions nullable)
    {
        var input = Compiler.Compile(source, version, nullable);
        var (compilation, files, result) = Compiler.Generate(input);
        var errors = (await Compiler.AnalyzeAsync(compilation)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        var before = Compiler.Complaints(input);
        var isUsersFault = before.Any(complaint => complaint.Severity == DiagnosticSeverity.Error && !(s_toCome.Contains(complaint.Id) && IsOurs(complaint)));
        var emitted = files.Values.Sum(text => Count(text, "// Source  "));
        var refused = files.Values.Sum(text => Count(text, Refusal));
        if (isUsersFault)
            return new(null, isUsersFault, emitted, refused);

        var known = before.Select(Text).ToHashSet();
        var complaints = Compiler.Complaints(compilation).Where(complaint => !known.Contains(Text(complaint))).ToList();
        // Where nothing can be written, the compiler and the analyzer both say something.
        var isWithoutPart = Compiler.Complaints(compilation).Any(complaint => complaint.Id == "CS8795");
        var problem = complaints.Count > 0 ? string.Join('\n', complaints)
            : !result.Diagnostics.IsEmpty ? string.Join('\n', result.Diagnostics)
            : (refused > 0 || isWithoutPart) != errors.Length > 0 ? $"refused {refused}{(isWithoutPart ? ", without a part" : "")}, reported: {string.Join('\n', errors.AsEnumerable())}"
            : null;
        return new(problem, isUsersFault, emitted, refused);
    }

    /// <summary>Fails with all that is needed to see why.</summary>
    public static async Task<Verdict> CheckAsync(string source, LanguageVersion version, NullableContextOptions nullable)
    {
        var verdict = await JudgeAsync(source, version, nullable);
        Assert.True(verdict.Problem is null, $"{verdict.Problem}\n// {version}, nullable {nullable}\n{source}");
        return verdict;
    }

    // A partial method without an attribute is nobody's but the user's.
    private static bool IsOurs(Diagnostic complaint) => complaint.Id != "CS8795"
        || complaint.Location.SourceTree!.GetRoot().FindNode(complaint.Location.SourceSpan) is MethodDeclarationSyntax { AttributeLists: var lists }
            && lists.SelectMany(list => list.Attributes).Any(attribute => s_attributes.Contains(attribute.Name.ToString().Split('.')[^1]));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Text(Diagnostic complaint) => $"{complaint.Location.SourceTree?.FilePath}{complaint.Location.SourceSpan}{complaint.Id}";
}
