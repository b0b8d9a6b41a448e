namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class FineCode
{
    private static IEnumerable<string> Writes =>
    [
        Read + "[Invalidates(nameof(Get))] public partial void W(int id); private void WCore(int id) { }",
        Read + "[Invalidates(\"Get\")] public partial Task W(short id, CancellationToken ct); private Task WCore(short id) => Task.CompletedTask;",
        Read + "[Invalidates(typeof(Catalog), nameof(Get))] public partial void W(int id); private void WCore(int id) { }",
        Read + "[Invalidates(method: nameof(Get), type: typeof(Catalog))] public partial void W(int id); private void WCore(int id) { }",
        Read + "[Invalidates(nameof(Get), With = \"\\t@id = item?.Id \")] public partial void W(Item item); private void WCore(Item item) { }",
        Read + "[Invalidates(nameof(Get), With = \"id=a\")] [Invalidates(nameof(Get), With = \"id=b\")] public partial void Move(int a, int b); private void MoveCore(int a, int b) { }",
        Read + "[Invalidates(nameof(Get), Tags = new[] { \"a:{id}\", \"b:{id}\" }), Updates(nameof(Get), With = \"id=0\")] public partial int W(int id); private int WCore(int id) => id;",
        Read + "[Updates(nameof(Get))] public partial int W(int id); private int WCore(int id) => id;",
        Read + "[Updates(nameof(Text))] public partial string? W(int id); private string? WCore(int id) => null;",
        Read + "[Updates(nameof(Text))] public partial string W(int id); private string WCore(int id) => \"\";",
        Read + "[Invalidates(nameof(Get), Source = nameof(Work)), Invalidates(Tags = new[] { \"a\" })] public partial void W(int id); private void Work(int id) { }",
        Read + "[Invalidates(nameof(Get), Source = nameof(Work)), Invalidates(Tags = new[] { \"a\" }, Source = nameof(Work))] public partial void W(int id); private void Work(int id) { }",
        Read + "[Invalidates(nameof(Get), RateLimit = \"a b\"), Invalidates(Tags = new[] { \"a\" }, RateLimit = \"a b\")] public partial void W(int id); private void WCore(int id) { }",
        Read + "[Invalidates(nameof(Get), RateLimit = null), Updates(nameof(Get), With = \"id=1\", RateLimit = \"a\")] public partial int W(int id); private int WCore(int id) => id;",
        Read + "[Invalidates(nameof(Get), Source = null)] public partial void W(int id);",
        Read + "[Invalidates(nameof(Get), Source = null, RateLimit = null), Invalidates(Tags = new[] { \"a\" })] public partial Task WAsync(int id, CancellationToken ct = default);",
        Read + "[Invalidates(Tags = new[] { \"a\" }), Invalidates(nameof(Get), Source = null)] public partial ValueTask W(int id);",
        Read + "[Invalidates(nameof(Get), Source = null)] public partial void W(int id); [Invalidates(Tags = new[] { \"a\" })] public partial void W(string name); private void WCore(string name) { }",
        Read + "[Invalidates(nameof(Get), Source = null)] public partial void W(int id); private object WCore => this; private void WCore2(int id) { }",
        Read + "[Invalidates(nameof(Get), Source = null)] public partial void W(int id); [Invalidates(nameof(Get))] public partial Task WAsync(int id); private Task WCoreAsync(int id) => Task.CompletedTask;",
        Read + "[Invalidates(nameof(Get), Source = null)] public partial Task WAsync(int id); [Invalidates(nameof(Get), Source = nameof(WAsyncCore))] public partial void W(int id); private void WAsyncCore(int id) { }",
        "[Cached(Source = null)] public partial int Get(int id); private int GetCore(int id) => id;",
        Read + "[Invalidates(nameof(Text), With = \"id=id\")] public partial void W(int id, string? trace); private void WCore(int id, string? trace) { }",
        "[Invalidates(Tags = new[] { \"all\" })] public partial void Clear(); private void ClearCore() { }",
        "[Invalidates(Tags = new[] { \"{result}\", \"{result:D4}\", \"{id}\" })] public partial Task<int> W(int id); private Task<int> WCore(int id) => Task.FromResult(id);",
        "[Invalidates(Tags = new[] { \"{result}\" })] public partial void W(int result); private void WCore(int result) { }",
        "[Invalidates(Tags = new[] { \"a\" })] public partial void W(object anything, Func<int> at, System.IO.Stream all, IServiceProvider p); private void WCore(object anything, Func<int> at, System.IO.Stream all, IServiceProvider p) { }",
        "[Invalidates(Tags = new[] { \"a\" })] public partial void W(in int id); private void WCore(in int id) { }",
        "[Invalidates(Tags = new[] { \"a\" })] public partial Task<object> W(object? x); private object WCore(object? x) => this;",
        "[Cached] public partial T? Get<T>(int id) where T : Item; private T? GetCore<T>(int id) where T : Item => null; [Invalidates(nameof(Get))] public partial void W<T>(int id) where T : Item; private void WCore<T>(int id) where T : Item { } internal record Item(int Id);",
        "[Cached] public partial T[] Get<T>(int id) where T : IComparable<T[]>; private T[] GetCore<T>(int id) where T : IComparable<T[]> => []; [Invalidates(nameof(Get))] public partial void W<T>(int id) where T : IComparable<T[]>; private void WCore<T>(int id) where T : IComparable<T[]> { }",
        "[Cached(Tags = new[] { \"a:{id}\" })] public partial int Get(int id); private int GetCore(int id) => id; [Other.Cached, Invalidates(Tags = new[] { \"a:{id}\" })] public partial void W(int id); private void WCore(int id) { }",
    ];

    private const string Read = "[Cached] public partial int Get(int id); private int GetCore(int id) => id; [Cached] public partial string? Text(int id, [NotInKey] string? trace); "
        + "private string? TextCore(int id, string? trace) => trace; internal sealed record Item(int Id); ";
}
