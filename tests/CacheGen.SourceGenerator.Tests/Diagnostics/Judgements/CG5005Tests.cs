using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG5005Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        // what shows the write: EF Core, HTTP, Dapper, ADO.NET, a repository
        { InCatalog("public async Task {|CG5005:UpdateReleaseAsync|}(int id, string title) { var release = db.Releases.First(r => r.Id == id); release.Title = title; await db.SaveChangesAsync(); }"), "put [Invalidates(nameof(GetReleaseAsync))] on it" },
        { InCatalog("public void {|CG5005:Save|}(Release release) { db.Releases.Update(release); db.SaveChanges(); }"), "'Save' writes what 'GetReleaseAsync' caches" },
        { InCatalog("public Task {|CG5005:RenameAsync|}(int id, string title) => db.Releases.Where(r => r.Id == id).ExecuteUpdateAsync(title);"), "GetReleaseAsync" },
        { InCatalog("public void {|CG5005:Remove|}(int id) { db.Remove(new Release { Id = id }); }"), "GetReleaseAsync" },
        { InCatalog("public void {|CG5005:Update|}(Release release) { db.Entry(release).State = 3; }"), "GetReleaseAsync" },
        { InCatalog("public async Task {|CG5005:DeleteReleaseAsync|}(int id, System.Net.Http.HttpClient http) => await http.DeleteAsync(\"releases/\" + id);"), "GetReleaseAsync" },
        { InCatalog("public Task {|CG5005:SetReleaseByIdAsync|}(int id, System.Net.Http.HttpClient http) => System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(http, \"\", id);"), "GetReleaseAsync" },
        { InCatalog("public Task {|CG5005:UpdateReleasesAsync|}(System.Data.IDbConnection connection) => Dapper.SqlMapper.ExecuteAsync(connection, \"update\");"), "GetReleaseAsync" },
        { InCatalog("public int {|CG5005:ClearReleases|}(System.Data.IDbCommand command) => command.ExecuteNonQuery();"), "GetReleaseAsync" },
        { InCatalog("public Task {|CG5005:SaveReleaseAsync|}(Release release) => store.SaveAsync(release);"), "GetReleaseAsync" },
        // by a helper of the type
        { InCatalog("public void {|CG5005:UpdateRelease|}(int id) => Write(id); private void Write(int id) { Console.WriteLine(id); db.SaveChanges(); }"), "GetReleaseAsync" },
        // what is new concerns lists
        { InCatalog("public void {|CG5005:AddArtist|}(Artist artist) { db.Artists.Add(artist); db.SaveChanges(); }"), "GetArtistsAsync" },
    };

    public static TheoryData<string> Fine =>
    [
        // it invalidates, in one way or another
        InCatalog("[Invalidates(nameof(GetReleaseAsync))] public partial Task UpdateReleaseAsync(int id); private Task UpdateReleaseCoreAsync(int id) { Console.WriteLine(id); return db.SaveChangesAsync(); }"),
        InCatalog("public async Task UpdateReleaseAsync(int id) { await db.SaveChangesAsync(); await Cache.GetRelease(C, id).RemoveAsync(); }"),
        InCatalog("public async Task UpdateReleaseAsync(int id) { Console.WriteLine(id); await db.SaveChangesAsync(); await C.RemoveByTagAsync(\"a\"); }"),
        InCatalog("[Invalidates(nameof(GetReleaseAsync))] public partial Task ForgetAsync(int id); private Task ForgetCoreAsync(int id) => Task.CompletedTask; public async Task UpdateReleaseAsync(int id) { await db.SaveChangesAsync(); await ForgetAsync(id); }"),
        InCatalog("public void UpdateRelease(int id) { db.SaveChanges(); Drop(id); } private void Drop(int id) => Cache.GetRelease(C, id).Remove();"),
        InCatalog("public async Task UpdateReleaseAsync(int id, IBus bus) { await db.SaveChangesAsync(); await bus.PublishAsync(id); }"),
        InCatalog("public void UpdateRelease(int id) { db.SaveChanges(); OnInvalidated(id); } private void OnInvalidated(int id) => Console.WriteLine(id);"),
        // it writes nothing that can be seen, or something else
        InCatalog("public int UpdateRelease(int id) => id + 1;"),
        InCatalog("public void SetRelease(List<int> ids) => ids.Add(1);"),
        InCatalog("public bool UpdateRelease(Release release) => db.Entry(release).State == 3;"),
        InCatalog("public Task UpdateLabelAsync(int id) { Console.WriteLine(id); return db.SaveChangesAsync(); }"),
        InCatalog("public Task UpdateReleaseNotesAsync(int id) { Console.WriteLine(id); return db.SaveChangesAsync(); }"),
        InCatalog("private readonly List<Release> _seen = []; public void AddSeen(Release release) => _seen.Add(release);"),
        // no write by its name; its callers'
        InCatalog("public Task SettleReleaseAsync(int id) { Console.WriteLine(id); return db.SaveChangesAsync(); }"),
        InCatalog("private Task UpdateReleaseAsync(int id) { Console.WriteLine(id); return db.SaveChangesAsync(); }"),
        // what is new was never cached
        InCatalog("public void AddRelease(Release release) { db.Releases.Add(release); db.SaveChanges(); }"),
        // nothing is cached beside
        Stubs + "public class Plain(Db db) { public Task UpdateReleaseAsync(int id) { Console.WriteLine(id); return db.SaveChangesAsync(); } }",
        InCatalog("\n#pragma warning disable CG5005\npublic void UpdateRelease() => db.SaveChanges();\n#pragma warning restore CG5005\n"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WriteWithoutInvalidation_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG5005", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task OtherMethod_IsLeftAlone(string file) => Assert.Empty(await Markup.JudgeAsync("CG5005", file));

    private const string Stubs = """
        using Microsoft.EntityFrameworkCore;
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
                public int SaveChanges() => 0;
                public Task<int> SaveChangesAsync(CancellationToken ct = default) => Task.FromResult(0);
                public void Remove<T>(T entity) { }
                public EntityEntry Entry<T>(T entity) => new();
            }
            public sealed class EntityEntry
            {
                public int State { get; set; }
            }
            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public Type ElementType => typeof(T);
                public System.Linq.Expressions.Expression Expression => null!;
                public IQueryProvider Provider => null!;
                public void Add(T entity) { }
                public void Update(T entity) { }
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => null!;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            }
            public static class RelationalQueryableExtensions { public static Task<int> ExecuteUpdateAsync<T>(this IQueryable<T> query, string set) => Task.FromResult(0); }
        }
        namespace Dapper { public static class SqlMapper { public static Task<int> ExecuteAsync(System.Data.IDbConnection connection, string sql) => Task.FromResult(0); } }
        public sealed class Release { public int Id { get; set; } public string? Title { get; set; } }
        public sealed class Artist { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Release> Releases => null!; public DbSet<Artist> Artists => null!; }
        public interface IStore { Task SaveAsync(Release release); }
        public interface IBus { Task PublishAsync(int id); }

        """;

    private static string InCatalog(string member) => Stubs + """
        public partial class Catalog(Db db, IStore store, MethodCache cache)
        {
            public MethodCache C => cache;
            public string Held => $"{db}{store}";
            [Cached]
            public partial Task<Release?> GetReleaseAsync(int id);
            private Task<Release?> GetReleaseCoreAsync(int id) => Task.FromResult<Release?>(null);
            [Cached]
            public partial Task<IReadOnlyList<Artist>> GetArtistsAsync();
            private Task<IReadOnlyList<Artist>> GetArtistsCoreAsync() => null!;

        """ + member + "\n}";
}
