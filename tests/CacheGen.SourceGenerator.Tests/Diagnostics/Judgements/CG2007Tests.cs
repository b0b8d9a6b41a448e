using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG2007Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Pair("{|CG2007:\"user:{id}\"|}", "User", "int id", "{|CG2007:\"user:{id}\"|}", "string", "int id"), "User is cached under the key \"a:user:{id}\", as is string by A.Second(int)" },
        // The names in the holes are no part of a key.
        { Pair("{|CG2007:\"user:{id}\"|}", "User", "int id", "{|CG2007:\"user:{number}\"|}", "int", "int number"), "" },
        { Pair("{|CG2007:\"user:{id}\"|}", "Task<User>", "int id", "{|CG2007:\"user:{id}\"|}", "Task<User[]>", "int id"), "User[] by A.Second" },
        { Pair("{|CG2007:\"all\"|}", "User", "", "{|CG2007:\"all\"|}", "string", ""), "" },
    };

    public static TheoryData<string> Fine =>
    [
        Pair("\"user:{id}\"", "User", "int id", "\"name:{id}\"", "string", "int id"),
        // The same template, and never the same key.
        Pair("\"user:{id}\"", "User", "int id", "\"user:{id}\"", "string", "Guid id"),
        Pair("\"user:{id}\"", "User", "int id", "\"user:{id}:{page}\"", "string", "int id, int page"),
        Pair("\"user:{id}\"", "User", "int id", "\"user:{id:X}:name\"", "string", "int id"),
        "#pragma warning disable CG2007\n" + Pair("\"user:{id}\"", "User", "int id", "\"user:{id}\"", "string", "int id"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2007", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2007", file));

    /// <summary>Of one type, or under different templates, the other rule says it.</summary>
    [Theory]
    [InlineData("\"user:{id}\"", "User?", "int id", "\"user:{id}\"", "User", "int id")]
    [InlineData("\"user:{id}\"", "User", "int id", "\"user:0\"", "string", "")]
    public async Task Overlap_IsToldOnce(string first, string firstType, string firstParameters, string second, string secondType, string secondParameters)
    {
        var told = await Compiler.JudgeAsync(Compiler.Generate(Compiler.Compile(
            Pair(first, firstType, firstParameters, second, secondType, secondParameters), Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13)).Compilation);
        Assert.Equal(["CG2006", "CG2006"], told.Select(diagnostic => diagnostic.Id).Where(id => id is "CG2006" or "CG2007"));
    }

    private static string Pair(string first, string firstType, string firstParameters, string second, string secondType, string secondParameters) => $$"""
        public sealed record User(int Id);

        [CachePrefix("a")]
        public partial class A(MethodCache cache)
        {
            [Cached(Key = {{first}})]
            public partial {{firstType}} First({{firstParameters}});
            private {{firstType}} FirstCore({{firstParameters}}) => default!;

            [Cached(Key = {{second}})]
            public partial {{secondType}} Second({{secondParameters}});
            private {{secondType}} SecondCore({{secondParameters}}) => default!;
        }
        """;
}
