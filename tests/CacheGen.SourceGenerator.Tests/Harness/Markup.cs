using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Harness;

/// <summary>
/// A source with the expected diagnostics in it: <c>{|CG1002:GetAsync|}</c>. Ours because Microsoft.CodeAnalysis.Testing is not on
/// every registry this project builds from.
/// </summary>
internal static partial class Markup
{
    /// <summary>Fails unless the analyzers refuse exactly what the markup says, where it says it.</summary>
    /// <returns>The diagnostics' messages, in order.</returns>
    public static async Task<string[]> VerifyAsync(string marked)
    {
        var (source, expected) = Split(marked);
        return Verify(source, expected, await Compiler.AnalyzeAsync(Compiler.Generate(Compiler.Compile(source, LanguageVersion.CSharp13)).Compilation));
    }

    /// <summary>
    /// Fails unless one rule says exactly what the markup says, where it says it, no other rule calls anything an error, and the compiler takes it all.
    /// </summary>
    /// <param name="rule">Its id.</param>
    /// <param name="marked">A whole file.</param>
    /// <param name="options">Lines of an .editorconfig.</param>
    /// <returns>The rule's messages, in order.</returns>
    public static async Task<string[]> JudgeAsync(string rule, string marked, params string[] options)
    {
        var (source, expected) = Split(marked);
        var compilation = Compiler.Generate(Compiler.Compile(source, LanguageVersion.CSharp13)).Compilation;
        Assert.DoesNotContain(Compiler.Complaints(compilation), complaint => complaint.Severity == DiagnosticSeverity.Error);
        var said = await Compiler.JudgeAsync(compilation, options);
        Assert.DoesNotContain(said, diagnostic => diagnostic.Id != rule && diagnostic.Severity == DiagnosticSeverity.Error);
        return Verify(source, expected, said.Where(diagnostic => diagnostic.Id == rule && !diagnostic.IsSuppressed));
    }

    private static string[] Verify(string source, List<(string Id, TextSpan Span)> expected, IEnumerable<Diagnostic> said)
    {
        var actual = said.ToArray();
        Assert.Equal(
            expected.Select(pair => $"{pair.Id} at '{source.Substring(pair.Span.Start, pair.Span.Length)}' {pair.Span}"),
            actual.Select(diagnostic => $"{diagnostic.Id} at '{Text(diagnostic.Location.SourceSpan)}' {diagnostic.Location.SourceSpan}"));
        return [.. actual.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

        string Text(TextSpan span) => span.End <= source.Length ? source.Substring(span.Start, span.Length) : "?";
    }

    /// <summary>The source without the markup.</summary>
    public static string Plain(string marked) => Split(marked).Source;

    private static (string Source, List<(string Id, TextSpan Span)> Expected) Split(string marked)
    {
        var expected = new List<(string, TextSpan)>();
        var source = "";
        var position = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            source += marked[position..match.Index];
            expected.Add((match.Groups["id"].Value, new TextSpan(source.Length, match.Groups["text"].Length)));
            source += match.Groups["text"].Value;
            position = match.Index + match.Length;
        }

        return (source + marked[position..], expected);
    }

    [GeneratedRegex(@"\{\|(?<id>CG\d+):(?<text>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
