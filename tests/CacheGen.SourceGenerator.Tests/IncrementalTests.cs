using System.Collections;
using System.Reflection;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

public class IncrementalTests
{
    private const string A = """
        internal sealed partial class A(MethodCache cache)
        {
            [Cached(Ttl = "1h")] public partial Task<int> GetAsync(int id);
            private Task<int> GetCoreAsync(int id) => Task.FromResult(id);
        }
        """;

    private const string B = """
        internal sealed partial class B(MethodCache cache)
        {
            [Cached(Ttl = "1h")] public partial Dto? Get(string id);
            private Dto? GetCore(string id) => null;
        }
        """;

    private const string Dto = "internal sealed class Dto { public int Id { get; set; } public Part? Part { get; set; } }\ninternal sealed class Part { public string? Name; }";

    private const string Decorator = """
        internal interface IClient { Task<int> GetAsync(int id); Task<int> FindAsync(int id); string Name { get; } }
        internal sealed partial class D(IClient inner, MethodCache cache) : IClient { [Cached] public partial Task<int> GetAsync(int id); [Cached] public partial Task<int> FindAsync(int id); }
        """;

    private const string Unrelated = "internal sealed class Unrelated { public int X() => 1; }";

    [Fact]
    public void EditInAnUnrelatedFile_ParsesToTheSameAndEmitsNothing()
    {
        var steps = Edit("Unrelated.cs", Unrelated.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        Assert.All(steps.Parse, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.All(steps.Group, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.All(steps.Output, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("FromResult(id)", "FromResult(id + 1)")]
    [InlineData("private Task", "/* moved down */\n\n    private Task")]
    [InlineData("internal sealed", "internal /* no longer sealed */")]
    [InlineData("{\n", "{\n    public int Added(int other) => other;\n")]
    [InlineData("[Cached(Ttl = \"1h\")]", "[Cached(Ttl = \"60m\")]")]
    public void EditThatTheGeneratedFileDoesNotShow_EmitsNothing(string old, string text)
    {
        var steps = Edit("A.cs", A.Replace(old, text, StringComparison.Ordinal));
        Assert.All(steps.Parse, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.All(steps.Group, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.All(steps.Output, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>What the generated file shows of a member may stand in another file.</summary>
    [Theory]
    [InlineData("Parts.cs", "internal sealed partial class A { private readonly MethodCache _own = MethodCache.None; }")]
    [InlineData("Parts.cs", "internal sealed partial class A { public int Methods => 1; }")]
    [InlineData("Parts.cs", "internal sealed partial class A { public int Cache => 1; }")]
    public void EditOfAnotherPart_EmitsThatTypeAlone(string path, string text)
    {
        var steps = Edit(path, text);
        Assert.Single(steps.Output, IsWork);
        Assert.Equal(2, steps.Output.Length);
    }

    /// <summary>What is cached may be declared anywhere.</summary>
    [Theory]
    [InlineData("int Id", "long Id")]
    [InlineData("string? Name", "string? Title")]
    public void EditOfWhatIsCached_EmitsTheTypesThatCacheIt(string old, string text)
    {
        var steps = Edit("Dto.cs", Dto.Replace(old, text, StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], steps.Output.Where(IsWork));
        Assert.Equal(2, steps.Output.Length);
    }

    [Theory]
    [InlineData("string? Name", "string Name = \"\"")]
    [InlineData("{ public int Id", "{ /* first */ private readonly int _other; public int Other() => _other; public int Id")]
    public void EditThatLeavesWhatIsCachedAsItIs_EmitsNothing(string old, string text)
    {
        var steps = Edit("Dto.cs", Dto.Replace(old, text, StringComparison.Ordinal));
        Assert.All(steps.Parse, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.All(steps.Output, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>What holds for a method may be said anywhere around it.</summary>
    [Theory]
    [InlineData("[assembly: CacheDefaults(FailSafe = \"7d\")]", 2)]
    [InlineData("[assembly: CachePrefix(\"app\")]", 2)]
    [InlineData("[assembly: CacheDefaults(Ttl = \"2h\")]", 0)]
    [InlineData("[CacheDefaults(FailSafe = \"7d\")] internal sealed partial class A;", 1)]
    [InlineData("[CacheScope] internal sealed partial class A { private readonly ICacheScope _scope = CacheScope.From(name => name); }", 1)]
    public void EditOfDefaults_EmitsTheTypesThatTheyConcern(string text, int emitted)
    {
        var steps = Edit("Parts.cs", text);
        Assert.Equal(emitted, steps.Output.Count(IsWork));
        Assert.Equal(2, steps.Output.Length);
    }

    [Fact]
    public void BrokenAttribute_EmitsThatTypeAlone()
    {
        var steps = Edit("A.cs", A.Replace("1h", "soon", StringComparison.Ordinal));
        Assert.Single(steps.Output, IsWork);
    }

    [Fact]
    public void LastMethodRemoved_TakesItsFileAway()
    {
        // Roslyn compares a list item by item, in order: the types behind the removed one are emitted anew, to the same text.
        var steps = Edit("A.cs", "internal sealed partial class A;");
        Assert.Single(steps.Output, IncrementalStepRunReason.Removed);
    }

    [Fact]
    public void EditOfOneAttribute_EmitsThatTypeAlone()
    {
        var steps = Edit("A.cs", A.Replace("1h", "2h", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], steps.Parse.Where(IsWork));
        Assert.Equal([IncrementalStepRunReason.Modified], steps.Output.Where(IsWork));
        Assert.Equal(2, steps.Output.Length);
    }

    [Fact]
    public void AddedTag_EmitsThatTypeAlone()
    {
        var steps = Edit("A.cs", A.Replace("Ttl = \"1h\"", "Ttl = \"1h\", Tags = new[] { \"a:{id}\" }", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], steps.Output.Where(IsWork));
    }

    [Theory]
    [InlineData("nameof(GetAsync)")]
    [InlineData("typeof(B), nameof(B.Get), With = \"id='x'\"")]
    public void AddedWrite_EmitsItsTypeAlone(string target)
    {
        var steps = Edit("A.cs", A.Replace("private Task", $"[Invalidates({target})] public partial void Save(int id);\n    private void SaveCore(int id) {{ }}\n    private Task", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], steps.Output.Where(IsWork));
    }

    [Fact]
    public void AddedMethod_EmitsItsTypeAlone()
    {
        var steps = Edit("A.cs", A.Replace("[Cached", "[Cached(Source = nameof(GetCoreAsync))] public partial Task<int> OtherAsync(int id);\n[Cached", StringComparison.Ordinal));
        Assert.Single(steps.Output, IsWork);
    }

    [Theory]
    [InlineData("string Name { get; }", "string Name { get; set; }", true)]
    [InlineData("string Name { get; }", "string Name { get; } void Added();", true)]
    [InlineData("inner", "client", true)]
    [InlineData("interface IClient {", "interface IClient { /* more */ static int Count => 1; class Nested;", false)]
    [InlineData("FindAsync(int id); string", "FindAsync(int number); string", false)]
    [InlineData("MethodCache cache) : IClient {", "MethodCache cache) : IClient { public int Own => 1;", false)]
    public void EditOfAWrappedInterface_EmitsItsDecoratorWhereItShows(string old, string text, bool shows)
    {
        var compilation = Compiler.Compile([("A.cs", A), ("D.cs", Decorator)]);
        var driver = Compiler.Driver(compilation).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "D.cs");
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Decorator.Replace(old, text, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, "D.cs", cancellationToken: TestContext.Current.CancellationToken));
        var result = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        var outputs = result.TrackedOutputSteps["SourceOutput"].SelectMany(step => step.Outputs).Select(output => output.Reason).ToArray();
        Assert.Equal(2, outputs.Length);
        Assert.Equal(shows ? 1 : 0, outputs.Count(IsWork));
    }

    [Fact]
    public void NothingInThePipeline_HoldsSymbolsOrSyntax()
    {
        var refused = A.Replace("class A", "class Refused", StringComparison.Ordinal).Replace("1h", "soon", StringComparison.Ordinal);
        var compilation = Compiler.Compile([("A.cs", A), ("B.cs", B), ("Dto.cs", Dto), ("C.cs", refused), ("D.cs", Decorator), .. Cases.Golden.Values.Take(1).Select(user => ("Case.cs", user.Source))]);
        var result = Compiler.Driver(compilation).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        foreach (var name in new[] { CacheGenerator.DeclarationsStep, CacheGenerator.FilesStep, CacheGenerator.ParseStep, CacheGenerator.GroupStep, CacheGenerator.CatalogStep })
        {
            var outputs = result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Value).ToArray();
            Assert.NotEmpty(outputs);
            foreach (var output in outputs)
                AssertPlain(output, []);
        }
    }

    private static void AssertPlain(object? value, HashSet<object> seen)
    {
        // A reference is compared as the object that it is, and is the compilation's as long as it is the same.
        if (value is null or string or MetadataReference or CompilationOptions || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel, $"{value.GetType()} is kept alive");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                AssertPlain(item, seen);
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertPlain(field.GetValue(value), seen);
    }

    private static bool IsWork(IncrementalStepRunReason reason) => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    [Theory]
    [InlineData("FromResult(id)", "FromResult(id + 1)")]
    [InlineData("private Task", "/* moved down */\n\n    private Task")]
    [InlineData("[Cached(Ttl = \"1h\")]", "[Cached(Ttl = \"60m\")]")]
    [InlineData("(MethodCache cache)", "(MethodCache store)")]
    public void EditThatTheCatalogDoesNotShow_LeavesIt(string old, string text)
    {
        var steps = Edit("A.cs", A.Replace(old, text, StringComparison.Ordinal));
        Assert.All(steps.Catalog, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("1h", "2h")]
    [InlineData("Ttl = ", "Profile = \"slow\", Ttl = ")]
    [InlineData("int id", "long id")]
    public void EditThatTheCatalogShows_EmitsItAnew(string old, string text)
    {
        var steps = Edit("A.cs", A.Replace(old, text, StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], steps.Catalog);
    }

    private static (IncrementalStepRunReason[] Parse, IncrementalStepRunReason[] Group, IncrementalStepRunReason[] Output, IncrementalStepRunReason[] Catalog) Edit(string path, string text)
    {
        var compilation = Compiler.Compile([("A.cs", A), ("B.cs", B), ("Dto.cs", Dto), ("Unrelated.cs", Unrelated), ("Parts.cs", "internal sealed partial class A;")]);
        var driver = Compiler.Driver(compilation).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        var edited = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, path, cancellationToken: TestContext.Current.CancellationToken));
        var result = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        return (Reasons(result.TrackedSteps[CacheGenerator.ParseStep]), Reasons(result.TrackedSteps[CacheGenerator.GroupStep]), Reasons(result.TrackedOutputSteps["SourceOutput"]), Reasons(result.TrackedOutputSteps["ImplementationSourceOutput"]));

        static IncrementalStepRunReason[] Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) => [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
    }
}
