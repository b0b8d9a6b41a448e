using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace CacheGen.Tests.Keys;

internal sealed partial class Prefixes(MethodCache cache)
{
    [Cached] public partial int NoParameters();
    [Cached] public partial Task<int> GetAsync(int id);
    [Cached] public partial int Overloaded(int id);
    [Cached] public partial int Overloaded(string? id);
    [Cached] public partial int Overloaded(int id, List<int> more);
    [Cached] public partial int Overloaded(int id, [NotInKey] object service);
    [Cached] public partial int Overloaded(Other.Corner corner);
    [Cached] public partial int Overloaded(Corner corner);
    [Cached(Version = 2)] public partial int Versioned(int id, int page);
    [Cached] public partial int Generic<T, TOther>(T id) where T : struct, IFormattable;
    [Cached] public partial int GenericEnum<T>(T? id) where T : struct, Enum;

    [Cached]
    public partial int Services(
        int id, ILogger logger, ILogger<Prefixes> typed, IProgress<int> progress, HttpClient http, [NotInKey] Stream stream, TimeProvider time,
        [NotInKey] Func<int> callback, DbConnection connection, IDbTransaction? transaction, MethodCache other, IServiceProvider services, CancellationToken ct = default);

    private static int NoParametersCore() => 0;
    private static Task<int> GetCoreAsync(int id) => Task.FromResult(id);
    private static int OverloadedCore(int id) => id;
    private static int OverloadedCore(string? id) => 0;
    private static int OverloadedCore(int id, List<int> more) => 0;
    private static int OverloadedCore(int id, object service) => 0;
    private static int OverloadedCore(Other.Corner corner) => 0;
    private static int OverloadedCore(Corner corner) => 0;
    private static int VersionedCore(int id, int page) => id;
    private static int GenericCore<T, TOther>(T id) where T : struct, IFormattable => id.GetHashCode();
    private static int GenericEnumCore<T>(T? id) where T : struct, Enum => id.GetHashCode();

    private static int ServicesCore(
        int id, ILogger logger, ILogger<Prefixes> typed, IProgress<int> progress, HttpClient http, Stream stream, TimeProvider time,
        Func<int> callback, DbConnection connection, IDbTransaction? transaction, MethodCache other, IServiceProvider services, CancellationToken ct) => id;

    internal sealed partial class Nested<T>(MethodCache cache)
    {
        [Cached(Key = "get:{id}")] public partial int Get<TId>(TId id) where TId : struct, IFormattable;

        private static int GetCore<TId>(TId id) where TId : struct, IFormattable => 0;
    }

    internal static class Other
    {
        internal readonly record struct Corner(int X);
    }
}

[CachePrefix("a{b}\"\\:")]
internal readonly partial struct Odd(MethodCache cache)
{
    [Cached(Key = "{{}}\\\"'é{id}")] public partial int Get(int id);

    private static int GetCore(int id) => id;
}
