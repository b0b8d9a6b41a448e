using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Value;

public class CG3001FixTests
{
    private const string Ef = " namespace Microsoft.EntityFrameworkCore { public static class EntityFrameworkQueryableExtensions { public static Task<List<T>> ToListAsync<T>(this IQueryable<T> q, CancellationToken ct = default) => throw new Exception(); } }";

    [Theory]
    [InlineData("IEnumerable<int> GetCore(int id) => new[] { id }.Where(x => x > 1);", "IEnumerable<int> GetCore(int id) => new[] { id }.Where(x => x > 1).ToList();", null)]
    [InlineData("IEnumerable<int> GetCore(int id) => new[] { id }.Where(x => x > 1);", "IEnumerable<int> GetCore(int id) => new[] { id }.Where(x => x > 1).ToArray();", "End it with ToArray()")]
    [InlineData("IEnumerable<int> GetCore(int id) => from x in new[] { id } where x > 1 select x + 1;", "IEnumerable<int> GetCore(int id) => (from x in new[] { id } where x > 1 select x + 1).ToList();", null)]
    [InlineData("IEnumerable<int> GetCore(int id) { var all = new[] { id }.Skip(1); return all; }", "IEnumerable<int> GetCore(int id) { var all = new[] { id }.Skip(1).ToList(); return all; }", null)]
    [InlineData("IEnumerable<int> GetCore(int id) => All(); IEnumerable<int> All() => new[] { 1 }.Skip(1);", "IEnumerable<int> GetCore(int id) => All(); IEnumerable<int> All() => new[] { 1 }.Skip(1).ToList();", null)]
    public Task Linq_IsEnded(string before, string after, string? title) => FixVerifier.FixAsync("CG3001", Method("IEnumerable<int> Get", before), Method("IEnumerable<int> Get", after), title);

    [Fact]
    public Task Query_IsEndedAsynchronously() => FixVerifier.FixAsync(
        "CG3001",
        "using Microsoft.EntityFrameworkCore; " + Query("db.Where(x => x == id)") + Ef,
        "using Microsoft.EntityFrameworkCore; " + Query("await db.Where(x => x == id).ToListAsync(ct)") + Ef);

    [Fact]
    public async Task Query_WithoutAsynchronousEnd_IsReadAtOnce() =>
        Assert.Equal(["End it with ToList()", "End it with ToArray()"], await FixVerifier.TitlesAsync("CG3001", Query("db.Where(x => x == id)")));

    [Theory]
    [InlineData("IEnumerable<int> Get", "IEnumerable<int> GetCore(int id) { yield return id; }")]
    [InlineData("IOrderedEnumerable<int> Get", "IOrderedEnumerable<int> GetCore(int id) => new[] { id }.OrderBy(x => x);")]
    [InlineData("Task<IEnumerable<int>> GetAsync", "Task<IEnumerable<int>> GetCoreAsync(int id) => Task.FromResult(new[] { id }.Where(x => x > 1));")]
    [InlineData("System.IO.Stream Get", "System.IO.Stream GetCore(int id) => System.IO.Stream.Null;")]
    public async Task What_WouldNotCompile_IsNotOffered(string method, string source) => Assert.Empty(await FixVerifier.TitlesAsync("CG3001", Method(method, source)));

    [Fact]
    public Task All_AreEnded() => FixVerifier.FixAllAsync(
        "CG3001",
        Method("IEnumerable<int> Get", "IEnumerable<int> GetCore(int id) => new[] { id }.Skip(1);") + Method("IEnumerable<int> Get", "IEnumerable<int> GetCore(int id) => new[] { id }.Skip(2);", "B"),
        Method("IEnumerable<int> Get", "IEnumerable<int> GetCore(int id) => new[] { id }.Skip(1).ToList();") + Method("IEnumerable<int> Get", "IEnumerable<int> GetCore(int id) => new[] { id }.Skip(2).ToList();", "B"));

    private static string Method(string method, string source, string type = "A") => $"partial class {type}(MethodCache cache) {{ [Cached] public partial {method}(int id); {source} }}";

    private static string Query(string returned) =>
        "partial class A(MethodCache cache, IQueryable<int> db) { [Cached] public partial Task<IEnumerable<int>> GetAsync(int id, CancellationToken ct); async Task<IEnumerable<int>> GetCoreAsync(int id, CancellationToken ct) { await Task.Yield(); return "
        + returned + "; } }";
}
