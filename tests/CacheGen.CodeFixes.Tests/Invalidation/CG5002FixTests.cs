using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Invalidation;

public class CG5002FixTests
{
    [Theory]
    [InlineData("[Invalidates(nameof(GetAsync))] public partial Task SaveAsync(Release release); private Task SaveCoreAsync(Release release) => Task.CompletedTask;",
        "[Invalidates(nameof(GetAsync), With = \"id=release.Id, country=release.Country\")] public partial Task SaveAsync(Release release); private Task SaveCoreAsync(Release release) => Task.CompletedTask;")]
    [InlineData("[Invalidates(nameof(GetAsync), With = \"country='de'\")] public partial Task SaveAsync(Release release); private Task SaveCoreAsync(Release release) => Task.CompletedTask;",
        "[Invalidates(nameof(GetAsync), With = \"country='de', id=release.Id\")] public partial Task SaveAsync(Release release); private Task SaveCoreAsync(Release release) => Task.CompletedTask;")]
    [InlineData("[Invalidates(nameof(GetAsync), With = @\"country=country\")] public partial Task SaveAsync(int releaseId, string country); private Task SaveCoreAsync(int releaseId, string country) => Task.CompletedTask;",
        "[Invalidates(nameof(GetAsync), With = @\"country=country, id=releaseId\")] public partial Task SaveAsync(int releaseId, string country); private Task SaveCoreAsync(int releaseId, string country) => Task.CompletedTask;")]
    [InlineData("[Updates(nameof(GetAsync))] public partial Task<Release?> SaveAsync(string country); private Task<Release?> SaveCoreAsync(string country) => null!;",
        "[Updates(nameof(GetAsync), With = \"id=result.Id\")] public partial Task<Release?> SaveAsync(string country); private Task<Release?> SaveCoreAsync(string country) => null!;")]
    public Task Key_IsBound(string before, string after) => WorkingFix.VerifyAsync("CG5002", InCatalog(before), InCatalog(after));

    [Fact]
    public Task Keys_AreBoundAtOnce() => WorkingFix.VerifyAllAsync(
        "CG5002",
        InCatalog("[Invalidates(nameof(GetAsync))] public partial void Save(Release release); private void SaveCore(Release release) { } [Invalidates(nameof(GetAsync))] public partial void Delete(Release old, string country); private void DeleteCore(Release old, string country) { }"),
        InCatalog("[Invalidates(nameof(GetAsync), With = \"id=release.Id, country=release.Country\")] public partial void Save(Release release); private void SaveCore(Release release) { } [Invalidates(nameof(GetAsync), With = \"id=old.Id\")] public partial void Delete(Release old, string country); private void DeleteCore(Release old, string country) { }"));

    [Theory]
    [InlineData("[Invalidates(nameof(GetAsync))] public partial void Save(string country, Uri address); private void SaveCore(string country, Uri address) { }")]
    [InlineData("private const string Country = \"country='de'\"; [Invalidates(nameof(GetAsync), With = Country)] public partial void Save(Release release); private void SaveCore(Release release) { }")]
    public async Task NothingSuggestsItself_NoFix(string member) => Assert.Empty(await FixVerifier.TitlesAsync("CG5002", InCatalog(member)));

    private static string InCatalog(string member) =>
        "public sealed record Release(int Id, string Country); public partial class Catalog(MethodCache cache) { [Cached] public partial Task<Release?> GetAsync(int id, string country); "
        + "private Task<Release?> GetCoreAsync(int id, string country) => null!; " + member + " }";
}
