using Microsoft.Extensions.Caching.Distributed;
using NeoSmart.Caching.Sqlite;

namespace Cluster.Sqlite;

/// <summary>A cache in a file of the replica's own, which may grow beyond what its memory should hold.</summary>
public static class SqliteFallback
{
    /// <param name="path">The file; it is made if it is not there.</param>
    public static IDistributedCache Open(string path)
    {
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
        return new SqliteCache(new SqliteCacheOptions { CachePath = path });
    }
}
