using System.Text.RegularExpressions;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>What a store could not read any more changes the fingerprint; what it does not hold does not.</summary>
public partial class ShapeFingerprintTests
{
    private const string Dto = "public class Dto { public int Id { get; set; } public string Name { get; set; } = \"\"; }";

    private const string Nested =
        """
        public record Dto(int Id, IReadOnlyList<Track[]>? Tracks, Dictionary<string, Label> Labels, (Pair First, int Second) Both, Moment? At);
        public class Track { public required Artist By { get; init; } }
        public abstract class Named { public string Name { get; set; } = ""; }
        public class Artist : Named { public Role Role; }
        public enum Role { Singer, Drummer = 5 }
        public interface Label { string Title { get; } }
        public struct Pair { public int X { get; set; } }
        public readonly record struct Moment(long Ticks);
        """;

    private const string Animals =
        """
        using System.Text.Json.Serialization;
        [JsonPolymorphic, JsonDerivedType(typeof(Dog), "dog")]
        public abstract class Dto { public int Id { get; set; } }
        public class Dog : Dto { public bool Barks { get; set; } }
        """;

    public static TheoryData<string, string, string> Changes => new()
    {
        { Dto, "public int Id", "public bool New { get; } public int Id" },
        { Dto, "public int Id { get; set; }", "" },
        { Dto, "int Id", "int Key" },
        { Dto, "int Id", "long Id" },
        { Dto, "int Id", "int? Id" },
        { Dto, "int Id", "int[] Id" },
        { Dto, "string Name { get; set; }", "string Name { private get; set; }" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonPropertyName(\"id\")] public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonIgnore] public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonNumberHandling(System.Text.Json.Serialization.JsonNumberHandling.WriteAsString)] public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonInclude] private int _hidden; public int Id" },
        { Dto, "class Dto {", "class Base { public int More => 1; } public class Dto : Base {" },
        { Dto, "class Dto {", "class Dto : List<int> {" },
        { Dto, "class Dto {", "class Dto : System.Collections.ObjectModel.Collection<int> {" },
        { Nested, "int Id,", "" },
        { Nested, "int Id", "long Id" },
        { Nested, "IReadOnlyList<Track[]>", "IReadOnlyList<Track>" },
        { Nested, "IReadOnlyList<Track[]>", "List<Track[]>" },
        { Nested, "required Artist By", "required Artist From" },
        { Nested, "public string Name", "public string? Sort { get; set; } public string Name" },
        { Nested, "public Role Role;", "public Role Part;" },
        { Nested, "Drummer = 5", "Drummer = 6" },
        { Nested, "Singer", "Vocals" },
        { Nested, "Singer", "Singer, Guitar" },
        { Nested, "enum Role", "enum Role : byte" },
        { Nested, "string Title", "int Title" },
        { Nested, "int X", "uint X" },
        { Nested, "(long Ticks)", "(ulong Ticks)" },
        { Nested, "(long Ticks)", "(long Ticks, short Offset)" },
        { Animals, "bool Barks", "bool Bites" },
        { Animals, "\"dog\"", "\"Dog\"" },
        { Animals, ", JsonDerivedType(typeof(Dog), \"dog\")", "" },
    };

    public static TheoryData<string, string, string> NoChanges => new()
    {
        { Dto, "public int Id { get; set; } public string Name { get; set; } = \"\";", "public string Name { get; set; } = \"\"; public int Id { get; set; }" },
        { Dto, "int Id { get; set; }", "int Id { get; init; }" },
        { Dto, "int Id { get; set; }", "int Id => 5;" },
        { Dto, "int Id { get; set; }", "int Id;" },
        { Dto, "string Name", "string? Name" },
        { Dto, "public int Id", "/* the id */ public int Id" },
        { Dto, "public int Id", "public int Twice() => Id * 2; public int Id" },
        { Dto, "public int Id", "private int _secret; internal int Inner { get; set; } protected string? Mine { get; set; } public int Id" },
        { Dto, "public int Id", "public static int Count { get; set; } public const int Max = 5; public int Id" },
        { Dto, "public int Id", "public int this[int index] => index; public int Id" },
        { Dto, "public int Id", "public event Action? Changed { add { } remove { } } public int Id" },
        { Dto, "public int Id", "public int Written { set { } } public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonIgnore] public int New { get; set; } public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Always)] public int New { get; set; } public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonPropertyOrder(5)] public int Id" },
        { Dto, "public int Id", "[System.Text.Json.Serialization.JsonPropertyName(\"Id\")] public int Key" },
        { Dto, "class Dto { public int Id { get; set; }", "class Base { public int Id { get; set; } } public class Dto : Base {" },
        { Dto, "class Dto { public int Id { get; set; }", "class Base<T> { public T? Id { get; set; } } public class Dto : Base<int> {" },
        { Dto, "class Dto { public int Id { get; set; }", "class Base { public virtual int Id { get; set; } } public class Dto : Base { public override int Id { set { } }" },
        { Dto, "public class Dto", "[Serializable] public sealed record Dto" },
        { Nested, "int Id, IReadOnlyList<Track[]>? Tracks", "IReadOnlyList<Track[]>? Tracks, int Id" },
        { Nested, "IReadOnlyList<Track[]>?", "IReadOnlyList<Track?[]>" },
        { Nested, "(Pair First, int Second)", "(Pair A, int B)" },
        { Nested, "Singer, Drummer = 5", "Drummer = 5, Singer = 0" },
        { Animals, "[JsonPolymorphic, JsonDerivedType(typeof(Dog), \"dog\")]", "[JsonDerivedType(typeof(Dog), \"dog\")] [JsonPolymorphic]" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void WhatIsStored_Counts(string types, string old, string edited) =>
        Assert.NotEqual(Of(types), Of(Replace(types, old, edited)));

    [Theory]
    [MemberData(nameof(NoChanges))]
    public void WhatIsNotStored_DoesNotCount(string types, string old, string edited) =>
        Assert.Equal(Of(types), Of(Replace(types, old, edited)));

    [Theory]
    [InlineData("public class Dto { public Dto? Parent { get; set; } public List<Dto> Children { get; } = []; }")]
    [InlineData("public class Dto { public Other? A { get; set; } } public class Other { public Dto? B { get; set; } }")]
    [InlineData("public class Dto { public Node<int>? Root { get; set; } } public class Node<T> { public Node<Node<T>>? Next { get; set; } }")]
    [InlineData("public class Dto : Base<Dto> { } public class Base<T> { public T? Self { get; set; } }")]
    [InlineData("public class Dto : List<Dto> { }")]
    [InlineData("public class Outer<T> { public class Inner { public Outer<Inner>? Up; } } public class Dto { public Outer<Dto>.Inner? X; }")]
    public void TypeThatContainsItself_HasAnEndAndStillCounts(string types) =>
        Assert.NotEqual(Of(types), Of(types[..types.LastIndexOf('}')] + "public int Added { get; set; } }"));

    [Fact]
    public void Fingerprint_IsTheSameInEveryCompilationAndProcess()
    {
        Assert.Equal("fcb54e57", Of(Dto));
        Assert.Equal(Of(Nested), Of(Nested));
    }

    [Theory]
    [InlineData("Task<Dto>")]
    [InlineData("ValueTask<Dto>")]
    [InlineData("Dto?")]
    public void WrapperAroundTheValue_DoesNotCount(string returns) => Assert.Equal(Of(Dto), Of(Dto, returns));

    [Theory]
    [InlineData("Dto[]")]
    [InlineData("Dto[,]")]
    [InlineData("List<Dto>")]
    [InlineData("List<Dto[]>")]
    [InlineData("Dictionary<Dto, int>")]
    [InlineData("(Dto, int)")]
    [InlineData("Lazy<Dto>")]
    public void EachContainer_CountsAndSoDoItsItems(string returns)
    {
        Assert.NotEqual(Of(Dto), Of(Dto, returns));
        Assert.NotEqual(Of(Dto, returns), Of(Replace(Dto, "int Id", "long Id"), returns));
    }

    [Theory]
    [InlineData("T")]
    [InlineData("List<T>")]
    [InlineData("Page<T>")]
    public void TypeParameters_CountByTheirName(string returns) =>
        Assert.NotEqual(Of("public class Page<T> { public T? Item { get; set; } }", returns, "<T>"), Of("public class Page<T> { public T? Item { get; set; } }", returns.Replace('T', 'U'), "<U>"));

    [Fact]
    public void GenericType_CountsItsMembersAndItsArguments()
    {
        var page = "public class Page<T> { public T? Item { get; set; } } public class A { public int X { get; set; } }";
        Assert.NotEqual(Of(page, "Page<A>"), Of(page, "Page<int>"));
        Assert.NotEqual(Of(page, "Page<A>"), Of(Replace(page, "int X", "int Y"), "Page<A>"));
        Assert.NotEqual(Of(page, "Page<A>"), Of(Replace(page, "T? Item", "T?[] Item"), "Page<A>"));
    }

    [Fact]
    public void TypeOfAnotherProject_CountsLikeOwn()
    {
        const string user = "internal sealed partial class Catalog(MethodCache cache) { [Cached] public partial Library.Dto Get(int id); private Library.Dto GetCore(int id) => default!; }";
        Assert.NotEqual(From(Of(Dto)), From(Of(Replace(Dto, "int Id", "long Id"))));
        Assert.Equal(From(Of(Dto)), From(Of(Replace(Dto, "public int Id", "private int _x; public int Id"))));

        static MetadataReference Of(string types) => Compiler.Library("#pragma warning disable CS1591\nnamespace Library;\n" + types);
        static string From(MetadataReference library) => Read(Compiler.Compile([("User.cs", user)], references: library));
    }

    private static string Of(string types, string returns = "Dto", string typeParameters = "") => Read(Compiler.Compile(
        $$"""
        {{types}}
        internal sealed partial class Catalog(MethodCache cache)
        {
            [Cached] public partial {{returns}} Get{{typeParameters}}(int id);
            private {{returns}} GetCore{{typeParameters}}(int id) => throw new NotSupportedException();
        }
        """));

    private static string Read(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation)
    {
        var (updated, files, _) = Compiler.Generate(compilation);
        Assert.DoesNotContain(Compiler.Complaints(updated), complaint => complaint.Severity == DiagnosticSeverity.Error);
        return Written().Match(Assert.Single(files).Value).Groups[1].Value;
    }

    private static string Replace(string text, string old, string edited)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, edited, StringComparison.Ordinal);
    }

    [GeneratedRegex("Fingerprint = \"([0-9a-f]{8})\" }")]
    private static partial Regex Written();
}
