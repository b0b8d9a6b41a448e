using CacheGen.SourceGenerator.Emission;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Catalog;

/// <summary>What the generator leaves in an assembly for the configuration, for other compilers and for people.</summary>
public class CatalogTests
{
    private const string Shop =
        """
        namespace Shop
        {
            [CachePrefix("shop")]
            public sealed partial class Prices(MethodCache cache)
            {
                [Cached(Key = "price:{id}:{country|lower}", Ttl = "36h", Jitter = "1h", RefreshAfter = "12h", MissTtl = "5m", FailSafe = "7d", Tags = new[] { "country:{country|lower}", "prices" }, Profile = "slow \"one\"", Version = 2)]
                public partial Task<decimal?> GetAsync(int id, string country, CancellationToken ct = default);
                private Task<decimal?> GetCoreAsync(int id, string country) => Task.FromResult<decimal?>(id);

                [Cached(SoftTimeout = "1s", HardTimeout = "1m30s", Source = nameof(AllAsync))]
                public partial Task<List<decimal?>> ListAsync();
                private Task<List<decimal?>> AllAsync() => Task.FromResult(new List<decimal?>());

                [Cached] public partial IAsyncEnumerable<int> Ids();
                private async IAsyncEnumerable<int> IdsCore() { await Task.Yield(); yield return 1; }

                [Invalidates(Tags = new[] { "country:{where|lower}" })] public partial Task RemoveAsync(string where);
                private Task RemoveCoreAsync(string where) => Task.CompletedTask;

                [Updates(nameof(GetAsync))] public partial Task<decimal?> SetAsync(int id, string country, decimal? price);
                private Task<decimal?> SetCoreAsync(int id, string country, decimal? price) => Task.FromResult(price);
            }

            public partial class Sales(MethodCache cache)
            {
                [Invalidates(typeof(Prices), nameof(Prices.GetAsync)), Invalidates(Tags = new[] { "prices" }), Invalidates(Tags = new[] { "nobody's" })]
                public partial void Begin(int id, string country);
                private void BeginCore(int id, string country) { }
            }

            [CacheDefaults(RateLimit = "music|api", HardTimeout = "10s")]
            public sealed partial class Music(MethodCache cache)
            {
                [Cached(Key = "track:{id}", Ttl = "30d", RefreshAfter = "20d", IsMiss = nameof(IsEmpty), MissTtl = "1h", StoreWhen = nameof(IsWhole), FailWhen = nameof(IsBroken), TtlFrom = nameof(TtlOf))]
                public partial Task<string?> TrackAsync(int id);
                private Task<string?> TrackCoreAsync(int id) => Task.FromResult<string?>("");
                [CachedBatch(Of = nameof(TrackAsync), MaxBatch = 50, MaxParallel = 2)]
                public partial Task<IReadOnlyDictionary<int, string?>> TracksAsync(IReadOnlyList<int> ids);
                private Task<IReadOnlyDictionary<int, string?>> TracksCoreAsync(IReadOnlyList<int> ids) => Task.FromResult<IReadOnlyDictionary<int, string?>>(new Dictionary<int, string?>());

                [CachedBatch(Key = "artist:{id}", MaxBatch = 1000, RateLimit = null, BackgroundScope = true)]
                public partial Task<IReadOnlyDictionary<int, string?>> ArtistsAsync(IReadOnlyList<int> ids);
                private Task<IReadOnlyDictionary<int, string?>> ArtistsCoreAsync(IReadOnlyList<int> ids) => Task.FromResult<IReadOnlyDictionary<int, string?>>(new Dictionary<int, string?>());

                [Cached(Key = "genre:{id}", Batch = nameof(GenresAsync), BatchWindow = "5ms", IsMiss = nameof(IsEmpty))] public partial Task<string?> GenreAsync(int id);
                private Task<Dictionary<int, string>> GenresAsync(IReadOnlyCollection<int> ids) => Task.FromResult(new Dictionary<int, string>());

                [Cached(ValidWhen = nameof(IsWhole))] public partial Task<string> NewestAsync();
                private Task<string> NewestCoreAsync() => Task.FromResult("");

                private static bool IsEmpty<T>(IEnumerable<T> found) => !found.Any();
                private static bool IsWhole(string found) => true;
                private static bool IsBroken(string found) => false;
                private static TimeSpan? TtlOf(string found) => null;
            }

            internal static partial class Lists<TOwner>
            {
                internal static partial class Inner
                {
                    [Cached(Key = "{{a\\b}}:{id}")] public static partial TItem? Find<TItem>(MethodCache cache, Guid id) where TItem : class;
                    private static TItem? FindCore<TItem>(MethodCache cache, Guid id) where TItem : class => null;
                }
            }
        }

        public static class Program
        {
            public static Task<string> Run() =>
                Task.FromResult(string.Join("\n", CacheCatalogs.Of(typeof(Program).Assembly).Select(method => $"{method.Id} {method.Key} {method.Policy.Ttl?.ToString() ?? "-"} {method.Policy.RateLimit} {method.IsMiss} {method.StoreWhen} {method.FailWhen} {method.ValidWhen} {method.Policy.BackgroundScope}".TrimEnd())));
        }
        """;

    [Theory]
    [InlineData(CatalogEmitter.FileName, "catalog.g.cs")]
    [InlineData(CatalogMarkdown.FileName, "catalog.md.g.cs")]
    public void GeneratedCatalog_IsAsItWas(string file, string snapshot)
    {
        var text = Run(Compiler.Compile(Shop).WithAssemblyName("My-Shop.event"), "caching.md").Files[file];
        var path = Path.Combine(Repository.Root, "tests", "CacheGen.SourceGenerator.Tests", "Snapshots", snapshot);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void NamesThatEndLines_StayInTheirCells()
    {
        const string Source = "internal sealed partial class A(MethodCache cache) { [Cached(RateLimit = \"a\\nb\\u2028`\", Profile = \"c\\r\\u0085\\\\\")] public partial string Get(int id); private string GetCore(int id) => \"\"; }";
        var (files, compilation) = Run(Compiler.Compile(Source), "caching.md");
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.EndsWith("| <code>a&#10;b&#8232;&#96;</code> | <code>c&#13;&#133;&#92;</code> |\n", files[CatalogMarkdown.FileName], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalog_IsFoundAtRunTime()
    {
        var compilation = Run(Compiler.Compile(Shop).WithAssemblyName("My-Shop.event"), "caching.md").Compilation;
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.Equal(
            """
            Shop.Lists.Inner.Find<TItem>(MethodCache, Guid) Shop.Lists.Inner<TOwner;TItem>:{{a\b}}:{id} -      False
            Shop.Music.ArtistsAsync(IReadOnlyList<int>) Shop.Music:artist:{id} -      True
            Shop.Music.GenreAsync(int) Shop.Music:genre:{id} - music|api IsEmpty    False
            Shop.Music.NewestAsync() Shop.Music:NewestAsync - music|api    IsWhole False
            Shop.Music.TrackAsync(int) Shop.Music:track:{id} 30.00:00:00 music|api IsEmpty IsWhole IsBroken  False
            Shop.Prices.GetAsync(int, string) shop:price:{id}:{country|lower}:v2 1.12:00:00      False
            Shop.Prices.Ids() shop:Ids -      False
            Shop.Prices.ListAsync() shop:ListAsync -      False
            """.ReplaceLineEndings("\n"),
            await Compiler.RunAsync(compilation));
    }

    [Fact]
    public void MissThatMayServeStale_SaysSo()
    {
        var files = Run(Compiler.Compile(
            "public partial class A(MethodCache cache) { [Cached(MissTtl = \"5m\", MissFailSafe = \"365d\")] public partial string? Get(int id); private string? GetCore(int id) => null; }"), "caching.md").Files;
        Assert.Contains("| 5 min, stale up to 365 d |", files[CatalogMarkdown.FileName], StringComparison.Ordinal);
        Assert.Contains("MissFailSafe = global::System.TimeSpan.FromDays(365)", files[CatalogEmitter.FileName], StringComparison.Ordinal);
    }

    [Fact]
    public void Catalog_IsReadFromMetadata()
    {
        var library = Compiler.Library(
            "public sealed partial class Names(MethodCache cache) { [Cached(Key = \"name:{id}\")] public partial string? Get(int id); private string? GetCore(int id) => null; }");
        var user = Compiler.Compile([("User.cs", "")], references: library);
        var attributes = user.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "Library").GetAttributes()
            .Where(attribute => attribute.AttributeClass!.Name == "CacheCatalogMethodAttribute");
        Assert.Equal(["Names.Get(int)", "Names:name:{id}", "string?"], Assert.Single(attributes).ConstructorArguments.Select(argument => argument.Value));
    }

    [Fact]
    public void AssembliesThatSeeOneAnother_DoNotClash()
    {
        const string Source = "internal sealed partial class {0}(MethodCache cache) {{ [Cached] public partial string Get(int id); private string GetCore(int id) => \"\"; }}";
        var library = Run(Compiler.Compile(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"User\")]\n" + string.Format(null, Source, "A")).WithAssemblyName("Library"), null).Compilation;
        var user = Compiler.Compile([("User.cs", string.Format(null, Source, "B"))], references: library.ToMetadataReference());
        Assert.Empty(Compiler.Complaints(Run(user, null).Compilation));
    }

    [Fact]
    public void NothingCached_NothingEmitted() => Assert.Empty(Run(Compiler.Compile("public class Plain;"), "caching.md").Files);

    [Fact]
    public void PageThatNobodyAsksFor_IsNotThere()
    {
        Assert.DoesNotContain(CatalogMarkdown.FileName, Run(Compiler.Compile(Shop), null).Files.Keys);
        Assert.DoesNotContain(CatalogMarkdown.FileName, Run(Compiler.Compile(Shop), "").Files.Keys);
    }

    [Theory]
    [MemberData(nameof(GeneratedCodeTests.Names), MemberType = typeof(GeneratedCodeTests))]
    public void PageOfEachCase_IsACommentAndATable(string name)
    {
        var (files, compilation) = Run(Compiler.Compile(Cases.All[name].Source, Cases.All[name].From), "caching.md");
        Assert.Empty(Compiler.Complaints(compilation));
        var lines = files[CatalogMarkdown.FileName].TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.StartsWith("//", line, StringComparison.Ordinal));
        var rows = lines.Where(line => line.StartsWith("// |", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.Contains('\\', StringComparison.Ordinal));
    }

    [Fact]
    public void PageOfTheDiscogsSample_IsUpToDate()
    {
        var sample = Path.Combine(Repository.Root, "samples", "Discogs");
        var files = new[] { "DiscogsCatalog.cs", "CollectionStatistics.cs", "Api/Models.cs", "Api/IDiscogsApi.cs" };
        var compilation = Compiler.Compile([.. files.Select(file => (file, File.ReadAllText(Path.Combine(sample, file))))], LanguageVersion.Preview);
        var page = Run(compilation, "caching.md").Files[CatalogMarkdown.FileName].Split('\n').Skip(2).Select(line => line.Length > 3 ? line[3..] : "");
        Assert.Equal(File.ReadAllText(Path.Combine(sample, "caching.md")).ReplaceLineEndings("\n"), string.Join('\n', page));
    }

    private static (IReadOnlyDictionary<string, string> Files, CSharpCompilation Compilation) Run(CSharpCompilation compilation, string? page)
    {
        var driver = ((CSharpGeneratorDriver)Compiler.Driver(compilation)).WithUpdatedAnalyzerConfigOptions(new BuildProperties(page))
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return (result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString()), (CSharpCompilation)updated);
    }
}
