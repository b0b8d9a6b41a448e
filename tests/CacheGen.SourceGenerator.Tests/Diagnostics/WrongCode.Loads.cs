using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG4009 to CG4011: RateLimit, BackgroundScope and MaxEntries.</summary>
    public static TheoryData<string, string> Loads => new()
    {
        { "[Cached(RateLimit = {|CG4009:\"\"|})] public partial int Get(int id); private int GetCore(int id) => id;", "write the name it is registered under" },
        { "[Cached(RateLimit = {|CG4009:\" \\t\"|})] public partial int Get(int id); private int GetCore(int id) => id;", "names no limiter" },
        { "private const string None = \"\"; [Cached(RateLimit = {|CG4009:None|})] public partial int Get(int id); private int GetCore(int id) => id;", "names no limiter" },
        { "[Cached(MaxEntries = {|CG4011:0|})] public partial int Get(int id); private int GetCore(int id) => id;", "MaxEntries = 0 would keep no entry" },
        { "[Cached(MaxEntries = {|CG4011:-5|})] public partial int Get(int id); private int GetCore(int id) => id;", "leave it out" },
        { "[CacheDefaults(MaxEntries = {|CG4011:0|})] internal partial class A(MethodCache cache) { public object C => cache; [Cached] public partial int Get(int id); private int GetCore(int id) => id; }", "MaxEntries = 0" },
        { "[Cached(BackgroundScope = {|CG4010:true|})] public partial int Get(int id, IServiceProvider services); private int GetCore(int id, IServiceProvider services) => id;", "its argument 'services' stays that of the caller who began the load" },
        { "[Cached(BackgroundScope = {|CG4010:true|})] public partial int Get(int id, System.Data.IDbConnection db); private int GetCore(int id, System.Data.IDbConnection db) => id;", "take the IDbConnection in the constructor of 'Catalog'" },
        { "[Cached(BackgroundScope = {|CG4010:true|})] public static partial int Get(int id, System.Data.Common.DbConnection db, MethodCache own); private static int GetCore(int id, System.Data.Common.DbConnection db, MethodCache own) => id;", "its argument 'db'" },
        { "[Cached(BackgroundScope = {|CG4010:true|})] public partial IAsyncEnumerable<int> GetAsync(int id); private async IAsyncEnumerable<int> GetCoreAsync(int id) { await Task.Yield(); yield return id; }", "return a list, or leave BackgroundScope out" },
    };

    public static TheoryData<string, string> TypesLoads => new()
    {
        { "internal partial struct A(MethodCache cache) { public object C => cache; [Cached(BackgroundScope = {|CG4010:true|})] public partial int Get(int id); private int GetCore(int id) => id; }", "'A' is a struct, which no scope can make; make it a class" },
        { "namespace Microsoft.EntityFrameworkCore { public class DbContext; } internal sealed class Shop : Microsoft.EntityFrameworkCore.DbContext; internal partial class A(MethodCache cache) { public object C => cache; [Cached(BackgroundScope = {|CG4010:true|})] public partial int Get(int id, Shop db); private int GetCore(int id, Shop db) => id; }", "take the Shop in the constructor of 'A'" },
    };
}
