using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>What each rule flags, to the character, what it says, and what it leaves alone.</summary>
public class AnalyzerTests
{
    [Theory]
    [MemberData(nameof(WrongCode.AllMembers), MemberType = typeof(WrongCode))]
    public async Task WrongMethod_IsToldWhereAndWhy(string member, string says) => await WrongFile_IsToldWhereAndWhy(InCatalog(member), says);

    [Theory]
    [MemberData(nameof(WrongCode.AllFiles), MemberType = typeof(WrongCode))]
    public async Task WrongFile_IsToldWhereAndWhy(string file, string says)
    {
        var messages = await Markup.VerifyAsync(file);
        Assert.Contains(says, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongCode.AllMembers), MemberType = typeof(WrongCode))]
    public void RefusedMethod_LeavesNoBrokenCode(string member, string says) => RefusedFile_LeavesNoBrokenCode(InCatalog(member), says);

    [Theory]
    [MemberData(nameof(WrongCode.AllFiles), MemberType = typeof(WrongCode))]
    public void RefusedFile_LeavesNoBrokenCode(string file, string says)
    {
        Assert.NotNull(says);
        var (compilation, files, result) = Compiler.Generate(Compiler.Compile(Markup.Plain(file), LanguageVersion.CSharp13));
        Assert.Empty(result.Diagnostics);
        // What a wrong write or batch names may be right.
        var working = file.Contains("Invalidates", StringComparison.Ordinal) || file.Contains("Updates", StringComparison.Ordinal) ? ".Apply"
            : file.Contains("CachedBatch", StringComparison.Ordinal) ? "Batch.Load"
            : ".Load";
        Assert.All(files.Values, text => Assert.DoesNotContain(working, text, StringComparison.Ordinal));
        var complaints = Compiler.Complaints(compilation);
        Assert.DoesNotContain(complaints, complaint => complaint.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        // What the compiler says itself of such places: partial where it cannot be, no other part, type parameters that hide others.
        Assert.DoesNotContain(complaints, complaint => complaint.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error
            && complaint.Id is not ("CS0260" or "CS0751" or "CS0754" or "CS8795" or "CS8796"));
    }

    [Fact]
    public async Task SeveralMistakes_AreAllTold()
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile("internal partial class C { [Cached(Ttl = \"soon\", Key = \"{x}\")] public partial int Get(int id); }"));
        Assert.Equal(["CG1002", "CG1005", "CG2001", "CG4001"], (await Compiler.AnalyzeAsync(compilation)).Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [MemberData(nameof(FineCode.Members), MemberType = typeof(FineCode))]
    public async Task LookAlike_IsNotFlagged(string member) => await LookAlikeFile_IsNotFlagged(InCatalog(member));

    [Theory]
    [MemberData(nameof(FineCode.Types), MemberType = typeof(FineCode))]
    public async Task LookAlikeFile_IsNotFlagged(string file)
    {
        Assert.Empty(await Markup.VerifyAsync(file));
        Assert.Empty(Compiler.Complaints(Compiler.Generate(Compiler.Compile(file)).Compilation));
    }

    private static string InCatalog(string member) =>
        $"internal sealed partial class Catalog(MethodCache cache) {{ public MethodCache C => cache; {member} }}\n" +
        "namespace Other { [AttributeUsage(AttributeTargets.Method)] internal sealed class CachedAttribute : Attribute; }\n" +
        "namespace Mine.CacheGen { [AttributeUsage(AttributeTargets.Method)] internal sealed class CachedAttribute : Attribute; }";
}
