using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG3001Tests
{
    private const string Reader = "public sealed record Track(string Name); public sealed class Lease : IDisposable { public void Dispose() { } } public sealed class Pipe : IAsyncDisposable { public ValueTask DisposeAsync() => default; } public interface ISession : IDisposable;";

    public static TheoryData<string, string> Wrong => new()
    {
        // By its type.
        { Method("{|CG3001:Task<IQueryable<Track>>|} GetAsync(int id)", "Task<IQueryable<Track>> GetCoreAsync(int id) => throw new Exception();"), "'GetAsync' caches IQueryable<Track>, which is a question" },
        { Method("{|CG3001:Task<System.IO.Stream>|} GetAsync(int id)", "Task<System.IO.Stream> GetCoreAsync(int id) => throw new Exception();"), "which is read once" },
        { Method("{|CG3001:Task<System.IO.MemoryStream?>|} GetAsync(int id)", "Task<System.IO.MemoryStream?> GetCoreAsync(int id) => throw new Exception();"), "caches MemoryStream?, which is read once" },
        { Method("{|CG3001:ValueTask<System.Net.Http.HttpResponseMessage>|} GetAsync(int id)", "ValueTask<System.Net.Http.HttpResponseMessage> GetCoreAsync(int id) => default;"), "whose content is read once" },
        { Method("{|CG3001:System.Data.Common.DbDataReader|} Get(int id)", "System.Data.Common.DbDataReader GetCore(int id) => throw new Exception();"), "holds its connection" },
        { Method("{|CG3001:System.Text.Json.JsonDocument|} Get(int id)", "System.Text.Json.JsonDocument GetCore(int id) => System.Text.Json.JsonDocument.Parse(\"1\");"), "one caller may dispose" },
        { Method("{|CG3001:System.Data.DataTable|} Get(int id)", "System.Data.DataTable GetCore(int id) => new();"), "one caller may dispose" },
        { Method("{|CG3001:Lease|} Get(int id)", "Lease GetCore(int id) => new();"), "'Get' caches Lease, which one caller may dispose" },
        { Method("{|CG3001:Task<Pipe>|} GetAsync(int id)", "Task<Pipe> GetCoreAsync(int id) => Task.FromResult(new Pipe());"), "one caller may dispose" },
        { Method("{|CG3001:Task<ISession>|} GetAsync(int id)", "Task<ISession> GetCoreAsync(int id) => throw new Exception();"), "one caller may dispose" },
        { Method("{|CG3001:T|} Get<T>(int id) where T : ISession", "T GetCore<T>(int id) where T : ISession => throw new Exception();"), "caches T," },
        { Method("{|CG3001:List<Lease>|} Get(int id)", "List<Lease> GetCore(int id) => [];"), "caches Lease in List<Lease>" },
        { Method("{|CG3001:System.IO.Stream[]|} Get(int id)", "System.IO.Stream[] GetCore(int id) => [];"), "caches Stream in Stream[]" },
        { Method("{|CG3001:IReadOnlyDictionary<string, Lease>|} Get(int id)", "IReadOnlyDictionary<string, Lease> GetCore(int id) => throw new Exception();"), "caches Lease in" },
        { Method("{|CG3001:(string Name, System.IO.Stream Content)|} Get(int id)", "(string Name, System.IO.Stream Content) GetCore(int id) => default;"), "caches Stream in" },
        { Method("{|CG3001:Download|} Get(int id)", "Download GetCore(int id) => throw new Exception(); public sealed record Download(string Name, System.IO.Stream Content);"), "caches Stream in Download" },
        { Method("{|CG3001:IAsyncEnumerable<Lease>|} GetAsync(int id)", "IAsyncEnumerable<Lease> GetCoreAsync(int id) => throw new Exception();"), "caches Lease in" },
        { "public partial class A(MethodCache cache) { [CachedBatch] public partial {|CG3001:Task<IReadOnlyDictionary<int, Lease>>|} GetAsync(int[] ids); private Task<Dictionary<int, Lease>> GetCoreAsync(int[] ids) => throw new Exception(); } " + Reader, "caches Lease" },

        // By its source.
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "IEnumerable<int> GetCore(int id) { yield return id; }"), "its source 'GetCore' is an iterator, which would be evaluated again on each hit: collect" },
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "IEnumerable<int> GetCore(int id) => new[] { id }.Where(x => x > 1);"), "returns unfinished LINQ, which would be evaluated again on each hit: end it with ToList()" },
        { Method("{|CG3001:System.Collections.IEnumerable|} Get(int id)", "System.Collections.IEnumerable GetCore(int id) => new[] { id }.Select(x => x + 1);"), "unfinished LINQ" },
        { Method("{|CG3001:IOrderedEnumerable<int>|} Get(int id)", "IOrderedEnumerable<int> GetCore(int id) => new[] { id }.OrderBy(x => x);"), "unfinished LINQ" },
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "IEnumerable<int> GetCore(int id) => from x in new[] { id } where x > 1 select x;"), "unfinished LINQ" },
        { Method("{|CG3001:Task<IEnumerable<int>>|} GetAsync(int id)", "async Task<IEnumerable<int>> GetCoreAsync(int id) { await Task.Yield(); var all = new[] { id }.Skip(1); return all; }"), "unfinished LINQ" },
        { Method("{|CG3001:Task<IEnumerable<int>>|} GetAsync(int id)", "Task<IEnumerable<int>> GetCoreAsync(int id) => Task.FromResult(new[] { id }.Where(x => x > 1));"), "unfinished LINQ" },
        { Method("{|CG3001:ValueTask<IEnumerable<int>>|} GetAsync(int id)", "ValueTask<IEnumerable<int>> GetCoreAsync(int id) => new(new[] { id }.Where(x => x > 1));"), "unfinished LINQ" },
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "IEnumerable<int> GetCore(int id) => id > 1 ? new List<int>() : new[] { id }.Where(x => x > 1);"), "unfinished LINQ" },
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "IEnumerable<int> GetCore(int id) => id switch { 1 => Array.Empty<int>(), _ => All() }; private static IEnumerable<int> All() { yield return 1; }"), "is an iterator" },
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "private readonly IQueryable<int> _db = null!; private IEnumerable<int> GetCore(int id) => _db.Where(x => x == id);"), "returns a query" },
        { Method("{|CG3001:IEnumerable<int>|} Get(int id)", "private readonly IQueryable<int> _db = null!; private IEnumerable<int> GetCore(int id) => _db.AsEnumerable();"), "returns a query" },
        { Method("{|CG3001:IEnumerable<string>|} Get(string path)", "IEnumerable<string> GetCore(string path) => System.IO.File.ReadLines(path);"), "returns a file" },
        { Method("{|CG3001:IEnumerable<string>|} Get(string path)", "IEnumerable<string> GetCore(string path) => System.IO.Directory.EnumerateFiles(path);"), "returns a directory" },
    };

    public static TheoryData<string> Fine =>
    [
        // Nothing of one caller's in it.
        Method("Task<Track> GetAsync(int id)", "Task<Track> GetCoreAsync(int id) => throw new Exception();"),
        Method("Task<Task<int>> GetAsync(int id)", "Task<Task<int>> GetCoreAsync(int id) => throw new Exception();"),
        Method("byte[] Get(int id)", "byte[] GetCore(int id) => [];"),
        Method("System.Security.Cryptography.X509Certificates.X509Certificate2 Get(int id)", "System.Security.Cryptography.X509Certificates.X509Certificate2 GetCore(int id) => throw new Exception();"),
        Method("System.Data.DataTable Get(int id)", "System.Data.DataTable GetCore(int id) => new();"),
        Method("IReadOnlyList<System.Data.DataColumn> Get(int id)", "IReadOnlyList<System.Data.DataColumn> GetCore(int id) => [];"),
        Method("System.Net.Http.HttpClient Get(string name)", "System.Net.Http.HttpClient GetCore(string name) => new();"),
        Method("System.Text.Json.JsonElement Get(int id)", "System.Text.Json.JsonElement GetCore(int id) => default;"),
        Method("T Get<T>(int id) where T : class", "T GetCore<T>(int id) where T : class => throw new Exception();"),
        Method("Func<System.IO.Stream> Get(int id)", "Func<System.IO.Stream> GetCore(int id) => () => new System.IO.MemoryStream();"),
        // A service that opens streams, and one that is kept private, are no streams.
        Method("Opener Get(int id)", "Opener GetCore(int id) => new(); public sealed class Opener { private readonly System.IO.Stream _s = System.IO.Stream.Null; public System.IO.Stream Open => System.IO.Stream.Synchronized(_s); }"),
        "namespace Mine { public interface IQueryable<T> { T One { get; } } public partial class A(MethodCache cache) { [Cached] public partial IQueryable<int> Get(int id); private IQueryable<int> GetCore(int id) => throw new Exception(); } }",
        "namespace Mine { public interface IDisposable; public partial class A(MethodCache cache) { [Cached] public partial IDisposable Get(int id); private IDisposable GetCore(int id) => throw new Exception(); } }",

        // Sequences that are there.
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => new List<int> { id };"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => [id];"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => new[] { id }.Where(x => x > 1).ToList();"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) { var all = new[] { id }.Where(x => x > 1); return all.ToArray(); }"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) { IEnumerable<int> all = new[] { id }.Where(x => x > 1); all = all.ToArray(); return all; }"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => new[] { id }.ToList().AsEnumerable();"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => Enumerable.Empty<int>();"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => Enumerable.Range(1, id);"),
        Method("Task<IEnumerable<int>> GetAsync(int id)", "Task<IEnumerable<int>> GetCoreAsync(int id) => Task.FromResult<IEnumerable<int>>(new[] { id }.Where(x => x > 1).ToArray());"),
        Method("List<int> Get(int id)", "List<int> GetCore(int id) => Numbers(id).ToList(); private static IEnumerable<int> Numbers(int id) { yield return id; }"),
        Method("ILookup<int, int> Get(int id)", "ILookup<int, int> GetCore(int id) => new[] { id }.ToLookup(x => x);"),
        Method("int Get(int id)", "int GetCore(int id) => new[] { id }.Where(x => x > 1).Count();"),
        // The lambda's query, and the local function's iterator, are no answer.
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) { Func<IEnumerable<int>> all = () => { return new[] { id }.Where(x => x > 1); }; return all().ToList(); }"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) { return All().ToList(); IEnumerable<int> All() { yield return id; } }"),
        // What another type does is not seen.
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => Other.All(); private static class Other { public static IEnumerable<int> All() { yield return 1; } }"),
        Method("IEnumerable<int> Get(int id)", "IEnumerable<int> GetCore(int id) => id == 0 ? [] : GetCore(id - 1);"),
        // A stream is cached as a list, and a batch's result is made of one.
        Method("IAsyncEnumerable<int> GetAsync(int id)", "async IAsyncEnumerable<int> GetCoreAsync(int id) { await Task.Yield(); yield return id; }"),
        "public partial class A(MethodCache cache) { [CachedBatch(KeyOf = nameof(IdOf))] public partial Task<IReadOnlyList<string>> GetAsync(int[] ids); private Task<IEnumerable<string>> GetCoreAsync(int[] ids) => Task.FromResult(ids.Select(id => id.ToString())); private static int IdOf(string item) => int.Parse(item); }",
        "public partial class A(MethodCache cache) : I { private readonly I inner = null!; [Cached] public partial IEnumerable<int> Get(int id); } public interface I { IEnumerable<int> Get(int id); }",
        Method("int Get(int id)", "int GetCore(int id) => id; private IEnumerable<int> All() { yield return 1; }"),
        "#pragma warning disable CG3001\n" + Method("Lease Get(int id)", "Lease GetCore(int id) => new();"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_CannotBeShared_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG3001", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task What_CanBeShared_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG3001", file));

    private static string Method(string method, string source) =>
        $"public partial class A(MethodCache cache) {{ public object C => cache; [Cached] public partial {method}; {(source.StartsWith("private", StringComparison.Ordinal) ? "" : "private ")}{source} }} {Reader}";
}
