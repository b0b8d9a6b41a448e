using CacheGen.SourceGenerator.Declarations;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Incremental;

/// <summary>Files that depend on one another, names that change their meaning, and files that no stack can hold.</summary>
public class ComponentTests
{
    private const string A = """
        namespace Shop;
        internal partial class Svc(MethodCache cache)
        {
            public object Own => cache;
            [Cached(Ttl = "1h")] public partial Task<int> GetAAsync(int id);
            private Task<int> GetACoreAsync(int id) => Task.FromResult(id);
        }
        """;

    private const string B = """
        namespace Shop;
        internal partial class Svc
        {
            [Cached(Ttl = "1h")] public partial Task<int> GetBAsync(int id);
            private Task<int> GetBCoreAsync(int id) => Task.FromResult(id);
        }
        """;

    private const string C = "namespace Shop; internal partial class Cc(MethodCache cache) { public object Own => cache; }";

    [Fact]
    public void FileAheadOfTwoThatDependOnOneAnother_MayGetAndLoseItsFirstMethod()
    {
        var session = Session(("C.cs", C), ("A.cs", A), ("B.cs", B));
        session.Replace("C.cs", C.Replace("cache; }", "cache; [Cached] public partial int Get(int id); private int GetCore(int id) => id; }", StringComparison.Ordinal));
        session.Replace("C.cs", C);
        session.Remove("C.cs");
        Assert.Contains("GetAAsync", session.Text, StringComparison.Ordinal);
        Assert.Contains("GetBAsync", session.Text, StringComparison.Ordinal);
    }

    [Theory]
    // A local by a parameter's name; nameof; a member; a type argument; an initializer.
    [InlineData("var id = 1; return id;", "return id;")]
    [InlineData("return nameof(id).Length;", "return id;")]
    [InlineData("return new { id = 1 }.id;", "return id;")]
    [InlineData("return this.Id;", "return this.Id + id;")]
    [InlineData("int Local(int id) => id; return Local(2);", "int Local(int x) => id; return Local(2);")]
    [InlineData("return Other.Id is var id ? id : 1;", "return Other.Id is var x ? id : 1;")]
    public void ParameterThatABodyCaptures_IsSeen_WhateverItsNameMeantBefore(string before, string after)
    {
        foreach (var (one, other) in new[] { (before, after), (after, before) })
        {
            string Key(string body) => $"namespace Shop; internal static class Other {{ public static int Id => 1; }} internal readonly struct Key(int id) {{ public int Id {{ get; }} = id; public int M() {{ {body} }} }}";
            var session = Session(("Key.cs", Key(one)), ("Svc.cs", Keyed));
            session.Replace("Key.cs", Key(other));
            string Part(string body) => $"namespace Shop; internal static class Other {{ public static int Id => 1; }} internal readonly partial struct Key {{ public int M() {{ {body} }} }}";
            session = Session(("Key.cs", "namespace Shop; internal readonly partial struct Key(int id) { public int Id { get; } = id; }"), ("Part.cs", Part(one)), ("Svc.cs", Keyed));
            session.Replace("Part.cs", Part(other));
        }
    }

    [Theory]
    [InlineData("int @field = 1; return @field;", "return field;")]
    [InlineData("return this.field2;", "return field;")]
    public void BackingFieldThatABodyAdds_IsSeen_WhateverItsNameMeantBefore(string before, string after)
    {
        string Key(string body) => $"namespace Shop; internal struct Key {{ public readonly int Id; internal int Twice {{ get {{ {body} }} }} }}";
        var session = Session(("Key.cs", Key(before)), ("Svc.cs", Keyed));
        session.Replace("Key.cs", Key(after));
        session.Replace("Key.cs", Key(before));
    }

    [Fact]
    public void ExpressionThatIsDeeperThanTheStack_IsRead()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"a\"", 20_000));
        var thread = new Thread(
            () => DeclaredFile.Of(CSharpSyntaxTree.ParseText($"class X {{ static readonly string T = {sum}; }}"), CancellationToken.None), 512 * 1024);
        thread.Start();
        thread.Join();
    }

    [Fact]
    public void AliasThatEndsWithAttribute_IsFoundWithoutIt()
    {
        const string Aliased = "using HourAttribute = CacheGen.CachedAttribute; namespace Shop; internal partial class S(MethodCache cache) { public object Own => cache; [Hour(Ttl = \"1h\")] public partial int Get(int id); private int GetCore(int id) => id; }";
        Assert.Contains("partial int Get", Session(("S.cs", Aliased)).Text, StringComparison.Ordinal);
        var session = Session(("U.cs", "global using HourAttribute = CacheGen.CachedAttribute;"), ("S.cs", Aliased.Replace("using HourAttribute = CacheGen.CachedAttribute;", "", StringComparison.Ordinal)));
        Assert.Contains("partial int Get", session.Text, StringComparison.Ordinal);
    }

    private const string Keyed = """
        namespace Shop;
        internal partial class Svc(MethodCache cache)
        {
            public object Own => cache;
            [Cached] public partial int Get(Key key);
            private int GetCore(Key key) => 1;
        }
        """;

    private static Edited Session(params (string Path, string Text)[] files) =>
        new(Compiler.Compile(files, LanguageVersion.Preview));
}
