using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG3003Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { One("=> {|CG3003:db.Releases.FirstOrDefaultAsync(r => r.Id == id)|};"), "'Release' goes into the cache while its DbContext tracks it, and all later requests share it and what hangs on it: add AsNoTracking() to the query" },
        { One("=> {|CG3003:db.Set<Release>().FirstOrDefaultAsync(r => r.Id == id)|};"), "add AsNoTracking()" },
        { One("=> {|CG3003:db.Releases.Include(\"Tracks\").Where(r => r.Id == id).FirstOrDefaultAsync(r => true)|};"), "add AsNoTracking()" },
        { One("{ var q = db.Releases.Where(r => r.Id == id); return {|CG3003:q.FirstOrDefaultAsync(r => true)|}; }"), "add AsNoTracking()" },
        { One("=> {|CG3003:(from r in db.Releases where r.Id == id orderby r.Name select r).FirstOrDefaultAsync(r => true)|};"), "add AsNoTracking()" },
        { One("=> FindAsync(id); private Task<Release?> FindAsync(int id) => {|CG3003:db.Releases.FirstOrDefaultAsync(r => r.Id == id)|};"), "add AsNoTracking()" },
        { Async("return await {|CG3003:db.Releases.FindAsync(id)|};"), "FindAsync always tracks; query with AsNoTracking() and FirstOrDefaultAsync" },
        { Async("return {|CG3003:db.Releases.Find(id)|};"), "Find always tracks" },
        { Async("var release = await {|CG3003:db.Releases.SingleAsync()|}.ConfigureAwait(false); return release;"), "add AsNoTracking()" },
        { Async("return id == 0 ? null : await {|CG3003:db.Releases.SingleAsync()|};"), "add AsNoTracking()" },
        { Of("Task<List<Release>>", "=> {|CG3003:db.Releases.ToListAsync()|};"), "add AsNoTracking()" },
        { Of("Task<IReadOnlyList<Release>>", "async { return await {|CG3003:db.Releases.ToListAsync()|}; }"), "add AsNoTracking()" },
        { Of("Task<Dictionary<int, Release>>", "=> {|CG3003:db.Releases.ToDictionaryAsync(r => r.Id)|};"), "add AsNoTracking()" },
        { Of("Task<IRelease>", "async { return await {|CG3003:db.Releases.SingleAsync()|}; }"), "add AsNoTracking()" },
        { Of("Release[]", "=> {|CG3003:db.Releases.ToArray()|};"), "add AsNoTracking()" },
        { File("public partial class A(MethodCache cache, Db db) { [CachedBatch] public partial Task<Dictionary<int, Release>> GetAsync(int[] ids); private Task<Dictionary<int, Release>> GetCoreAsync(int[] ids) => {|CG3003:db.Releases.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id)|}; }"), "add AsNoTracking()" },
        { File("public partial class A<T>(MethodCache cache, Db db) where T : class { [Cached] public partial Task<T> GetAsync(int id); private Task<T> GetCoreAsync(int id) => {|CG3003:db.Set<T>().SingleAsync()|}; }"), "'T' goes" },
    };

    public static TheoryData<string> Fine =>
    [
        One("=> db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id);"),
        One("=> db.Releases.Where(r => r.Id == id).AsNoTracking().FirstOrDefaultAsync(r => true);"),
        One("=> db.Releases.AsNoTrackingWithIdentityResolution().Include(\"Tracks\").FirstOrDefaultAsync(r => r.Id == id);"),
        One("{ var q = db.Releases.AsNoTracking(); return q.FirstOrDefaultAsync(r => true); }"),
        // A projection is no entity, also where it has its type.
        One("=> db.Releases.Select(r => new Release { Id = r.Id }).FirstOrDefaultAsync(r => r.Id == id);"),
        Of("Task<List<string>>", "=> db.Releases.Select(r => r.Name).ToListAsync();"),
        Of("Task<List<Summary>>", "=> (from r in db.Releases select new Summary(r.Name)).ToListAsync();"),
        Of("Task<Dictionary<int, string>>", "=> db.Releases.ToDictionaryAsync(r => r.Id, r => r.Name);"),
        Of("Task<Summary>", "async { var release = await db.Releases.SingleAsync(); return new Summary(release.Name); }"),
        Of("int", "=> db.Releases.Count();"),
        Of("Task<object>", "async { return await db.Releases.SingleAsync(); }"),
        // What is not seen is not told.
        One("=> db.Releases.Quietly().FirstOrDefaultAsync(r => r.Id == id);"),
        One("{ IQueryable<Release> q = db.Releases; if (id > 1) q = q.AsNoTracking(); return q.FirstOrDefaultAsync(r => true); }"),
        One("=> Other.FindAsync(db);"),
        One("=> query.FirstOrDefaultAsync(r => r.Id == id); private readonly IQueryable<Release> query = null!;"),
        // Somewhere it is said for all queries.
        One("=> db.Releases.FirstOrDefaultAsync(r => r.Id == id);") + " class Program { object Behavior = Microsoft.EntityFrameworkCore.QueryTrackingBehavior.NoTracking; } namespace Microsoft.EntityFrameworkCore { enum QueryTrackingBehavior { NoTracking } }",
        // The context is gone when the value is cached.
        Async("using var own = new Db(); return await own.Releases.SingleAsync();"),
        Async("using (var own = new Db()) { return await own.Releases.SingleAsync(); }"),
        // Keyless types are not tracked.
        Of("Task<View>", "=> db.Views.SingleAsync();"),
        // Other libraries have sets too.
        "public class Release; namespace Mine { public class DbSet<T> { public T First() => throw new Exception(); } } public partial class A(MethodCache cache, Mine.DbSet<Release> set) { [Cached] public partial Release Get(int id); private Release GetCore(int id) => set.First(); }",
        "#pragma warning disable CG3003\n" + One("=> db.Releases.FirstOrDefaultAsync(r => r.Id == id);"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task TrackedEntity_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG3003", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task What_IsNotTracked_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG3003", file));

    [Fact]
    public async Task Query_OfTwoMethodsIsToldOnce() => Assert.Single(await Markup.JudgeAsync(
        "CG3003",
        File("public partial class A(MethodCache cache, Db db) { [Cached] public partial Task<Release> GetAsync(int id); [Cached] public partial Task<Release> GetAsync(string id); "
            + "private Task<Release> GetCoreAsync(int id) => FindAsync(); private Task<Release> GetCoreAsync(string id) => FindAsync(); private Task<Release> FindAsync() => {|CG3003:db.Releases.SingleAsync()|}; }")));

    private static string One(string body) => Of("Task<Release?>", body);

    private static string Async(string body) => Of("Task<Release?>", $"async {{ await Task.Yield(); {body} }}");

    private static string Of(string type, string body)
    {
        var isAsync = body.StartsWith("async ", StringComparison.Ordinal);
        return File($"public partial class A(MethodCache cache, Db db) {{ public object C => cache; [Cached] public partial {type} GetAsync(int id); private {(isAsync ? "async " : "")}{type} GetCoreAsync(int id) {(isAsync ? body[6..] : body)} }}");
    }

    private static string File(string code) => "using Microsoft.EntityFrameworkCore; " + code + """
         public interface IRelease; public class Release : IRelease { public int Id { get; set; } public string Name { get; set; } = ""; } public record Summary(string Name); [Keyless] public class View;
        public class Db : DbContext { public DbSet<Release> Releases => Set<Release>(); public DbSet<View> Views => Set<View>(); }
        public static class Other { public static IQueryable<Release> Quietly(this IQueryable<Release> q) => q.AsNoTracking(); public static Task<Release?> FindAsync(Db db) => db.Releases.FirstOrDefaultAsync(r => true); }

        """ + EntityFramework.Source;
}
