using System.Runtime.CompilerServices;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Incremental;

/// <summary>What a model can depend on outside of its own file, or in a body; <see cref="Edited"/> compares each edit with a cold run.</summary>
public class DeclarationTests
{
    private const string Service = """
        namespace Shop;
        internal sealed partial class Service(MethodCache cache)
        {
            [Cached(Ttl = "1h")] public partial Task<Row?> GetAsync(Key key);
            private Task<Row?> GetCoreAsync(Key key)
            {
                return Task.FromResult<Row?>(null);
            }
        }
        """;

    private const string Values = """
        namespace Shop;
        internal sealed class Row { public string? Name { get; set; } }
        internal readonly record struct Key(int Id, string Text);
        """;

    private const string Other = """
        namespace Shop;
        internal static class Other
        {
            public static int Count(string text)
            {
                return text.Length;
            }
        }
        """;

    private static readonly CSharpParseOptions s_preview = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    [Theory]
    [InlineData("Other.cs", "return text.Length;", "return text.Length + 1;")]
    [InlineData("Other.cs", "return text.Length;", "// nothing\n#pragma warning disable CS0162\n#if DEBUG\n return 1;\n#endif\n return text.Length;")]
    [InlineData("Other.cs", "namespace Shop;", "// All about it.\nnamespace  Shop;\n")]
    [InlineData("Service.cs", "return Task", "var row = new Row();\n int Local() => 1;\n return Task")]
    public void EditThatDeclaresNothing_ParsesNothing(string path, string old, string text)
    {
        var session = Session();
        session.Replace(path, session.Tree(path).ToString().Replace(old, text, StringComparison.Ordinal));
        Assert.Equal(0, session.Work(CacheGenerator.DeclarationsStep));
        Assert.Equal(0, session.Parsed);
    }

    [Theory]
    [InlineData("Other.cs", "public static", "private static int More() => 1;\n public static")]
    [InlineData("Other.cs", "internal static class Other", "internal sealed record Added(int Id);\ninternal static class Other")]
    [InlineData("Other.cs", "namespace Shop;", "using System.Text;\nnamespace Shop.Deeper;")]
    public void EditOfWhatNobodyMentions_ParsesNothing(string path, string old, string text)
    {
        var session = Session();
        session.Replace(path, session.Tree(path).ToString().Replace(old, text, StringComparison.Ordinal));
        Assert.Equal(1, session.Work(CacheGenerator.DeclarationsStep));
        Assert.Equal(0, session.Parsed);
    }

    /// <summary>Each is seen by the model of a method in another file, so that a run that overlooks it would keep what is wrong.</summary>
    [Theory]
    // A new type by a name that is mentioned, nearer than the old one; and one in a namespace.
    [InlineData("Other.cs", "namespace Shop;", "namespace Shop;\ninternal sealed class Row { }\n", "Values.cs", "class Row", "class Row2")]
    [InlineData("Other.cs", "namespace Shop;", "namespace Shop.Inner { internal sealed class Own; }\nnamespace Shop;", "Values.cs", "string?", "Inner.Own?")]
    // Base types, and what they hold.
    [InlineData("Values.cs", "class Row", "class Row : Base", "Other.cs", "internal static", "internal class Base { public int Number { get; set; } }\ninternal static")]
    [InlineData("Values.cs", "record struct Key(int Id,", "record struct Key(int Id, int Other,", null, null, null)]
    // Nullability of what follows a body.
    [InlineData("Values.cs", "internal sealed class Row {", "internal sealed class First { void M() {\n#nullable disable\n} }\ninternal sealed class Row {", null, null, null)]
    // A body that makes a parameter a field: state that no key can see.
    [InlineData("Values.cs", "readonly record struct Key(int Id, string Text);", "readonly struct Key(int id) { public int Id { get; } = id; public int Double() => Id; }", "Values.cs", "=> Id;", "=> id;")]
    [InlineData("Values.cs", "readonly record struct Key(int Id, string Text);", "readonly partial struct Key(int id) { public int Id { get; } = id; }", "Other.cs", "internal static", "readonly partial struct Key { public int Double() => id; }\ninternal static")]
    public void EditThatAModelSees_IsSeen(string path, string old, string text, string? thenPath, string? thenOld, string? thenText)
    {
        var session = Session();
        var before = session.Text;
        session.Replace(path, session.Tree(path).ToString().Replace(old, text, StringComparison.Ordinal));
        var after = session.Text;
        if (thenPath is not null)
        {
            session.Replace(thenPath, session.Tree(thenPath).ToString().Replace(thenOld!, thenText!, StringComparison.Ordinal));
            Assert.NotEqual(after, session.Text);
        }

        Assert.NotEqual(before, session.Text);
    }

    /// <summary>The part that captures may be edited alone.</summary>
    [Theory]
    [InlineData("return 1;", "return id;")]
    [InlineData("return 1;", "{ var id2 = 1; return id2 + id; }")]
    public void CaptureInAPartOfItsOwn_IsSeen(string old, string text)
    {
        var session = Session();
        session.Replace("Values.cs", Values.Replace("readonly record struct Key(int Id, string Text);", "readonly partial struct Key(int id) { public int Id { get; } = id; }", StringComparison.Ordinal));
        session.Add("Part.cs", "namespace Shop;\nreadonly partial struct Key { public int Double() { return 1; } }");
        var before = session.Text;
        session.Replace("Part.cs", session.Tree("Part.cs").ToString().Replace(old, text, StringComparison.Ordinal));
        Assert.NotEqual(before, session.Text);
    }

    [Fact]
    public void FieldOfAnAccessor_IsSeen()
    {
        var session = Session(s_preview);
        session.Replace("Values.cs", Values.Replace("readonly record struct Key(int Id, string Text);", "struct Key { public readonly int Id; internal int Twice { get { return 2; } } }", StringComparison.Ordinal));
        var before = session.Text;
        session.Replace("Values.cs", session.Tree("Values.cs").ToString().Replace("return 2;", "return field;", StringComparison.Ordinal));
        Assert.NotEqual(before, session.Text);
    }

    [Fact]
    public void WhatIsTakenToBeGenerated_IsSeen()
    {
        var session = Session();
        var before = session.Text;
        session.Replace("Values.cs", "// <auto-generated/>\n" + Values);
        var marked = session.Text;
        Assert.NotEqual(before, marked);
        session.Replace("Values.cs", Values);
        Assert.Equal(before, session.Text);
        session.Rename("Values.cs", "Values.g.cs");
        Assert.Equal(marked, session.Text);
        session.Rename("Values.g.cs", "Values.cs");
        session.Run(session.Compilation.WithOptions(session.Compilation.Options.WithSyntaxTreeOptionsProvider(new AllGenerated("Values.cs"))));
        Assert.Equal(marked, session.Text);
    }

    [Fact]
    public void WhatHoldsInAllFiles_IsSeen()
    {
        var session = Session();
        session.Add("Global.cs", "global using Hour = CacheGen.CachedAttribute;\nglobal using Names = System.String;");
        session.Replace("Service.cs", Service.Replace("[Cached(", "[Hour(", StringComparison.Ordinal));
        Assert.Contains("GetAsync", session.Text, StringComparison.Ordinal);
        session.Replace("Values.cs", Values.Replace("string?", "Names?", StringComparison.Ordinal));
        var before = session.Text;
        session.Replace("Global.cs", "global using Hour = CacheGen.CachedAttribute;\nglobal using Names = System.Uri;");
        Assert.NotEqual(before, session.Text);
        session.Replace("Global.cs", "global using Hour = System.ObsoleteAttribute;");
        Assert.Empty(session.Text);
        session.Replace("Service.cs", "using Own = CacheGen.CachedAttribute;\n" + Service.Replace("[Cached(", "[Own(", StringComparison.Ordinal));
        Assert.Contains("GetAsync", session.Text, StringComparison.Ordinal);
        session.Add("Assembly.cs", "[assembly: CacheDefaults(MissTtl = Shop.Times.Short)]\nnamespace Shop { static class Times { public const string Short = \"1m\"; } }");
        before = session.Text;
        session.Replace("Assembly.cs", session.Tree("Assembly.cs").ToString().Replace("1m", "2m", StringComparison.Ordinal));
        Assert.NotEqual(before, session.Text);
        session.Remove("Assembly.cs");
        session.Remove("Values.cs");
    }

    [Fact]
    public void WhatIsReferenced_IsSeen()
    {
        const string Library = "namespace Far; public sealed class Item { public int Id { get; set; } public int Other() { return 1; } }";
        var session = Session();
        var library = Compiler.Compile(Library).WithAssemblyName("Far");
        session.Run(session.Compilation.AddReferences(library.ToMetadataReference()));
        session.Replace("Values.cs", Values.Replace("string?", "Far.Item?", StringComparison.Ordinal));
        var before = session.Text;
        library = ReferTo(session, library, Library.Replace("return 1;", "return 2;", StringComparison.Ordinal));
        Assert.Equal(0, session.Work(CacheGenerator.DeclarationsStep));
        library = ReferTo(session, library, Library.Replace("int Id", "long Id", StringComparison.Ordinal));
        Assert.NotEqual(before, session.Text);
        session.Run(session.Compilation.RemoveReferences(session.Compilation.References.OfType<CompilationReference>()));
        session.Run(session.Compilation.AddReferences(Compiler.Library(Library)));
        session.Run(session.Compilation.WithOptions(session.Compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        session.Run(session.Compilation.WithAssemblyName("Else"));
        session.Run(session.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(session.Compilation.SyntaxTrees.Select(tree => Edited.Parse(tree.FilePath, tree.ToString(), s_preview.WithPreprocessorSymbols("X")))));
    }

    /// <summary>What the pipeline compares must not keep what it has been read from.</summary>
    [Fact]
    public void OldCompilations_AreLetGo()
    {
        var session = Session();
        var old = EditBodies(session);
        for (var i = 0; i < 10 && old.Any(compilation => compilation.TryGetTarget(out _)); i++)
            GC.Collect();
        Assert.All(old, compilation => Assert.False(compilation.TryGetTarget(out _)));
        GC.KeepAlive(session);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Compilation>[] EditBodies(Edited session)
    {
        var old = new List<WeakReference<Compilation>>();
        for (var i = 0; i < 3; i++)
        {
            old.Add(new(session.Compilation));
            session.Replace("Other.cs", Other.Replace("text.Length", $"text.Length + {i}", StringComparison.Ordinal));
        }

        return [.. old];
    }

    private static CSharpCompilation ReferTo(Edited session, CSharpCompilation old, string text)
    {
        var tree = old.SyntaxTrees.Single(tree => tree.FilePath == "User.cs");
        var library = old.ReplaceSyntaxTree(tree, Edited.Parse("User.cs", text, (CSharpParseOptions)tree.Options));
        session.Run(session.Compilation.ReplaceReference(session.Compilation.References.OfType<CompilationReference>().Single(), library.ToMetadataReference()));
        return library;
    }

    private static Edited Session(CSharpParseOptions? options = null) => new(Compiler.Compile(
        [("Service.cs", Service), ("Values.cs", Values), ("Other.cs", Other)], options?.LanguageVersion ?? LanguageVersion.CSharp12));

    private sealed class AllGenerated(string path) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => tree.FilePath == path ? GeneratedKind.MarkedGenerated : GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGetDiagnosticValue(null!, diagnosticId, cancellationToken, out severity);
    }
}
