using System.Globalization;
using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>The examples of a rule's page are true: what it calls wrong is told by this rule, what it calls right is told by none.</summary>
public partial class PageTests
{
    [Theory]
    [MemberData(nameof(RuleTests.Ids), MemberType = typeof(RuleTests))]
    public async Task Wrong_IsToldByThisRuleAlone(string id)
    {
        foreach (var block in Blocks(id, "Wrong"))
        {
            var (said, complaints) = await JudgeAsync(id, block);
            Assert.Contains(said, diagnostic => diagnostic.Id == id);
            Assert.Equal([], said.Where(diagnostic => diagnostic.Id != id && diagnostic.Severity == DiagnosticSeverity.Error).Select(Text));
            // What the compiler says itself of such places: no other part, a type that is not partial.
            Assert.All(complaints, complaint => Assert.True(complaint.Severity < DiagnosticSeverity.Error || complaint.Id is "CS0260" or "CS0751" or "CS8795", Text(complaint)));
        }
    }

    [Theory]
    [MemberData(nameof(RuleTests.Ids), MemberType = typeof(RuleTests))]
    public async Task Right_IsToldByNone(string id)
    {
        foreach (var block in Blocks(id, "Right"))
        {
            var (said, complaints) = await JudgeAsync(id, block);
            Assert.Equal([], said.Where(diagnostic => diagnostic.Id == id || diagnostic.Severity >= DiagnosticSeverity.Warning).Concat(complaints).Select(Text));
        }
    }

    /// <summary>Who may say no to a rule, and how, is on its page.</summary>
    [Theory]
    [MemberData(nameof(RuleTests.Ids), MemberType = typeof(RuleTests))]
    public void Page_SaysWhetherItCanBeSuppressed(string id)
    {
        var rule = Compiler.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).First(rule => rule.Id == id);
        var section = Section(id, "Suppressing it");
        Assert.Equal(rule.IsRefusal(), section.Contains("cannot be suppressed", StringComparison.Ordinal));
        Assert.Equal(!rule.IsRefusal(), section.Contains($"#pragma warning disable {id}", StringComparison.Ordinal));
        Assert.Equal(!rule.IsRefusal(), section.Contains($"dotnet_diagnostic.{id}.severity = ", StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_ListsTheRulesInOrder_AndTheErrorsThatAreJudgements()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", "README.md"));
        var rows = Row().Matches(readme).Select(match => match.Groups["id"].Value);
        var judgedErrors = Compiler.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error && !rule.IsRefusal());
        Assert.All(judgedErrors, rule => Assert.Contains(rule.Id, readme[..readme.IndexOf("\n## ", StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.Equal(RuleTests.Ids.Select(row => row.Data).Order(StringComparer.Ordinal), rows);
    }

    private static async Task<(Diagnostic[] Said, Diagnostic[] Complaints)> JudgeAsync(string id, string block)
    {
        (string, string)[] files = [("Page.cs", PageStubs.Usings + Whole(block, completed: id != "CG1002")), ("Stubs.cs", PageStubs.Source), ("Engine.cs", id == "CG3004" ? PageStubs.FusionCache : "")];
        var compilation = Compiler.Generate(Compiler.Compile(files, LanguageVersion.CSharp13)).Compilation;
        // An example does not read all that it holds.
        return (await Compiler.JudgeAsync(compilation), [.. Compiler.Complaints(compilation).Where(complaint => complaint.Id != "CS9113")]);
    }

    /// <summary>Types as they are, members in a type that holds what they may name.</summary>
    private static string Whole(string block, bool completed)
    {
        var whole = CSharpSyntaxTree.ParseText(PageStubs.Around(block)).GetCompilationUnitRoot();
        if (whole.Members.OfType<ClassDeclarationSyntax>().First().Members.All(member => member is BaseTypeDeclarationSyntax))
            whole = CSharpSyntaxTree.ParseText(block).GetCompilationUnitRoot();
        return completed ? new SourcesBeside().Visit(whole).ToFullString() : whole.ToFullString();
    }

    private static string[] Blocks(string id, string section)
    {
        var blocks = Block().Matches(Section(id, section)).Select(match => match.Groups["code"].Value).ToArray();
        Assert.NotEmpty(blocks);
        return blocks;
    }

    private static string Section(string id, string name)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", $"{id}.md"));
        var start = page.IndexOf($"\n## {name}\n", StringComparison.Ordinal) + 1;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static string Text(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)} {diagnostic.Location.GetLineSpan()}";

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| \[(?<id>CG\d{4})\]", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>Gives methods that an example is not about loading from, and shows without a source, one.</summary>
    private sealed class SourcesBeside : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax type)
        {
            // The sources of a decorator are in what it wraps.
            if (type.BaseList is not null)
                return type;
            var names = type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.Text).ToHashSet();
            var sources = type.Members.OfType<MethodDeclarationSyntax>()
                .Where(method => method.Body is null && method.ExpressionBody is null && !method.AttributeLists.ToString().Contains("Source =", StringComparison.Ordinal))
                .Where(method => !names.Overlaps([Core(method), method.Identifier.Text + "Core", method.Identifier.Text + "CoreAsync"]))
                .Select(method => SyntaxFactory.ParseMemberDeclaration(
                    $"private {method.ReturnType} {Core(method)}({string.Join(", ", method.ParameterList.Parameters.Select(parameter => $"{parameter.Type} {parameter.Identifier}"))}) => throw new NotSupportedException();\n")!);
            return ((ClassDeclarationSyntax)base.VisitClassDeclaration(type)!).AddMembers([.. sources]);
        }

        private static string Core(MethodDeclarationSyntax method) =>
            method.Identifier.Text is var name && name.EndsWith("Async", StringComparison.Ordinal) ? $"{name[..^5]}CoreAsync" : $"{name}Core";
    }
}
