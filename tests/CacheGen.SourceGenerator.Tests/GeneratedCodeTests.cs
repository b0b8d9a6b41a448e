using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>Each case is a user's file whose Program.Run says what happened; all are compiled without a warning, and run.</summary>
public class GeneratedCodeTests
{
    public static TheoryData<string> Names => [.. Cases.All.Keys];

    public static TheoryData<string, LanguageVersion> NamesAndVersions
    {
        get
        {
            var data = new TheoryData<string, LanguageVersion>();
            foreach (var name in Cases.All.Keys)
            {
                data.Add(name, LanguageVersion.CSharp12);
                data.Add(name, LanguageVersion.CSharp13);
                data.Add(name, LanguageVersion.Latest);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndVersions))]
    public void Case_CompilesWithoutWarning(string name, LanguageVersion version)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source, version));
        Assert.Empty(Compiler.Complaints(compilation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_Runs(string name)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source));
        Assert.Equal(Cases.All[name].Says, await Compiler.RunAsync(compilation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_HasNoDiagnostic(string name)
    {
        var (compilation, _, result) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source));
        Assert.Empty(await Compiler.AnalyzeAsync(compilation));
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void NullableDisabled_CompilesWithoutWarning()
    {
        var source = Cases.All["primary constructor"].Source.Replace("?>", ">", StringComparison.Ordinal);
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(source, nullable: NullableContextOptions.Disable));
        Assert.Empty(Compiler.Complaints(compilation));
    }

    [Fact]
    public void ParamsCollectionsOfCSharp13_Compile()
    {
        const string Source = """
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached] public partial int Sum(int seed, params IReadOnlyList<int> more);
                private int SumCore(int seed, IReadOnlyList<int> more) => seed + more.Sum();
                public int Use() => Sum(1) + Sum(1, 2, 3) + (Cache.Sum(cache, 1, 2, 3).Peek(out var known) ? known : 0);
            }
            """;
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Source, LanguageVersion.CSharp13));
        Assert.Empty(Compiler.Complaints(compilation));
    }

    [Fact]
    public void DocumentationOfTheMethod_IsTheUsersOwn()
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All["primary constructor"].Source));
        var method = compilation.GetTypeByMetadataName("Shop.Catalog")!.GetMembers("GetAsync").Single();
        Assert.Contains("The user's own words.", method.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
