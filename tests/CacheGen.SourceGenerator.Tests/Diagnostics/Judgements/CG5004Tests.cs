using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG5004Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Removing("[Invalidates(Tags = new[] { {|CG5004:\"artists:{id}\"|} })]"), "did you mean 'artist:{artistId}'?" },
        { Removing("[Invalidates(Tags = new[] { \"artist:{id}\", {|CG5004:\"label\"|} })]"), "The tag \"label\" is set by no cached method" },
        { Removing("[Invalidates(nameof(GetAsync), With = \"artistId=id\", Tags = new[] { {|CG5004:\"artist/{id}\"|} })]"), "set by no cached method" },
        { Calling("cache.RemoveByTag({|CG5004:\"artistes\"|});"), "nothing is removed" },
        { Calling("await cache.RemoveByTagAsync({|CG5004:$\"album:{id}\"|});"), "\"album:{id}\"" },
        { Calling("await cache.RemoveByTagAsync({|CG5004:\"album:\" + id|});"), "The tag \"album:{...}\" is set by no cached method" },
        { Calling("var scope = cache.BeginInvalidationScope(); scope.RemoveByTag({|CG5004:\"all\"|}); await scope.CompleteAsync();"), "The tag \"all\"" },
    };

    public static TheoryData<string> Fine =>
    [
        Removing("[Invalidates(Tags = new[] { \"artist:{id}\" })]"),
        Removing("[Invalidates(Tags = new[] { \"artist:5\" })]"),
        Removing("[Invalidates(Tags = new[] { \"everything\" })]"),
        Calling("await cache.RemoveByTagAsync($\"artist:{id}\");"),
        Calling("await cache.RemoveByTagAsync(\"artist:\" + id);"),
        Calling("const string Tag = \"everything\"; cache.RemoveByTag(Tag);"),
        // what is removed is not known
        Calling("var tag = id.ToString(); cache.RemoveByTag(tag);"),
        Calling("foreach (var tag in new[] { \"a\", \"b\" }) cache.RemoveByTag(tag);"),
        // of a library: others may remove what it sets, and set what it removes
        Removing(""),
        "public partial class Writes(MethodCache cache) { [Invalidates(Tags = new[] { \"artist:{id}\" })] public partial void Save(int id); private void SaveCore(int id) { } }",
        Removing("\n#pragma warning disable CG5004\n[Invalidates(Tags = new[] { \"artists:{id}\" })]\n#pragma warning restore CG5004\n"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task TagThatNobodySets_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG5004", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task OtherTag_IsLeftAlone(string file) => Assert.Empty(await Markup.JudgeAsync("CG5004", file));

    [Theory]
    [InlineData("", new[] { "artist:{artistId}", "everything" })]
    [InlineData("[Invalidates(Tags = new[] { \"artist:{id}\" })] ", new[] { "everything" })]
    [InlineData("[Invalidates(Tags = new[] { \"{id}:{id}\", \"everything\" })] ", new string[0])]
    public async Task Program_MustRemoveWhatItSets(string attribute, string[] lone)
    {
        var said = await ProgramAsync(Removing(attribute));
        Assert.Equal(lone, said.Select(message => message.Split('"')[1]));
        Assert.All(said, message => Assert.Contains("is removed by nobody", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Program_MayRemoveWhatNobodyKnowsBefore() => Assert.Empty(await ProgramAsync(Calling("cache.RemoveByTag(Console.ReadLine()!);")));

    [Fact]
    public async Task Libraries_SetTagsToo_AndMayRemoveAny()
    {
        var library = Compiler.Library(Removing("").Replace("class Catalog", "class Shelf", StringComparison.Ordinal));
        const string Code = "public partial class C(MethodCache cache) { [Invalidates(Tags = new[] { \"artist:{id}\" })] public partial void A(int id); void ACore(int id) { } [Invalidates(Tags = new[] { \"artists:{id}\" })] public partial void B(int id); void BCore(int id) { } [Cached(Tags = new[] { \"mine\" })] public partial int Get(int id); int GetCore(int id) => id; static void Main() { } }";
        Assert.Contains("\"artists:{id}\"", Assert.Single(await ProgramAsync(Code, library)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_MayRemoveWhatNobodySets() => Assert.Empty(await ProgramAsync(
        Markup.Plain(Removing("[Invalidates(Tags = new[] { \"artists:{id}\" })]")), MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

    private static async Task<string[]> ProgramAsync(string code, params MetadataReference[] references)
    {
        var compilation = Compiler.Compile([("User.cs", code)], LanguageVersion.CSharp13, references: references);
        compilation = Compiler.Generate(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))).Compilation;
        Assert.DoesNotContain(Compiler.Complaints(compilation), complaint => complaint.Severity == DiagnosticSeverity.Error);
        return [.. (await Compiler.JudgeAsync(compilation)).Where(diagnostic => diagnostic.Id == "CG5004").Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static string Removing(string attribute) =>
        "public partial class Catalog(MethodCache cache) { [Cached(Tags = new[] { \"artist:{artistId}\", \"everything\" })] public partial Task<string?> GetAsync(int artistId); private Task<string?> GetCoreAsync(int artistId) => null!; "
        + "public MethodCache C => cache; " + (attribute.Length == 0 ? "" : attribute + " public partial Task SaveAsync(int id); private Task SaveCoreAsync(int id) => Task.CompletedTask; ") + "public static void Main() { } }";

    private static string Calling(string statements) => Removing("") + " public class Caller(MethodCache cache) { public async Task M(int id) { await Task.Yield(); Console.WriteLine($\"{cache}{id}\"); " + statements + " } }";
}
