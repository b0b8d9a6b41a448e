using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Method;

public class CG1001FixTests
{
    [Fact]
    public Task Type_IsMadePartial() => WorkingFix.VerifyAsync(
        "CG1001",
        "internal sealed class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }",
        "internal sealed partial class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }");

    [Fact]
    public Task Types_AreMadePartialAtOnce() => FixVerifier.FixAllAsync(
        "CG1001",
        "class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } record B(MethodCache Cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; }",
        "partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } partial record B(MethodCache Cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; }");

    [Fact]
    public Task NestedType_IsMadePartialWithThoseAround() => WorkingFix.VerifyAsync(
        "CG1001",
        "internal static class Outer { internal class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; } }",
        "internal static partial class Outer { internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; } }");

    /// <summary>The way by which an existing service is given a cache.</summary>
    [Fact]
    public Task OrdinaryMethod_BecomesCachedMethodAndSource() => WorkingFix.VerifyAsync(
        "CG1001",
        """
        namespace Music;

        internal sealed record Release(int Id);

        internal interface IDb { Task<Release?> FindAsync(int id, CancellationToken ct); }

        /// <summary>Releases.</summary>
        internal sealed class ReleaseService(IDb db)
        {
            // Called by each page.
            /// <summary>One of them.</summary>
            [Cached(Ttl = "1h")]
            public async Task<Release?> GetAsync(int id, CancellationToken ct = default) // slow
            {
                // The database knows.
                return await db.FindAsync(id, ct);
            }

            public int Count => 1;
        }
        """,
        """
        namespace Music;

        internal sealed record Release(int Id);

        internal interface IDb { Task<Release?> FindAsync(int id, CancellationToken ct); }

        /// <summary>Releases.</summary>
        internal sealed partial class ReleaseService(IDb db, MethodCache cache)
        {
            // Called by each page.
            /// <summary>One of them.</summary>
            [Cached(Ttl = "1h")]
            public partial Task<Release?> GetAsync(int id, CancellationToken ct = default);

            private async Task<Release?> GetCoreAsync(int id, CancellationToken ct) // slow
            {
                // The database knows.
                return await db.FindAsync(id, ct);
            }

            public int Count => 1;
        }
        """,
        "Move the body to the source 'GetCoreAsync'");

    [Fact]
    public Task LineEndsAndTabs_AreKept() => WorkingFix.VerifyAsync(
        "CG1001",
        "namespace Music\r\n{\r\n\tinternal partial class A\r\n\t{\r\n\t\tprivate readonly MethodCache _cache = MethodCache.None;\r\n\r\n\t\t[Cached]\r\n\t\tpublic int Get(int id)\r\n\t\t{\r\n\t\t\treturn id;\r\n\t\t}\r\n\t}\r\n}\r\n",
        "namespace Music\r\n{\r\n\tinternal partial class A\r\n\t{\r\n\t\tprivate readonly MethodCache _cache = MethodCache.None;\r\n\r\n\t\t[Cached]\r\n\t\tpublic partial int Get(int id);\r\n\r\n\t\tprivate int GetCore(int id)\r\n\t\t{\r\n\t\t\treturn id;\r\n\t\t}\r\n\t}\r\n}\r\n");

    [Theory]
    // no accessibility, an expression for a body
    [InlineData("[Cached] Task<int> GetAsync(int id) => Task.FromResult(id);",
        "[Cached] private partial Task<int> GetAsync(int id); private Task<int> GetCoreAsync(int id) => Task.FromResult(id);")]
    [InlineData("[Cached] async Task<int> GetAsync(int id) { await Task.Yield(); return id; }",
        "[Cached] private partial Task<int> GetAsync(int id); private async Task<int> GetCoreAsync(int id) { await Task.Yield(); return id; }")]
    // static
    [InlineData("[Cached] public static int Get(int id, MethodCache own) => id;",
        "[Cached] public static partial int Get(int id, MethodCache own); private static int GetCore(int id, MethodCache own) => id;")]
    // defaults, params and marks stay where callers and the generator see them
    [InlineData("[Cached] public int Get([NotInKey] int a, string b = \"x\", params int[] c) => a;",
        "[Cached] public partial int Get([NotInKey] int a, string b = \"x\", params int[] c); private int GetCore(int a, string b, int[] c) => a;")]
    // what belongs to an iterator goes with it
    [InlineData("[Cached(MaxItems = 9)] public async IAsyncEnumerable<int> GetAsync(int id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default) { await Task.Yield(); yield return id; }",
        "[Cached(MaxItems = 9)] public partial IAsyncEnumerable<int> GetAsync(int id, CancellationToken ct = default); private async IAsyncEnumerable<int> GetCoreAsync(int id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { await Task.Yield(); yield return id; }")]
    // type parameters
    [InlineData("[Cached] public T? Get<T>(int id) where T : class => null;",
        "[Cached] public partial T? Get<T>(int id) where T : class; private T? GetCore<T>(int id) where T : class => null;")]
    // what is said of a body
    [InlineData("[Cached, System.Diagnostics.CodeAnalysis.SuppressMessage(\"A\", \"B\")] public int Get(int id) => id;",
        "[Cached, System.Diagnostics.CodeAnalysis.SuppressMessage(\"A\", \"B\")] public partial int Get(int id); [System.Diagnostics.CodeAnalysis.SuppressMessage(\"A\", \"B\")] private int GetCore(int id) => id;")]
    // a source that is named, and one whose name is not free
    [InlineData("[Cached(Source = nameof(FetchAsync))] public Task<int> GetAsync(int id) => Task.FromResult(id);",
        "[Cached(Source = nameof(FetchAsync))] public partial Task<int> GetAsync(int id); private Task<int> FetchAsync(int id) => Task.FromResult(id);")]
    [InlineData("[Cached] public Task<int> GetAsync(int id) => GetCoreAsync(id); private Task<int> GetCoreAsync(int id) => Task.FromResult(id);",
        "[Cached(Source = nameof(GetUncachedAsync))] public partial Task<int> GetAsync(int id); private Task<int> GetUncachedAsync(int id) => GetCoreAsync(id); private Task<int> GetCoreAsync(int id) => Task.FromResult(id);")]
    // overloads
    [InlineData("[Cached] public partial int Get(string id); private int GetCore(string id) => 1; [Cached] public int Get(int id) => id;",
        "[Cached] public partial int Get(string id); private int GetCore(string id) => 1; [Cached] public partial int Get(int id); private int GetCore(int id) => id;")]
    // the other part has the body
    [InlineData("[Cached] public partial int Get(int id); public partial int Get(int id) { return id; }",
        "[Cached] public partial int Get(int id); private int GetCore(int id) { return id; }")]
    [InlineData("public partial int Get(int id); [Cached] public partial int Get(int id) => id;",
        "[Cached] public partial int Get(int id); private int GetCore(int id) => id;")]
    // a method that overrides, and one that may be overridden
    [InlineData("public class B { public virtual int Get(int id) => 0; } public partial class D(MethodCache cache) : B { [Cached] public override int Get(int id) => id; }",
        "public class B { public virtual int Get(int id) => 0; } public partial class D(MethodCache cache) : B { [Cached] public override partial int Get(int id); private int GetCore(int id) => id; }")]
    // batches and writes
    [InlineData("[CachedBatch] public Dictionary<int, string> Get(int[] ids) => ids.ToDictionary(id => id, id => \"\");",
        "[CachedBatch] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, string> GetCore(int[] ids) => ids.ToDictionary(id => id, id => \"\");")]
    [InlineData("[Cached] public partial int Get(int id); private int GetCore(int id) => 1; [Invalidates(nameof(Get))] public async Task SetAsync(int id) => await Task.Yield();",
        "[Cached] public partial int Get(int id); private int GetCore(int id) => 1; [Invalidates(nameof(Get))] public partial Task SetAsync(int id); private async Task SetCoreAsync(int id) => await Task.Yield();")]
    // a write that would call nothing, and does something
    [InlineData("[Invalidates(Tags = new[] { \"a\" }, Source = null)] public void Clear(int id) { }",
        "[Invalidates(Tags = new[] { \"a\" })] public partial void Clear(int id); private void ClearCore(int id) { }")]
    public Task Method_IsSplit(string before, string after) => WorkingFix.VerifyAsync(
        "CG1001", $"public partial class A(MethodCache cache) {{ public MethodCache C => cache; {before} }}", $"public partial class A(MethodCache cache) {{ public MethodCache C => cache; {after} }}");

    [Fact]
    public Task ParametersOnLinesOfTheirOwn_StaySo() => WorkingFix.VerifyAsync(
        "CG1001",
        """
        public partial class A
        {
            private readonly MethodCache _cache = MethodCache.None;

            [Cached]
            [Obsolete]
            public Task<int> GetAsync<T>(
                int id,
                int page = 1,
                CancellationToken ct = default)
                where T : class
                => Task.FromResult(id + page);
        }
        """,
        """
        public partial class A
        {
            private readonly MethodCache _cache = MethodCache.None;

            [Cached]
            [Obsolete]
            public partial Task<int> GetAsync<T>(
                int id,
                int page = 1,
                CancellationToken ct = default)
                where T : class;

            private Task<int> GetCoreAsync<T>(
                int id,
                int page,
                CancellationToken ct) where T : class
                => Task.FromResult(id + page);
        }
        """);

    [Theory]
    [InlineData("internal readonly struct S(MethodCache cache) { [Cached] public readonly int Get(int id) => id; }",
        "internal readonly partial struct S(MethodCache cache) { [Cached] public readonly partial int Get(int id); private readonly int GetCore(int id) => id; }")]
    [InlineData("internal record R(int Size) { [Cached] public int Get(int id) => id; }",
        "internal partial record R(int Size, MethodCache Cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }")]
    [InlineData("internal class Outer { internal class A { [Cached] public int Get(int id) => id; } }",
        "internal partial class Outer { internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; } }")]
    public Task Type_IsMadeReady(string before, string after) => WorkingFix.VerifyAsync("CG1001", before, after, "Move the body to the source 'GetCore'");

    [Fact]
    public Task Methods_AreSplitAtOnce() => WorkingFix.VerifyAllAsync(
        "CG1001",
        "public partial class A(IFormatProvider culture) { [Cached] public string Get(int id) => id.ToString(culture); [Cached] public int Length(int id) => Get(id).Length; }",
        "public partial class A(IFormatProvider culture, MethodCache cache) { [Cached] public partial string Get(int id); private string GetCore(int id) => id.ToString(culture); [Cached] public partial int Length(int id); private int LengthCore(int id) => Get(id).Length; }");

    [Theory]
    [InlineData("[Cached] public int Get(int id);", "Make 'Get' partial")]
    [InlineData("[Cached] public extern int Get(int id);", null)]
    [InlineData("[Cached(Source = nameof(Load))] public int Get(int id) => id; private int Load(int id) => id;", null)]
    public async Task Menu_HasWhatHelps(string member, string? title) =>
        Assert.Equal(title is null ? [] : [title], await FixVerifier.TitlesAsync("CG1001", $"public partial class A(MethodCache cache) {{ public MethodCache C => cache; {member} }}"));
}
