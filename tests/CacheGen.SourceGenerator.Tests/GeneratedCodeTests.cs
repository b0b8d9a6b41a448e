using System.Globalization;
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
    public async Task CachedMethodsOfAnotherAssembly_AreInvalidatedThroughTheirHandles()
    {
        var library = Compiler.Library(
            """
            #pragma warning disable CS1591
            namespace Library;

            public sealed record Query(string Text, int Page);
            public partial class Catalog<TOwner>(MethodCache cache) where TOwner : class
            {
                [Cached(Key = "{id}")] public partial Task<string?> GetAsync(int id, [NotInKey] string trace, CancellationToken ct = default);
                private Task<string?> GetCoreAsync(int id, string trace) => Task.FromResult<string?>(trace);
                [Cached(Key = "{id}:{page}")] public partial string? Get(int id, int page, TOwner? owner = null);
                private string? GetCore(int id, int page, TOwner? owner) => null;
                [Cached] public partial T Find<T>(Query query) where T : class;
                private T FindCore<T>(Query query) where T : class => null!;
                [Cached] internal partial int Hidden(int id);
                private int HiddenCore(int id) => id;
            }
            """);
        const string User =
            """
            internal sealed partial class Writer(MethodCache cache)
            {
                [Invalidates(typeof(Library.Catalog<string>), "GetAsync"), Invalidates(typeof(Library.Catalog<string>), "Get", With = "page=7")] public partial void Both(int id);
                private void BothCore(int id) { }
                [Updates(typeof(Library.Catalog<string>), "GetAsync", With = "id=1")] public partial Task<string> Set();
                private Task<string> SetCore() => Task.FromResult("");
                [Invalidates(typeof(Library.Catalog<string>), "Find")] public partial Task Generic<T>(Library.Query query) where T : class;
                private Task GenericCore<T>(Library.Query query) where T : class => Task.CompletedTask;
            """;
        var (updated, files, _) = Compiler.Generate(Compiler.Compile([("User.cs", User + " }")], references: library));
        Assert.Empty(Compiler.Complaints(updated));
        Assert.Empty(await Compiler.AnalyzeAsync(updated));
        var file = files["Writer.g.cs"];
        Assert.Contains(".Remove(global::Library.Catalog<string>.Cache.Get(cache, id))", file, StringComparison.Ordinal);
        Assert.Contains(".Remove(global::Library.Catalog<string>.Cache.Get(cache, id, page: 7))", file, StringComparison.Ordinal);
        Assert.Contains(".Set(global::Library.Catalog<string>.Cache.Get(cache, id: 1), result)", file, StringComparison.Ordinal);
        Assert.Contains(".Remove(global::Library.Catalog<string>.Cache.Find<T>(cache, query))", file, StringComparison.Ordinal);

        var wrong = Compiler.Compile([("User.cs", User + "[Invalidates(typeof(Library.Catalog<string>), \"Hidden\")] public partial void W(int id); private void WCore(int id) { } }")], references: library);
        Assert.Contains("'Hidden' is no method of Catalog<string> with [Cached]", (await Compiler.AnalyzeAsync(Compiler.Generate(wrong).Compilation)).Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
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
