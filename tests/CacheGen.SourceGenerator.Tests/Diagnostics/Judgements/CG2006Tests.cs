using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG2006Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        // What is found by number and what by name: 0 is both.
        { Clash("user:{id}", "int id", "user:{name}", "string name"), "The key \"a:user:{id}\" can be equal to \"a:user:{name}\" of A.Second(string), as in \"a:user:0\"" },
        { Clash("user:all", "", "user:{name}", "string name"), "as in \"a:user:all\"" },
        { Clash("user:all", "", "user:{name|lower}", "string name"), "as in \"a:user:all\"" },
        { Clash("user:{id}", "int id", "user:{number}", "int number"), "as in \"a:user:0\"" },
        { Clash("{kind}:7", "string kind", "user:{id}", "int id"), "as in \"a:user:7\"" },
        { Clash("{first}:7", "string first", "7:{second}", "string second"), "as in \"a:7:7\"" },
        { Clash("x-{id}", "int id", "{name}-1", "string name"), "-1\"" },
        { Clash("{price}", "decimal price", "{id}", "int id"), "" },
        { Clash("{id}", "int? id", "{id}", "System.Guid? id"), "as in \"a:%null\"" },
        { Clash("order:{state}", "State state", "order:Open", "", "public enum State { Open, Closed }"), "as in \"a:order:Open\"" },
        { Clash("{sides}", "Side sides", "{sides}", "Side sides", "[Flags] public enum Side { Left = 1, Right = 2 }"), "" },
        { Clash("{point}", "Point point", "({x},{y})", "int x, int y", "public record Point(int X, int Y);"), "as in \"a:(0,0)\"" },
        { Clash("{ids}", "int[] ids", "{names|set}", "List<string> names"), "as in \"a:%null\"" },
        { Clash("{name|hash}", "string name", "{other}", "string other"), "" },
        { Clash("{day:yyyy-MM-dd}", "DateTime day", "{date}", "DateOnly date"), "" },
        { Clash("{day:yyyyMMdd}", "DateTime day", "{number}", "long number"), "" },
        { Clash("{sort ?? none}", "int? sort", "none", "").Replace("int? sort", "string? sort", StringComparison.Ordinal), "as in \"a:none\"" },
        { Clash("{name|norm|Short}", "string name", "{id}", "int id", "", "private static string Short(string name) => name;"), "" },
        { Clash("{name|Number}", "string name", "{id}", "long id", "", "private static int Number(string name) => 1;"), "" },
        { "[CachePrefix(\"a\")]" + Class("A", "{|CG2006:\"b:{id}\"|}", "int id") + "[CachePrefix(\"a:b\")]" + Class("B", "{|CG2006:\"{id}\"|}", "int id"), "as in \"a:b:0\"" },
        { "[CachePrefix(\"A\")]" + Class("B", "{|CG2006:\"x:{id}\"|}", "int id") + Class("A", "{|CG2006:\"x:{id}\"|}", "int id"), "as in \"A:x:0\"" },
        { "[CachePrefix(\"a\")]" + Class("A<T>", "{|CG2006:\"{id}\"|}", "int id") + "[CachePrefix(\"a\")]" + Class("B<T>", "{|CG2006:\"{id}\"|}", "int id"), "\"a<T>:{id}\"" },
        { Type("[Cached(Key = {|CG2006:\"Get:{id}\"|})] public partial string First(int id);", "string FirstCore(int id) => \"\";", "[Cached] public partial string {|CG2006:Get|}(int id);", "string GetCore(int id) => \"\";"), "\"a:Get:{id}\"" },
        { Type("[Cached(Key = {|CG2006:\"x:{id}\"|}, Version = 2)] public partial string First(int id);", "string FirstCore(int id) => \"\";", "[Cached(Key = {|CG2006:\"x:{id}:v2\"|})] public partial string Get(int id);", "string GetCore(int id) => \"\";"), "as in \"a:x:0:v2\"" },
        { Type("[Cached(KeyFrom = {|CG2006:nameof(KeyOf)|})] public partial string First(int id);", "string FirstCore(int id) => \"\"; static string KeyOf(int id) => \"\";", "[Cached(Key = {|CG2006:\"{id}\"|})] public partial string Get(Guid id);", "string GetCore(Guid id) => \"\";"), "{KeyOf(id)}" },
        { Type("[Cached(Key = {|CG2006:\"x:{id}\"|})] public partial string? First(int id);", "string? FirstCore(int id) => \"\";", "[CachedBatch(Key = {|CG2006:\"x:{id}\"|})] public partial Task<IReadOnlyDictionary<int, string>> GetAsync(IReadOnlyList<int> id);", "Task<IReadOnlyDictionary<int, string>> GetCoreAsync(IReadOnlyList<int> id) => null!;"), "" },
        { Type("[Cached(Key = {|CG2006:\"x\"|}), CacheScope(\"user\")] public partial string First(ICacheScope scope);", "string FirstCore(ICacheScope scope) => \"\";", "[Cached(Key = {|CG2006:\"user={id}:x\"|})] public partial string Get(int id);", "string GetCore(int id) => \"\";"), "\"a:user={user}:x\"" },
        { Type("[Cached(Key = {|CG2006:\"1\"|})] public partial string X();", "string XCore() => \"\";", "[Cached(Key = {|CG2006:\"1\"|})] public partial string Y();", "string YCore() => \"\";", "[Cached(Key = {|CG2006:\"1\"|})] public partial string Z();", "string ZCore() => \"\";"), "of A.Y() (and of 1 more), as in \"a:1\"" },
    };

    public static TheoryData<string> Fine =>
    [
        Both("user:all", "", "user:{id}", "int id"),
        Both("user:All", "", "user:{name|norm}", "string name"),
        Both("user:007", "", "user:{id}", "int id"),
        Both("user:-7", "", "user:{id}", "uint id"),
        Both("user:all", "", "user:{letter}", "char letter"),
        Both("user:12345678901", "", "user:{id}", "int id"),
        Both("user:a/b", "", "user:{name}", "string name"),
        Both("user:{id}", "int id", "users:{name}", "string name"),
        Both("user:{id}", "int id", "user:{id}:{page}", "int id, int page"),
        Both("{first}:user", "string first", "{second}:users", "string second"),
        Both("{id}", "int id", "{id}", "System.Guid id"),
        Both("{id}", "System.Guid id", "{yes}", "bool yes"),
        Both("{id}", "int id", "{name|hash}", "string name"),
        Both("{id}", "int id", "{day:yyyy-MM-dd}", "DateTime day"),
        Both("{id}", "int id", "{day}", "DateOnly day"),
        Both("{span}", "TimeSpan span", "{day}", "DateTime day"),
        Both("order:{state}", "State state", "order:all", "", "public enum State { Open, Closed }"),
        Both("order:{state}", "State state", "order:{id}", "int id", "public enum State { Open, Closed }"),
        Both("{point}", "Point point", "{name}", "string name", "public record Point(int X, int Y);"),
        Both("{point}", "Point point", "{box}", "Box box", "public record Point(int X, int Y); public record Box(bool IsFull, int Y);"),
        Both("{point}", "Point point", "({x},{y})", "bool x, int y", "public record Point(int X, int Y);"),
        Both("{ids}", "int[] ids", "{name}", "string name"),
        Both("{sort ?? none}", "string? sort", "none/all", ""),
        Both("{name|Number}", "string name", "{id}", "Guid id", "", "private static int Number(string name) => 1;"),
        Class("A", "\"{id}\"", "int id") + Class("B", "\"{id}\"", "int id"),
        "[CachePrefix(\"a\")]" + Class("A", "\"{id}\"", "int id") + "[CachePrefix(\"ab\")]" + Class("B", "\"{id}\"", "int id"),
        "[CachePrefix(\"a\")]" + Class("A", "\"{id}\"", "int id") + "[CachePrefix(\"a:b\")]" + Class("B", "\"{id}\"", "int id"),
        Class("A<T>", "\"{id}\"", "int id") + Class("A", "\"{id}\"", "int id"),
        Type("[Cached(Key = \"x:{id}\", Version = 2)] public partial string First(int id);", "string FirstCore(int id) => \"\";", "[Cached(Key = \"x:{id}\")] public partial string Get(string id);", "string GetCore(string id) => \"\";"),
        // Overloads without templates carry their types.
        Type("[Cached] public partial string Get(int id);", "string GetCore(int id) => \"\";", "[Cached] public partial string Get(string id);", "string GetCore(string id) => \"\";"),
        // A batch that shares the entries of the single-item method, on purpose.
        Type("[Cached(Key = \"x:{id}\")] public partial Task<string?> FirstAsync(int id);", "Task<string?> FirstCoreAsync(int id) => null!;", "[CachedBatch(Of = nameof(FirstAsync))] public partial Task<IReadOnlyDictionary<int, string>> GetAsync(IReadOnlyList<int> ids);", "Task<IReadOnlyDictionary<int, string>> GetCoreAsync(IReadOnlyList<int> ids) => null!;"),
        // One method, in two parts of its type.
        "[CachePrefix(\"a\")] public partial class A(MethodCache cache) { [Cached(Key = \"{id}\")] public partial int Get(int id); } public partial class A { private int GetCore(int id) => id; }",
        // What throws and is no cache.
        "#pragma warning disable CG2006\n" + Clash("user:{id}", "int id", "user:{name}", "string name").Replace("{|CG2006:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2006", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2006", file));

    [Fact]
    public async Task AnotherAssembly_IsSeenThroughItsCatalog()
    {
        var library = Compiler.Library("namespace Lib { [CachePrefix(\"a\")]" + Class("B", "\"{id}\"", "int id") + "}");
        Assert.Equal(
            "The key \"a:{name}\" can be equal to \"a:{id}\" of Lib.B.Get(int) in Library, as in \"a:1\", and one would get the answers of the other: write a word into one that tells them apart",
            Assert.Single(await ToldAsync("[CachePrefix(\"a\")]" + Class("A", "\"{name}\"", "string name"), library)));
    }

    /// <summary>In an editor a project beside is there as source, before its catalog was made.</summary>
    [Fact]
    public async Task AnotherProject_IsSeenAsSource()
    {
        var library = Compiler.Compile("namespace Lib { [CachePrefix(\"a\")]" + Class("B", "\"{id}\"", "int id") + "}").WithAssemblyName("Library").ToMetadataReference();
        Assert.Contains("of Lib.B.Get(int) in Library, as in \"a:0\"", Assert.Single(await ToldAsync("[CachePrefix(\"a\")]" + Class("A", "\"{name}\"", "string name"), library)), StringComparison.Ordinal);
        Assert.Empty(await ToldAsync("[CachePrefix(\"a\")]" + Class("A", "\"all\"", ""), library));
    }

    [Theory]
    [InlineData("[CachePrefix(\"a\")]", "\"x:{id}\"", "int id")]
    [InlineData("[CachePrefix(\"a\")]", "\"{id}:x\"", "int id")]
    [InlineData("[CachePrefix(\"b\")]", "\"{id}\"", "int id")]
    public async Task AnotherAssembly_IsFine(string prefix, string key, string parameters) =>
        Assert.Empty(await ToldAsync(prefix + Class("A", key, parameters), Compiler.Library("[CachePrefix(\"a\")]" + Class("B", "\"{id}\"", "int id"))));

    [Fact]
    public async Task OneSourceInTwoAssemblies_IsOneMethod()
    {
        var source = "[CachePrefix(\"a\")]" + Class("B", "\"{id}\"", "int id");
        Assert.Empty(await ToldAsync(source, Compiler.Library(source)));
    }

    [Fact]
    public async Task TypeArguments_AreNamesInACatalog()
    {
        var library = Compiler.Library("namespace Lib { [CachePrefix(\"a\")]" + Class("B<T>", "\"{id}\"", "int id") + "}");
        Assert.Single(await ToldAsync("[CachePrefix(\"a\")]" + Class("A<TKey>", "\"{id}\"", "int id"), library));
    }

    private static async Task<string[]> ToldAsync(string source, MetadataReference library)
    {
        var compilation = Compiler.Generate(Compiler.Compile([("User.cs", source)], LanguageVersion.CSharp13, NullableContextOptions.Enable, library)).Compilation;
        return [.. (await Compiler.JudgeAsync(compilation)).Where(diagnostic => diagnostic.Id == "CG2006").Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static string Clash(string first, string firstParameters, string second, string secondParameters, string types = "", string members = "") =>
        Pair($"{{|CG2006:\"{first}\"|}}", firstParameters, $"{{|CG2006:\"{second}\"|}}", secondParameters, types, members);

    private static string Both(string first, string firstParameters, string second, string secondParameters, string types = "", string members = "") =>
        Pair($"\"{first}\"", firstParameters, $"\"{second}\"", secondParameters, types, members);

    /// <summary>Two methods of one type, by key and parameters.</summary>
    private static string Pair(string first, string firstParameters, string second, string secondParameters, string types, string members) => types + Type(
        $"[Cached(Key = {first})] public partial string First({firstParameters});", $"string FirstCore({firstParameters}) => \"\";",
        $"[Cached(Key = {second})] public partial string Second({secondParameters});", $"string SecondCore({secondParameters}) => \"\";",
        members);

    private static string Type(params string[] members) => $"[CachePrefix(\"a\")] public partial class A(MethodCache cache) {{ {string.Join("\n", members)} }}";

    private static string Class(string name, string key, string parameters) =>
        $"public partial class {name}(MethodCache cache) {{ [Cached(Key = {key})] public partial string Get({parameters}); string GetCore({parameters}) => \"\"; }}\n";
}
