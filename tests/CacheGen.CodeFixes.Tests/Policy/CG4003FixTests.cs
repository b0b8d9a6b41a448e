using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Policy;

public class CG4003FixTests
{
    [Theory]
    [InlineData("IsMiss", "static bool X(string value)")]
    [InlineData("StoreWhen", "static bool X(string value)")]
    [InlineData("FailWhen", "static bool X(string value)")]
    [InlineData("TtlFrom", "static TimeSpan? X(string value)")]
    [InlineData("ValidWhen", "bool X(string value)")]
    [InlineData("KeyFrom", "static string X(int id, string? sort)")]
    public Task Method_IsWritten(string property, string declaration) => FixVerifier.FixAsync("CG4003", Code($"{property} = \"X\"", ""), Code($"{property} = \"X\"", $$"""


            private {{declaration}} => throw new NotImplementedException();
        """));

    [Theory]
    [InlineData("Task<int?> GetAsync(int id)", "Task<int?> GetCoreAsync(int id) => throw new Exception();", "IsMiss", "static bool X(int value)")]
    [InlineData("IAsyncEnumerable<string> GetAsync(int id)", "IAsyncEnumerable<string> GetCoreAsync(int id) => throw new Exception();", "StoreWhen", "static bool X(IReadOnlyList<string> value)")]
    [InlineData("Task<T> GetAsync<T>(int id) where T : class", "Task<T> GetCoreAsync<T>(int id) where T : class => throw new Exception();", "IsMiss", "static bool X<T>(T value) where T : class")]
    [InlineData("Task<string?> GetAsync<T>(T id) where T : struct", "Task<string?> GetCoreAsync<T>(T id) where T : struct => throw new Exception();", "IsMiss", "static bool X(string value)")]
    public Task Shape_IsThatOfTheValue(string method, string source, string property, string declaration) => FixVerifier.FixAsync(
        "CG4003",
        $"partial class A(MethodCache cache) {{ [Cached({property} = \"X\")] public partial {method}; {source} }}",
        $"partial class A(MethodCache cache) {{ [Cached({property} = \"X\")] public partial {method}; {source} private {declaration} => throw new NotImplementedException(); }}");

    [Fact]
    public Task Item_OfABatchIsTheValue() => FixVerifier.FixAsync(
        "CG4003",
        "partial class A(MethodCache cache) { [CachedBatch(StoreWhen = \"X\")] public partial Task<Dictionary<int, string>> GetAsync(int[] ids); Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => throw new Exception(); }",
        "partial class A(MethodCache cache) { [CachedBatch(StoreWhen = \"X\")] public partial Task<Dictionary<int, string>> GetAsync(int[] ids); Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => throw new Exception(); private static bool X(string value) => throw new NotImplementedException(); }");

    [Theory]
    [InlineData("IsMiss = nameof(Instance)", "bool Instance(string value) => true;")]
    [InlineData("IsMiss = \"Field\"", "int Field;")]
    [InlineData("IsMiss = \"no name\"", "")]
    [InlineData("ServeStaleOn = new[] { typeof(string) }", "")]
    public async Task What_IsThereOrCannotBe_IsNotWritten(string said, string member) => Assert.Empty(await FixVerifier.TitlesAsync(
        "CG4003", $"partial class A(MethodCache cache) {{ [Cached({said})] public partial string? Get(int id); string? GetCore(int id) => null; {member} }}"));

    [Fact]
    public Task Methods_AreWrittenAtOnce() => FixVerifier.FixAllAsync(
        "CG4003",
        "partial class A(MethodCache cache) { [Cached(IsMiss = \"X\", TtlFrom = \"Y\")] public partial string? Get(int id); string? GetCore(int id) => null; }",
        "partial class A(MethodCache cache) { [Cached(IsMiss = \"X\", TtlFrom = \"Y\")] public partial string? Get(int id); string? GetCore(int id) => null; private static bool X(string value) => throw new NotImplementedException(); private static TimeSpan? Y(string value) => throw new NotImplementedException(); }");

    [Fact]
    public Task Name_ByNameof_IsWritten() => FixVerifier.FixAsync(
        "CG4003",
        "partial class A(MethodCache cache) { [Cached(IsMiss = nameof(X))] public partial string? Get(int id); string? GetCore(int id) => null; }",
        "partial class A(MethodCache cache) { [Cached(IsMiss = nameof(X))] public partial string? Get(int id); string? GetCore(int id) => null; private static bool X(string value) => throw new NotImplementedException(); }");

    private static string Code(string said, string member) => $$"""
        using System;

        internal sealed partial class A(MethodCache cache)
        {
            [Cached({{said}})]
            public partial string? Get(int id, string? sort);

            private string? GetCore(int id, string? sort) => null;{{member}}

            public int Other => 1;
        }
        """;
}
