using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Harness;

/// <summary>A fix after which nothing is left to do: the generator takes what comes out, and the compiler has nothing to say of it.</summary>
internal static class WorkingFix
{
    /// <inheritdoc cref="FixVerifier.FixAsync"/>
    public static async Task VerifyAsync(string rule, string before, string after, string? title = null)
    {
        await FixVerifier.FixAsync(rule, before, after, title);
        await WorksAsync(after);
    }

    /// <inheritdoc cref="FixVerifier.FixAllAsync"/>
    public static async Task VerifyAllAsync(string rule, string before, string after, string? title = null)
    {
        await FixVerifier.FixAllAsync(rule, before, after, title);
        await WorksAsync(after);
    }

    private static async Task WorksAsync(string code)
    {
        var compilation = Compiler.Generate(Compiler.Compile(code, LanguageVersion.CSharp13)).Compilation;
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.Empty(await Compiler.AnalyzeAsync(compilation));
    }
}
