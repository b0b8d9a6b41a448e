using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Loads behind their callers, with services that end with these.</summary>
public class CG4004Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { InShop("""
            [Cached(RefreshAfter = {|CG4004:"5m"|}, Ttl = "10m")] public partial Task<string> GetAsync(int id);
            private async Task<string> GetCoreAsync(int id) { await Task.Yield(); return db.Set(id); }
            """), "With RefreshAfter loads of 'GetAsync' go on behind their callers, and the source 'GetCoreAsync' uses 'db' of type ShopContext, which ends with the caller's scope: say BackgroundScope = true" },
        { InShop("""
            [Cached(SoftTimeout = {|CG4004:"1s"|}, Ttl = "10m", FailSafe = "1d")] public partial string Get(int id);
            private string GetCore(int id) => Ask(id);
            private string Ask(int id) => Enumerable.Range(0, id).Select(i => Connection.Execute(i)).Last();
            public IDbConnection Connection { get; init; } = null!;
            """), "'Connection' of type IDbConnection" },
        { InShop("""
            [Cached(RefreshAfter = {|CG4004:"5m"|}, Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) => Context.Set(id);
            private ShopContext Context => _held;
            private readonly ShopContext _held = new();
            """), "'_held' of type ShopContext" },
        { InShop("""
            [Cached(RefreshAfter = {|CG4004:"5m"|}, Ttl = "10m", Key = "{id}")] public static partial string Get(ShopContext context, int id, MethodCache cache);
            private static string GetCore(ShopContext context, int id, MethodCache cache) => context.Set(id);
            """), "its parameter 'context' of type ShopContext, which ends with the caller's scope: take it in the constructor of 'Shop'" },
        { InShop("""
            [Cached(RefreshAfter = {|CG4004:"5m"|}, Ttl = "10m")] public partial IAsyncEnumerable<string> GetAsync(int id);
            private async IAsyncEnumerable<string> GetCoreAsync(int id) { await Task.Yield(); yield return db.Set(id); }
            """), "make it anew for each load, by a factory" },
        { InShop("""
            [Cached(Ttl = "10m")] public partial string {|CG4004:Get|}(int id);
            private string GetCore(int id) => db.Set(id);
            """, "CacheDefaults(RefreshAfter = \"5m\")"), "With RefreshAfter" },
        // Through another method's load, which has no scope of its own either.
        { InShop("""
            [Cached(RefreshAfter = {|CG4004:"5m"|}, Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) => Other(id);
            [Cached(Ttl = "10m")] public partial string Other(int id);
            private string OtherCore(int id) => (string)services.GetService(typeof(string))! + id;
            """), "'services' of type IServiceProvider" },
    };

    public static TheoryData<string> Fine =>
    [
        InShop("""
            [Cached(RefreshAfter = "5m", Ttl = "10m", BackgroundScope = true)] public partial string Get(int id);
            private string GetCore(int id) => db.Set(id);
            """),
        // Nothing goes on behind but what others wait for.
        InShop("""
            [Cached(Ttl = "10m", FailSafe = "1d", HardTimeout = "5s")] public partial string Get(int id);
            private string GetCore(int id) => db.Set(id);
            """),
        // It is there, and this source does not use it.
        InShop("""
            [Cached(RefreshAfter = "5m", Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) => factory.CreateDbContext().Set(id);
            public string Direct(int id) => db.Set(id) + nameof(db);
            """),
        InShop("""
            [Cached(RefreshAfter = "5m", Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) { using var own = Open(); return own.Set(id) + Fresh.Set(id); }
            private ShopContext Open() => factory.CreateDbContext();
            private ShopContext Fresh => Open();
            """),
        InShop("""
            [Cached(RefreshAfter = "5m", Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) { using var scope = services.CreateScope(); return ((ShopContext)scope.ServiceProvider.GetService(typeof(ShopContext))!).Set(id); }
            """),
        InShop("""
            [Cached(RefreshAfter = "5m", Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) => Other(id);
            [Cached(Ttl = "10m", BackgroundScope = true)] public partial string Other(int id);
            private string OtherCore(int id) => db.Set(id);
            """),
        InShop("""
            [Cached(RefreshAfter = null, Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) => db.Set(id);
            """, "CacheDefaults(RefreshAfter = \"5m\")"),
        InShop("""
            #pragma warning disable CG4004
            [Cached(RefreshAfter = "5m", Ttl = "10m")] public partial string Get(int id);
            private string GetCore(int id) => db.Set(id);
            """),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Source_HasServicesOfItsCaller(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG4004", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsNotFlagged(string file) => Assert.Empty(await Markup.JudgeAsync("CG4004", file));

    private static string InShop(string members, string attribute = "CachePrefix(\"shop\")") =>
        $$"""
        using Microsoft.EntityFrameworkCore;
        using System.Data;
        using Microsoft.Extensions.DependencyInjection;

        [{{attribute}}]
        internal sealed partial class Shop(ShopContext db, IDbContextFactory<ShopContext> factory, IServiceProvider services, MethodCache cache)
        {
            public object Held => (db, factory, services, cache);
            {{members}}
        }

        public class ShopContext : DbContext { public string Set(int id) => id.ToString(); }
        public static class ConnectionExtensions { public static string Execute(this IDbConnection connection, int id) => connection.ToString() + id; }

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext : IDisposable { public void Dispose() { } }
            public interface IDbContextFactory<T> where T : DbContext { T CreateDbContext(); }
        }
        """;
}
