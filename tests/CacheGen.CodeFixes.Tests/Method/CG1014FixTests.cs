using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Method;

public class CG1014FixTests
{
    [Theory]
    [InlineData("public Task<int> TwiceAsync(int id) => GetCoreAsync(id, default);", "public Task<int> TwiceAsync(int id) => GetAsync(id, default);")]
    [InlineData("public async Task<int> TwiceAsync(int id) { return 2 * await this./* now */GetCoreAsync(ct: default, id: id); }", "public async Task<int> TwiceAsync(int id) { return 2 * await this./* now */GetAsync(ct: default, id: id); }")]
    public Task CachedMethod_IsCalled(string before, string after) => WorkingFix.VerifyAsync("CG1014", InCatalog(before), InCatalog(after), "Call 'GetAsync'");

    [Fact]
    public Task CachedMethod_IsCalledEverywhere() => WorkingFix.VerifyAllAsync(
        "CG1014",
        InCatalog("public Task<int> A(int id) => GetCoreAsync(id, default); public Task<int> B(int id) => GetCoreAsync(id + 1, default);"),
        InCatalog("public Task<int> A(int id) => GetAsync(id, default); public Task<int> B(int id) => GetAsync(id + 1, default);"));

    [Theory]
    // they return different things, or take them in another order
    [InlineData("[Cached(Key = \"b:{id}\")] public partial Task<int> OtherAsync(int id); private ValueTask<int> OtherCoreAsync(int id) => new(id); public ValueTask<int> M() => OtherCoreAsync(1);")]
    [InlineData("[Cached(Key = \"b:{id}\")] public partial Task<int> OtherAsync(CancellationToken ct, int id); private Task<int> OtherCoreAsync(int id, CancellationToken ct) => Task.FromResult(id); public Task<int> M() => OtherCoreAsync(1, default);")]
    [InlineData("[Cached(Key = \"b:{id}\", Source = nameof(LoadAsync))] public partial Task<int> BAsync(int id); [Cached(Key = \"c:{id}\", Source = nameof(LoadAsync))] public partial Task<int> CAsync(int id); private Task<int> LoadAsync(int id) => Task.FromResult(id); public Task<int> M() => LoadAsync(1);")]
    public async Task OtherSignature_HasNoFix(string member) => Assert.Empty(await FixVerifier.TitlesAsync("CG1014", InCatalog(member)));

    private static string InCatalog(string member) =>
        "public partial class Catalog(MethodCache cache) { [Cached(Key = \"a:{id}\")] public partial Task<int> GetAsync(int id, CancellationToken ct = default); "
        + "private Task<int> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult(id); " + member + " }";
}
