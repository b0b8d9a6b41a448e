using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>What a decorator cannot pass on, and how it gets on with other assemblies.</summary>
public class DecoratorTests
{
    private const string Cached = "[Cached] public partial int Get(int id);";

    [Theory]
    [InlineData($$"""internal interface I { int Get(int id); static abstract int Create(int id); } internal partial class {|CG1013:A|}(I inner, MethodCache cache) : I { {{Cached}} }""", "'I.Create' cannot be passed on: it is static")]
    [InlineData($$"""internal interface I { int Get(int id); static abstract event Action? Created; static abstract int Count { get; set; } } internal partial class {|CG1013:{|CG1013:A|}|}(I inner, MethodCache cache) : I { {{Cached}} }""", "static")]
    [InlineData($$"""internal interface I { int Get(int id); string Name { get; init; } } internal partial class {|CG1013:A|}(I inner, MethodCache cache) : I { {{Cached}} }""", "its init accessor")]
    [InlineData($$"""internal interface I { int Get(int id); int this[int i] { init; } } internal partial struct {|CG1013:A|}(I inner, MethodCache cache) : I { {{Cached}} }""", "'I.this[]' cannot be passed on: its init accessor")]
    [InlineData($$"""internal interface I { int Get(int id); protected void Reset(); } internal partial class {|CG1013:A|}(I inner, MethodCache cache) : I { {{Cached}} }""", "it is protected")]
    [InlineData($$"""internal interface I { int Get(int id); int Count { get; protected set; } } internal partial class {|CG1013:A|}(I inner, MethodCache cache) : I { {{Cached}} }""", "it is protected")]
    [InlineData($$"""internal interface I : IDisposable { int Get(int id); } internal interface J : IDisposable { int Find(int id); } internal partial class {|CG1013:A|}(I i, J j, MethodCache cache) : I, J { {{Cached}} [Cached] public partial int Find(int id); }""", "'IDisposable.Dispose' cannot be passed on: it could go to 'i' or 'j'; implement it yourself")]
    [InlineData("internal interface I { int Get(int id); Task<int> LoadAsync(int id, CancellationToken ct); } internal partial class {|CG1013:A|}(I i, MethodCache cache) : I { " + Cached + " [Cached] public partial Task<int> LoadAsync(int id); private Task<int> LoadCoreAsync(int id) => i.LoadAsync(id, default); }", "'I.LoadAsync' cannot be passed on: it takes a CancellationToken, which the cached method would have to drop; let that take one too, or implement it yourself")]
    [InlineData("internal interface I { int Get(int id); Task PutAsync(int id, CancellationToken ct) => Task.CompletedTask; } internal partial class {|CG1013:A|}(I i, MethodCache cache) : I { " + Cached + " [Invalidates(nameof(Get), Source = nameof(Put))] public partial Task PutAsync(int id); private void Put(int id) { } }", "it takes a CancellationToken, which 'PutAsync' would have to drop")]
    [InlineData("internal interface I { int Get(int id); Task Drop(int id); } internal partial class {|CG1013:A|}(I i, MethodCache cache) : I { " + Cached + " [Invalidates(nameof(Get), Source = null)] public partial void Drop(int id); }", "'I.Drop' cannot be passed on: it returns Task, 'Drop' void; who calls it through the interface gets the latter")]
    public async Task MemberThatCannotBePassedOn_IsTold(string file, string says)
    {
        var marked = file.Replace("{|CG1013:{|CG1013:A|}|}", "{|CG1013:A|}", StringComparison.Ordinal);
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile(Markup.Plain(marked), LanguageVersion.CSharp13));
        // The rest of the type is there, or the build would end before it comes to the analyzer.
        Assert.Empty(Compiler.Complaints(compilation));
        if (marked == file)
            Assert.Contains(says, Assert.Single(await Markup.VerifyAsync(marked)), StringComparison.Ordinal);
        else
            Assert.Equal(["CG1013", "CG1013"], (await Compiler.AnalyzeAsync(compilation)).Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("internal interface I : IDisposable { int Get(int id); } internal sealed partial class A(I i, System.IO.Stream s, MethodCache cache) : I { public object S => s; " + Cached + " }")]
    [InlineData("internal interface I { int Get(int id); static abstract int Create(); string Name { get; init; } } internal sealed partial class A(I i, MethodCache cache) : I { public static int Create() => 1; public string Name { get; init; } = \"\"; " + Cached + " }")]
    [InlineData("internal interface I { int Get(int id); } internal interface IOther; internal sealed partial class A(I i, IOther one, IOther two, MethodCache cache) : I, IOther { public object S => (one, two); " + Cached + " }")]
    [InlineData("internal interface I { int Get(int id); } internal sealed partial class A(I one, I two, MethodCache cache) : I { " + Cached + " private int GetCore(int id) => one.Get(id) + two.Get(id); }")]
    [InlineData("internal interface I { int Get(int id); int GetCore(int id); } internal sealed partial class A(I one, MethodCache cache) : I { " + Cached + " }")]
    [InlineData("internal interface I { int Get(int id); Task LoadAsync(int id, CancellationToken ct); } internal sealed partial class A(I i, MethodCache cache) : I { " + Cached + " [Cached] public partial Task<int> LoadAsync(int id); private Task<int> LoadCoreAsync(int id) => Task.FromResult(i.Get(id)); Task I.LoadAsync(int id, CancellationToken ct) => LoadAsync(id); }")]
    [InlineData("internal interface I { int Get(int id); Task PutAsync(int id, CancellationToken ct); } internal sealed partial class A(I i, MethodCache cache) : I { " + Cached + " [Invalidates(nameof(Get))] public partial Task PutAsync(int id); private Task PutCoreAsync(int id) => i.PutAsync(id, default); [Invalidates(nameof(Get))] internal partial Task PutAsync(int id, CancellationToken ct); private Task PutCoreAsync(int id, CancellationToken ct) => i.PutAsync(id, ct); }")]
    [InlineData("internal interface IBase { object Get(int id); } internal interface I : IBase { new int Get(int id); int Find(int id); } internal sealed partial class A(I i, MethodCache cache) : I { [Cached] public partial int Find(int id); [Cached] internal partial int Get(int id); private int GetCore(int id) => i.Get(id); }")]
    [InlineData("internal interface I { int Get(int id); void Drop(string id); void Drop(ref int id); } internal sealed partial class A(I i, MethodCache cache) : I { " + Cached + " [Invalidates(nameof(Get), Source = null)] public partial Task Drop(int id); }")]
    public async Task LookAlike_IsNotFlagged(string file)
    {
        Assert.Empty(await Markup.VerifyAsync(file));
        Assert.Empty(Compiler.Complaints(Compiler.Generate(Compiler.Compile(file)).Compilation));
    }

    [Fact]
    public void MemberThatNothingHolds_IsLeftToTheCompiler()
    {
        var (compilation, files, _) = Compiler.Generate(Compiler.Compile(
            "internal interface I { int Get(int id); } internal interface IOther { void Left(); } internal sealed partial class A(I i, MethodCache cache) : I, IOther { " + Cached + " }"));
        Assert.Equal("CS0535", Assert.Single(Compiler.Complaints(compilation)).Id);
        Assert.Contains("self.I.Get(id)", Assert.Single(files).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InterfaceOfAnotherAssembly_IsPassedOn()
    {
        var library = Compiler.Library(
            """
            #pragma warning disable CS1591
            using System.Diagnostics.CodeAnalysis;
            namespace Library;
            public interface IPoint<T> { T Get(int id, CancellationToken ct = default); }
            public interface IClient : IPoint<(int A, string? B)>, IAsyncDisposable
            {
                Task<List<string?>> FindAsync(in int id, [StringSyntax("Regex")] string? pattern = "x", decimal price = 1.5m, DateTime when = default, params (int First, int)[] more);
                ref readonly int Slot(scoped ref Span<int> span);
                T? Pick<T>(T? one) where T : class?;
                internal void Hidden() { }
                string Name { get; set; }
                nint this[dynamic key] { get; }
                bool Default() => true;
            }
            public abstract class Base(IClient inner) { protected IClient Inner { get; } = inner; }
            """);
        var (compilation, files, _) = Compiler.Generate(Compiler.Compile([("User.cs",
            """
            internal sealed partial class Cached(Library.IClient inner, MethodCache cache) : Library.Base(inner), Library.IClient
            {
                [Cached] public partial (int A, string? B) Get(int id, CancellationToken ct = default);
            }
            """)], references: library));
        Assert.Empty(Compiler.Complaints(compilation));
        Assert.Empty(await Compiler.AnalyzeAsync(compilation));
        var file = Assert.Single(files).Value;
        Assert.Contains("[global::System.Diagnostics.CodeAnalysis.StringSyntax(\"Regex\")] string? pattern = \"x\", decimal price = 1.5m, global::System.DateTime when = default, params (int First, int)[] more)", file, StringComparison.Ordinal);
        Assert.Contains("public bool Default() => Inner.Default();", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", file, StringComparison.Ordinal);
    }
}
