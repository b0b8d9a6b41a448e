using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Method;

public class CG1002FixTests
{
    [Fact]
    public Task Source_IsAddedBelow() => WorkingFix.VerifyAsync(
        "CG1002",
        """
        internal partial class A(MethodCache cache)
        {
            /// <summary>One.</summary>
            [Cached]
            public partial Task<int> GetAsync(int id, CancellationToken ct = default); // cached

            public int Count => 1;
        }
        """,
        """
        internal partial class A(MethodCache cache)
        {
            /// <summary>One.</summary>
            [Cached]
            public partial Task<int> GetAsync(int id, CancellationToken ct = default); // cached

            private Task<int> GetCoreAsync(int id, CancellationToken ct) => throw new NotImplementedException();

            public int Count => 1;
        }
        """,
        "Add the source 'GetCoreAsync'");

    [Theory]
    [InlineData("[Cached(Source = \"Load\")] public partial int Get(int id);",
        "[Cached(Source = \"Load\")] public partial int Get(int id); private int Load(int id) => throw new NotImplementedException();")]
    [InlineData("[Cached(Source = nameof(Load))] public partial int Get(int id);",
        "[Cached(Source = nameof(Load))] public partial int Get(int id); private int Load(int id) => throw new NotImplementedException();")]
    [InlineData("[Cached] public static partial T? Get<T>(int id, MethodCache own) where T : class;",
        "[Cached] public static partial T? Get<T>(int id, MethodCache own) where T : class; private static T? GetCore<T>(int id, MethodCache own) where T : class => throw new NotImplementedException();")]
    [InlineData("[Cached] public partial IAsyncEnumerable<int> GetAsync(int id, CancellationToken ct = default);",
        "[Cached] public partial IAsyncEnumerable<int> GetAsync(int id, CancellationToken ct = default); private IAsyncEnumerable<int> GetCoreAsync(int id, CancellationToken ct) => throw new NotImplementedException();")]
    [InlineData("[CachedBatch] public partial Dictionary<int, string> GetAll(int[] ids);",
        "[CachedBatch] public partial Dictionary<int, string> GetAll(int[] ids); private Dictionary<int, string> GetAllCore(int[] ids) => throw new NotImplementedException();")]
    [InlineData("[Invalidates(Tags = new[] { \"a\" })] public partial Task SaveAsync(int id);",
        "[Invalidates(Tags = new[] { \"a\" })] public partial Task SaveAsync(int id); private Task SaveCoreAsync(int id) => throw new NotImplementedException();")]
    public Task Source_HasTheShapeOfItsMethod(string before, string after) => FixVerifier.FixAsync(
        "CG1002", $"internal partial class A(MethodCache cache) {{ public MethodCache C => cache; {before} }}", $"internal partial class A(MethodCache cache) {{ public MethodCache C => cache; {after} }}");

    [Fact]
    public Task Sources_AreAddedAtOnce() => WorkingFix.VerifyAllAsync(
        "CG1002",
        "partial class A(MethodCache cache) { [Cached] public partial int B(int id); [Cached] public partial int C(int id); }",
        "partial class A(MethodCache cache) { [Cached] public partial int B(int id); private int BCore(int id) => throw new NotImplementedException(); [Cached] public partial int C(int id); private int CCore(int id) => throw new NotImplementedException(); }");

    [Theory]
    [InlineData("[Cached(Source = nameof(Name))] public partial string Get(int id); public string Name => \"\";")]
    [InlineData("[Cached] public partial int Get(int id); private Func<int, int> GetCore => id => id;")]
    public async Task NameThatIsTaken_HasNoFix(string member)
    {
        var titles = await FixVerifier.TitlesAsync("CG1002", $"public partial class A(MethodCache cache) {{ public MethodCache C => cache; {member} }}");
        Assert.Empty(titles);
    }
}
