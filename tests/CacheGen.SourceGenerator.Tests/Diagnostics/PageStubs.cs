namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>What the examples of the pages name: a shop and a catalog of music, and as much of EF Core, ASP.NET Core and FusionCache as they use.</summary>
internal static class PageStubs
{
    public const string Usings = """
        using System.IO;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        """;

    public static string Around(string members) => $$"""
        internal sealed partial class C(MethodCache cache, ICacheScope scope, IApi api, IReplica primary, IReplica replica, CatalogContext db, IOrders orders, MusicCatalog catalog, ILogger logger, IHttpContextAccessor accessor)
        {
        {{members}}
        }
        """;

    public const string Source = """
        public sealed record Release(int Id, string Title, int ArtistId);
        public sealed record Page(int Number, IReadOnlyList<Release> Items);
        public sealed record Price(decimal Amount, string Currency);
        public sealed record User(int Id, string Name);
        public sealed record UserDetails(int Id, string Address);
        public sealed record Collection(string Username, int Count);
        public sealed record Playlist(int Id);
        public sealed record Track(string Id, string Title);
        public sealed record Album(string Id);
        public sealed record Product(int Id, string Name);
        public sealed record Rights(bool CanWrite);
        public sealed record Rates(decimal Dollar);
        public sealed record Shop(string Name);
        public sealed record Order(int Id);
        public sealed record Dish(int Id, int RestaurantId, string Name);
        public sealed record Article(int Id);
        public sealed record SearchPage(IReadOnlyList<Article> Items);
        public sealed record Address(string City);
        public sealed record Customer(int Id, Address Address);
        public sealed record Filter(string Text, decimal MaxPrice);
        public sealed class Label { public int Id { get; init; } public string Name { get; set; } = ""; }
        public sealed class SearchFilter { public string Text { get; init; } = ""; public decimal MaxPrice { get; init; } }
        public sealed class Audit { public string By { get; init; } = ""; }
        public enum Sort { Title, Year }

        public interface IApi
        {
            Task<Release?> FindAsync(int id, CancellationToken ct = default);
            Task<Release> GetReleaseAsync(int id);
            Task<Price> GetPriceAsync(int id);
            Task<Price> GetPriceAsync(int id, string market);
            Task<int> GetStockAsync(int id, string traceId);
            Task<Page> SearchAsync(string query, int page);
            Task<Page> SearchAsync(string text, decimal maxPrice);
            Task<Page> FindAsync(string text, CancellationToken ct = default);
            Task<List<Track>> FindTracksAsync(IReadOnlyCollection<string> ids);
        }

        public interface IReplica { Task<int> ReadAsync(int id); }
        public interface IOrders { Task<IReadOnlyList<Order>> FindAsync(string customer, int page); }

        [CacheDefaults(MissTtl = "1m")]
        public sealed partial class Labels(MethodCache cache)
        {
            [Cached]
            public partial Task<Label?> GetAsync(int id);
            private Task<Label?> GetCoreAsync(int id) => Task.FromResult<Label?>(new Label { Id = id });
        }

        [CacheDefaults(MissTtl = "1m")]
        public sealed partial class MusicCatalog(MethodCache cache)
        {
            [Cached(Key = "track:{id}:{market}")]
            public partial Task<Track?> GetTrackAsync(string id, string market, CancellationToken ct = default);
            private Task<Track?> GetTrackCoreAsync(string id, string market, CancellationToken ct) => throw new NotSupportedException();
            [CachedBatch(Of = nameof(GetTrackAsync))]
            public partial Task<IReadOnlyDictionary<string, Track>> GetTracksAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct = default);
            private Task<IReadOnlyDictionary<string, Track>> GetTracksCoreAsync(IReadOnlyCollection<string> ids, string market, CancellationToken ct) => throw new NotSupportedException();
        }

        public sealed class AppDbContext : Microsoft.EntityFrameworkCore.DbContext;
        public sealed class CatalogContext : Microsoft.EntityFrameworkCore.DbContext
        {
            public Microsoft.EntityFrameworkCore.DbSet<Release> Releases => null!;
            public Microsoft.EntityFrameworkCore.DbSet<Label> Labels => null!;
            public Microsoft.EntityFrameworkCore.DbSet<Customer> Customers => null!;
            public Microsoft.EntityFrameworkCore.DbSet<Product> Products => null!;
            public Microsoft.EntityFrameworkCore.DbSet<Dish> Dishes => null!;
        }

        namespace Microsoft.EntityFrameworkCore
        {
            using System.Linq.Expressions;

            public class DbContext : IDisposable
            {
                public Task<int> SaveChangesAsync(CancellationToken ct = default) => Task.FromResult(0);
                public void Dispose() { }
            }
            public interface IDbContextFactory<T> where T : DbContext { T CreateDbContext(); }
            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public Type ElementType => typeof(T);
                public Expression Expression => null!;
                public IQueryProvider Provider => null!;
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => null!;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            }
            public static class EntityFrameworkQueryableExtensions
            {
                public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> query) where T : class => query;
                public static IQueryable<T> Include<T, TValue>(this IQueryable<T> query, Expression<Func<T, TValue>> path) where T : class => query;
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> query, CancellationToken ct = default) => null!;
                public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> where, CancellationToken ct = default) => null!;
                public static Task<T> SingleAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> where, CancellationToken ct = default) => null!;
            }
        }

        namespace Microsoft.AspNetCore.Http
        {
            public interface IHttpContextAccessor { HttpContext? HttpContext { get; } }
            public abstract class HttpContext { public abstract System.Security.Claims.ClaimsPrincipal User { get; } }
        }
        """;

    /// <summary>An engine with an L2, and the serializer that it is given: only with both there is something that must come back.</summary>
    public const string FusionCache = """
        namespace CacheGen { internal static class FusionCacheExtensions; }
        namespace ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson { public class FusionCacheSystemTextJsonSerializer; }
        """;
}
