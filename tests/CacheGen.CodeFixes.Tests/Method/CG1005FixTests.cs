using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Method;

public class CG1005FixTests
{
    private const string Members = "[Cached] public partial int Get(int id); private int GetCore(int id) => id;";

    [Theory]
    // none
    [InlineData("partial class A<T> : Uri where T : class { public A() : base(\"\") { } MEMBERS }", "partial class A<T> : Uri where T : class { private readonly MethodCache _cache; public A(MethodCache cache) : base(\"\") { _cache = cache; } MEMBERS }")]
    [InlineData("partial class A<T> : object where T : class { MEMBERS }", "partial class A<T>(MethodCache cache) : object where T : class { MEMBERS }")]
    [InlineData("partial struct A { MEMBERS }", "partial struct A(MethodCache cache) { MEMBERS }")]
    // a primary one
    [InlineData("partial class A(int x) { public int X => x; MEMBERS }", "partial class A(int x, MethodCache cache) { public int X => x; MEMBERS }")]
    [InlineData("partial class A() { MEMBERS }", "partial class A(MethodCache cache) { MEMBERS }")]
    [InlineData("partial class A(int x = 1) { public int X => x; MEMBERS }", "partial class A(MethodCache cache, int x = 1) { public int X => x; MEMBERS }")]
    [InlineData("partial class A(int x, params int[] y) { public int X => x + y.Length; MEMBERS }", "partial class A(int x, MethodCache cache, params int[] y) { public int X => x + y.Length; MEMBERS }")]
    [InlineData("partial class A(string cache) { public string X => cache; MEMBERS }", "partial class A(string cache, MethodCache methodCache) { public string X => cache; MEMBERS }")]
    [InlineData("partial record A(int X) { MEMBERS }", "partial record A(int X, MethodCache Cache) { MEMBERS }")]
    [InlineData("partial record struct A(int X) { MEMBERS }", "partial record struct A(int X, MethodCache Cache) { MEMBERS }")]
    [InlineData("partial class A(int x) { public int X => x; } partial class A { MEMBERS }", "partial class A(int x, MethodCache cache) { public int X => x; } partial class A { MEMBERS }")]
    // an ordinary one
    [InlineData("partial class A { private readonly int _x; public A(int x) => _x = x; public int X => _x; MEMBERS }", "partial class A { private readonly int _x; private readonly MethodCache _cache; public A(int x, MethodCache cache) { _x = x; _cache = cache; } public int X => _x; MEMBERS }")]
    [InlineData("partial class A { private readonly int x; public A(int x) { this.x = x; } public int X => x; MEMBERS }", "partial class A { private readonly int x; private readonly MethodCache cache; public A(int x, MethodCache cache) { this.x = x; this.cache = cache; } public int X => x; MEMBERS }")]
    public Task Cache_IsAdded(string before, string after) =>
        WorkingFix.VerifyAsync("CG1005", before.Replace("MEMBERS", Members, StringComparison.Ordinal), after.Replace("MEMBERS", Members, StringComparison.Ordinal), "Add a MethodCache to the constructor");

    [Fact]
    public Task Constructor_KeepsItsLayout() => WorkingFix.VerifyAsync(
        "CG1005",
        """
        namespace Music
        {
            internal partial class A
            {
                private readonly string _x;

                /// <summary>Makes one.</summary>
                public A(
                    string x,
                    int y)
                {
                    _x = x + y; // as ever
                }

                public string X => _x;

                [Cached]
                public partial int Get(int id);

                private int GetCore(int id) => id;
            }
        }
        """,
        """
        namespace Music
        {
            internal partial class A
            {
                private readonly string _x;
                private readonly MethodCache _cache;

                /// <summary>Makes one.</summary>
                public A(
                    string x,
                    int y,
                    MethodCache cache)
                {
                    _x = x + y; // as ever
                    _cache = cache;
                }

                public string X => _x;

                [Cached]
                public partial int Get(int id);

                private int GetCore(int id) => id;
            }
        }
        """);

    [Fact]
    public Task RecordWithoutParameters_GetsAConstructor() => WorkingFix.VerifyAsync(
        "CG1005",
        """
        internal partial record A
        {
            [Cached]
            public partial int Get(int id);

            private int GetCore(int id) => id;
        }
        """,
        """
        internal partial record A
        {
            private readonly MethodCache _cache;

            public A(MethodCache cache)
            {
                _cache = cache;
            }

            [Cached]
            public partial int Get(int id);

            private int GetCore(int id) => id;
        }
        """);

    [Fact]
    public Task Methods_ShareTheOne() => WorkingFix.VerifyAllAsync(
        "CG1005",
        "partial class A { [Cached] public partial int B(int id); int BCore(int id) => id; [Cached] public partial int C(int id); int CCore(int id) => id; }",
        "partial class A(MethodCache cache) { [Cached] public partial int B(int id); int BCore(int id) => id; [Cached] public partial int C(int id); int CCore(int id) => id; }");

    [Theory]
    [InlineData("static partial class A { [Cached] public static partial int Get(int id); static int GetCore(int id) => id; }")]
    [InlineData("partial class A { [Cached] public static partial int Get(int id); static int GetCore(int id) => id; }")]
    [InlineData("partial class A { public A() { } public A(int x) { } MEMBERS }")]
    [InlineData("partial class A(MethodCache? cache) { MEMBERS }")]
    [InlineData("partial class A(MethodCache a, MethodCache b) { MEMBERS }")]
    public async Task NoObviousPlace_NoFix(string type) => Assert.Empty(await FixVerifier.TitlesAsync("CG1005", type.Replace("MEMBERS", Members, StringComparison.Ordinal)));
}
