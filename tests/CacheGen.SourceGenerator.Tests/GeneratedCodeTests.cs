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
            foreach (var (name, user) in Cases.All)
            {
                foreach (var version in new[] { LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Preview })
                {
                    if (version >= user.From)
                        data.Add(name, version);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndVersions))]
    public void Case_CompilesWithoutWarning(string name, LanguageVersion version)
    {
        var (compilation, _, result) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source, version));
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.Empty(result.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_Runs(string name)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source, Cases.All[name].From));
        Assert.Equal(Cases.All[name].Says, await Compiler.RunAsync(compilation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_HasNoDiagnostic(string name)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source, Cases.All[name].From));
        Assert.Empty(await Compiler.AnalyzeAsync(compilation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_HasNoComplaintOfTheSdkAnalyzers(string name)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source, Cases.All[name].From));
        Assert.Empty(await SdkAnalyzers.AnalyzeAsync(compilation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NullableDisabled_GeneratesCodeWithoutWarning(string name)
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All[name].Source, Cases.All[name].From, NullableContextOptions.Disable));
        // What the annotations in the user's file then mean is his compiler's to say.
        Assert.DoesNotContain(Compiler.Complaints(compilation), complaint => complaint.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TypesOfAnotherAssembly_AreBasesAndKeysLikeOwn()
    {
        var library = Compiler.Library(
            """
            #pragma warning disable CS1591
            namespace Library;

            public abstract partial class Base<T>(MethodCache store) where T : struct, IFormattable
            {
                private readonly MethodCache _hidden = MethodCache.None;
                internal MethodCache AlsoHidden => _hidden;
                protected MethodCache Store { get; } = store;
                [Cached] public virtual partial Task<string?> GetAsync<TOther>(T id, CancellationToken ct = default) where TOther : class, new();
                protected virtual Task<string?> GetCoreAsync<TOther>(T id, CancellationToken ct) where TOther : class, new() => Task.FromResult<string?>("base");
                internal Task<string?> FindCoreAsync(T id) => Task.FromResult<string?>("hidden");
            }

            public sealed record Query(string Text, [NotInKey] object? Trace) { public int Page { get; init; } }
            public readonly record struct Point(int X, int Y);
            """);
        var compilation = Compiler.Compile([("User.cs",
            """
            internal sealed partial class Catalog(MethodCache cache) : Library.Base<int>(cache)
            {
                [Cached] public override partial Task<string?> GetAsync<TOther>(int id, CancellationToken ct);
                protected override Task<string?> GetCoreAsync<TOther>(int id, CancellationToken ct) => Task.FromResult<string?>("own");
                [Cached] public partial Task<string?> FindAsync(Library.Query query, Library.Point? point);
                private Task<string?> FindCoreAsync(Library.Query query, Library.Point? point) => Task.FromResult<string?>($"{query.Page}");
            }
            """)], references: library);
        var (updated, files, _) = Compiler.Generate(compilation);
        Assert.Empty(Compiler.Complaints(updated));
        Assert.Empty(await Compiler.AnalyzeAsync(updated));
        var file = Assert.Single(files).Value;
        Assert.Contains("var table = Store.Table(", file, StringComparison.Ordinal);
        Assert.Contains("public static class Cache", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Trace", file.Replace("Trace)", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentationOfTheMethod_IsTheUsersOwn()
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Cases.All["primary constructor"].Source));
        var method = compilation.GetTypeByMetadataName("Shop.Catalog")!.GetMembers("GetAsync").Single();
        Assert.Contains("The user's own words.", method.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryLanguageRule_OfTheGeneratedFileIsKeptWithoutImplicitUsings()
    {
        var source = "internal sealed partial class Catalog(CacheGen.MethodCache cache) { [CacheGen.Cached(Ttl = \"1h\")] public partial string Get(string id); private string GetCore(string id) => id; }";
        var compilation = Compiler.Compile(source);
        var bare = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(tree => tree.FilePath == "Usings.cs"));
        Assert.Empty(Compiler.Complaints(Compiler.Generate(bare).Compilation));
    }
}
