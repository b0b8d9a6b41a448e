namespace CacheGen.SourceGenerator.Tests.Harness;

/// <summary>As much of EF Core as the rules about it look at.</summary>
internal static class EntityFramework
{
    public const string Source = """
        namespace Microsoft.EntityFrameworkCore
        {
            public enum QueryMode { TrackAll, NoTracking }
            public class KeylessAttribute : Attribute;
            public class DbContext : IDisposable
            {
                public DbSet<T> Set<T>() where T : class => null!;
                public void Dispose() { }
            }
            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public Type ElementType => typeof(T);
                public System.Linq.Expressions.Expression Expression => null!;
                public IQueryProvider Provider => null!;
                public T? Find(params object[] keys) => null;
                public ValueTask<T?> FindAsync(params object[] keys) => default;
                IEnumerator<T> IEnumerable<T>.GetEnumerator() => null!;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            }
            public static class EntityFrameworkQueryableExtensions
            {
                public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> q) where T : class => q;
                public static IQueryable<T> AsNoTrackingWithIdentityResolution<T>(this IQueryable<T> q) where T : class => q;
                public static IQueryable<T> Include<T>(this IQueryable<T> q, string path) where T : class => q;
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> q, CancellationToken ct = default) => null!;
                public static Task<Dictionary<TKey, T>> ToDictionaryAsync<T, TKey>(this IQueryable<T> q, Func<T, TKey> key, CancellationToken ct = default) where TKey : notnull => null!;
                public static Task<Dictionary<TKey, TItem>> ToDictionaryAsync<T, TKey, TItem>(this IQueryable<T> q, Func<T, TKey> key, Func<T, TItem> item, CancellationToken ct = default) where TKey : notnull => null!;
                public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> q, System.Linq.Expressions.Expression<Func<T, bool>> where, CancellationToken ct = default) => null!;
                public static Task<T> SingleAsync<T>(this IQueryable<T> q, CancellationToken ct = default) => null!;
            }
        }

        """;
}
