using CacheGen.CodeFixes.Tests.Harness;
using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Value;

public class CG3003FixTests
{
    [Theory]
    [InlineData("=> db.Releases.FirstOrDefaultAsync(r => r.Id == id);", "=> db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id);")]
    [InlineData("=> db.Set<Release>().Include(\"Tracks\").FirstOrDefaultAsync(r => true);", "=> db.Set<Release>().AsNoTracking().Include(\"Tracks\").FirstOrDefaultAsync(r => true);")]
    [InlineData("{ var q = db.Releases.Where(r => r.Id == id); return q.FirstOrDefaultAsync(r => true); }", "{ var q = db.Releases.AsNoTracking().Where(r => r.Id == id); return q.FirstOrDefaultAsync(r => true); }")]
    [InlineData("=> (from r in db.Releases where r.Id == id select r).FirstOrDefaultAsync(r => true);", "=> (from r in db.Releases.AsNoTracking() where r.Id == id select r).FirstOrDefaultAsync(r => true);")]
    public Task Query_TracksNothing(string before, string after) => FixVerifier.FixAsync("CG3003", File(before), File(after));

    [Theory]
    [InlineData("=> db.Releases.FindAsync(id).AsTask();")]
    [InlineData("{ DbSet<Release> set = db.Releases; return set.FirstOrDefaultAsync(r => true); }", true)]
    public async Task Find_HasNoFix(string body, bool hasFix = false) => Assert.Equal(hasFix ? ["Add AsNoTracking()"] : [], await FixVerifier.TitlesAsync("CG3003", File(body)));

    [Fact]
    public Task Queries_TrackNothingAtOnce() => FixVerifier.FixAllAsync(
        "CG3003",
        File("=> id == 1 ? db.Releases.FirstOrDefaultAsync(r => true) : db.Releases.FirstOrDefaultAsync(r => false);"),
        File("=> id == 1 ? db.Releases.AsNoTracking().FirstOrDefaultAsync(r => true) : db.Releases.AsNoTracking().FirstOrDefaultAsync(r => false);"));

    private static string File(string body) =>
        $"using Microsoft.EntityFrameworkCore; public partial class A(MethodCache cache, Db db) {{ [Cached] public partial Task<Release?> GetAsync(int id); private Task<Release?> GetCoreAsync(int id) {body} }} "
        + "public class Release { public int Id { get; set; } } public class Db : DbContext { public DbSet<Release> Releases => Set<Release>(); } " + EntityFramework.Source;
}
