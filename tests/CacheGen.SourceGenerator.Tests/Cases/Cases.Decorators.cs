namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenDecorators = new()
    {
        ["decorator of a client"] = new(
            """
            #pragma warning disable CS1591
            using System.Diagnostics.CodeAnalysis;

            namespace Discogs
            {
                public sealed record Release(int Id, string Title);

                public interface IConnected : IAsyncDisposable
                {
                    bool IsConnected { get; }
                    event EventHandler<string?>? Disconnected;
                }

                public interface IDiscogsClient : IConnected
                {
                    Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);
                    Task<IReadOnlyList<Release>> SearchAsync(string query, int page = 1, CancellationToken ct = default);
                    Task SaveAsync(Release release, params string[] tags);
                    bool TryFind(int id, [NotNullWhen(true)] out Release? release);
                    Task<T?> GetAsync<T>(string path) where T : class;
                    string UserAgent { get; set; }
                    Release? this[int id] { get; }
                    string Describe() => $"a client called {UserAgent}";
                }

                public sealed partial class CachedDiscogsClient(IDiscogsClient inner, MethodCache cache) : IDiscogsClient
                {
                    [Cached(Key = "release:{id}", Ttl = "24h")]
                    public partial Task<Release?> GetReleaseAsync(int id, CancellationToken ct = default);

                    [Cached(Key = "search:{query|norm}:{page}", Ttl = "15m")]
                    public partial Task<IReadOnlyList<Release>> SearchAsync(string query, int page = 1, CancellationToken ct = default);
                }
            }

            public sealed class Client : Discogs.IDiscogsClient
            {
                public int Calls;
                public bool IsConnected => true;
                public event EventHandler<string?>? Disconnected;
                public string UserAgent { get; set; } = "test";
                public Discogs.Release? this[int id] => new(id, "indexed");
                public string Describe() => "the client itself";
                public Task<Discogs.Release?> GetReleaseAsync(int id, CancellationToken ct) => Task.FromResult<Discogs.Release?>(new(id, $"release {++Calls}"));
                public Task<IReadOnlyList<Discogs.Release>> SearchAsync(string query, int page, CancellationToken ct) => Task.FromResult<IReadOnlyList<Discogs.Release>>([new(page, query)]);
                public Task SaveAsync(Discogs.Release release, params string[] tags) { Disconnected?.Invoke(this, tags[0]); return Task.CompletedTask; }
                public bool TryFind(int id, [NotNullWhen(true)] out Discogs.Release? release) { release = new(id, "found"); return true; }
                public Task<T?> GetAsync<T>(string path) where T : class => Task.FromResult(path as T);
                public ValueTask DisposeAsync() { UserAgent = "disposed"; return default; }
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    var said = new List<string?>();
                    var client = new Client();
                    var cached = new Discogs.CachedDiscogsClient(client, MethodCache.CreateInProcess());
                    Discogs.IDiscogsClient seen = cached;
                    said.Add((await seen.GetReleaseAsync(1))!.Title);
                    said.Add((await cached.GetReleaseAsync(1))!.Title);
                    said.Add((await seen.SearchAsync("abba"))[0].Title);
                    cached.Disconnected += (_, tag) => said.Add(tag);
                    await cached.SaveAsync(new(1, "x"), "saved");
                    said.Add(cached.TryFind(2, out var found) ? found.Title : "");
                    said.Add(await cached.GetAsync<string>("path"));
                    cached.UserAgent = "set";
                    said.Add(client.UserAgent + cached[7]!.Id + cached.Describe() + cached.IsConnected);
                    await using (cached) { }
                    said.Add(client.UserAgent);
                    return string.Join(", ", said);
                }
            }
            """,
            "release 1, release 1, abba, saved, found, path, set7the client itselfTrue, disposed"),
    };

    private const string Reader = """
        internal interface IReader : IDisposable { Task<string> GetAsync(int id, CancellationToken ct = default); int Count { get; } }
        internal sealed class Source : IReader
        {
            private int _calls;
            public int Disposed;
            public Task<string> GetAsync(int id, CancellationToken ct) => Task.FromResult($"{id}/{++_calls}");
            public int Count => _calls;
            public void Dispose() => Disposed++;
        }
        """;

    private const string Get = "[Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);";

    /// <summary>Where the wrapped instance may be, and what becomes of the interface's other members.</summary>
    private static readonly Dictionary<string, UserCase> s_decorators = new()
    {
        ["wrapped instances in members of every kind"] = Types(
            $$"""
            {{Reader}}
            internal sealed class Hidden : IReader { Task<string> IReader.GetAsync(int id, CancellationToken ct) => Task.FromResult("hidden"); int IReader.Count => 7; void IDisposable.Dispose() { } public string GetAsync(int id) => "wrong"; }
            internal sealed partial class Parameter(IReader inner, MethodCache cache) : IReader { {{Get}} }
            internal sealed partial class Field : IReader { private readonly IReader _inner; private readonly MethodCache _cache; public Field(IReader inner, MethodCache cache) => (_inner, _cache) = (inner, cache); {{Get}} }
            internal sealed partial class Initialised(IReader inner, MethodCache cache) : IReader { private readonly IReader _inner = inner ?? throw new ArgumentNullException(nameof(inner)); {{Get}} }
            internal sealed partial class Computed(Lazy<IReader> lazy, MethodCache cache) : IReader { private IReader Inner => lazy.Value; {{Get}} }
            internal sealed partial class FieldAndProperty(IReader inner, MethodCache cache) : IReader { private readonly IReader _inner = inner; public IReader Inner => _inner; {{Get}} }
            internal sealed partial record Record(IReader Inner, MethodCache Store) : IReader { {{Get}} }
            internal readonly partial struct Struct(IReader inner, MethodCache cache) : IReader { {{Get}} }
            internal readonly partial record struct RecordStruct(IReader Inner, MethodCache Store) : IReader { {{Get}} }
            internal sealed partial class OfClass(Source source, MethodCache cache) : IReader { {{Get}} }
            internal sealed partial class OfHidden(MethodCache cache) : IReader { private readonly Hidden _hidden = new(); {{Get}} }
            internal sealed partial class OfTypeParameter<T>(T inner, MethodCache cache) : IReader where T : class, IReader { {{Get}} }
            internal abstract class Base(IReader inner) { protected IReader Wrapped { get; } = inner; }
            internal sealed partial class Derived(IReader inner, MethodCache cache) : Base(inner), IReader { {{Get}} }
            internal sealed partial class Shadowing(IReader inner, MethodCache cache) : Base(inner), IReader { public new int Wrapped => 1; {{Get}} }
            internal sealed partial class Pascal(IReader Inner, MethodCache Cache) : IReader { {{Get}} }
            internal sealed partial class Other(IReader @event, MethodCache cache) : IReader { public static readonly IReader None = new Source(); public Other? Parent { get; init; } {{Get}} }
            internal sealed partial class Underscore(IReader _, MethodCache cache) : IReader { {{Get}} }
            internal sealed partial class Taken(IReader inner, MethodCache cache) : IReader { public int Inner => 1; public int WrappedInner() => 2; {{Get}} }
            """,
            """
            string.Join(' ', await Task.WhenAll(new IReader[]
            {
                new Parameter(new Source(), cache), new Field(new Source(), cache), new Initialised(new Source(), cache), new Computed(new(() => new Source()), cache),
                new FieldAndProperty(new Source(), cache), new Record(new Source(), cache), new Struct(new Source(), cache), new RecordStruct(new Source(), cache),
                new OfClass(new Source(), cache), new OfHidden(cache), new OfTypeParameter<Source>(new Source(), cache), new Derived(new Source(), cache),
                new Shadowing(new Source(), cache), new Pascal(new Source(), cache), new Other(new Source(), cache), new Underscore(new Source(), cache), new Taken(new Source(), cache),
            }.Select(async it => { using (it) return await it.GetAsync(1) + await it.GetAsync(1) + it.Count; })))
            """,
            "1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 hiddenhidden7 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11 1/11/11"),

        ["cached methods that differ from the wrapped member"] = Types(
            """
            internal interface IClient { Task<string> LooseAsync(string? name); Task<string?> FindAsync(int id); Task<string> LoadAsync<T>(int id); Task<int> SumAsync(CancellationToken ct, int a, int b); string Name(in int id); Task<string> PlainAsync(int id); Task<string> PlainAsync(int id, CancellationToken ct); }
            internal sealed class Client : IClient
            {
                private int _calls;
                public Task<string> LooseAsync(string? name) => Task.FromResult($"loose {name}");
                public Task<string?> FindAsync(int id) => Task.FromResult<string?>($"find {id} {++_calls}");
                public Task<string> LoadAsync<T>(int id) => Task.FromResult($"load {typeof(T).Name} {++_calls}");
                public Task<int> SumAsync(CancellationToken ct, int a, int b) => Task.FromResult(a + b + ++_calls);
                public string Name(in int id) => $"name {id} {++_calls}";
                public Task<string> PlainAsync(int id) => Task.FromResult("plain");
                public Task<string> PlainAsync(int id, CancellationToken ct) => Task.FromResult($"token {++_calls}");
            }
            internal sealed partial class Cached(IClient client, MethodCache cache) : IClient
            {
                [Cached] public partial Task<string?> LooseAsync(string name, CancellationToken ct = default);
                [Cached] public partial Task<string?> FindAsync(int id, CancellationToken ct = default);
                [Cached] internal partial Task<string> LoadAsync<TItem>(int id);
                [Cached] public partial Task<int> SumAsync(int a, int b, CancellationToken ct);
                [Cached] public partial string Name(int id);
                [Cached] public partial Task<string> PlainAsync(int id, CancellationToken ct = default);
            }
            internal static class Use
            {
                public static async Task<string> Both(Cached c, IClient i) =>
                    $"{await i.FindAsync(1)} {await c.FindAsync(1)}, {await i.LoadAsync<int>(1)} {await c.LoadAsync<int>(1)}, {await i.SumAsync(default, 1, 2)} {await c.SumAsync(1, 2, default)}, {i.Name(1)} {c.Name(1)}, {await i.PlainAsync(1, default)} {await c.PlainAsync(1)} {await i.PlainAsync(1)} {await i.LooseAsync("l")}";
            }
            """,
            """await new Func<Cached, Task<string>>(c => Use.Both(c, c))(new Cached(new Client(), cache))""",
            "find 1 1 find 1 1, load Int32 2 load Int32 2, 6 6, name 1 4 name 1 4, token 5 plain plain loose l"),

        ["sources of one's own beside wrapped ones"] = Types(
            $$"""
            {{Reader}}
            internal sealed partial class Mixed(IReader inner, MethodCache cache) : IReader
            {
                {{Get}}
                [Cached] public partial Task<string> TwiceAsync(int id);
                private async Task<string> TwiceCoreAsync(int id) => await GetAsync(id) + await GetAsync(id);
                [Cached(Source = nameof(Own))] public partial int OwnCached(int id);
                private int Own(int id) => id + inner.Count;
                void IDisposable.Dispose() { }
                int IReader.Count => -1;
            }
            internal abstract class Counting { public virtual int Count => 42; public void Dispose() { } }
            internal sealed partial class FromBase(IReader inner, MethodCache cache) : Counting, IReader { {{Get}} }
            internal abstract class Template : IReader { public abstract Task<string> GetAsync(int id, CancellationToken ct = default); public int Count => 3; public void Dispose() { } }
            internal sealed partial class Overriding(IReader inner, MethodCache cache) : Template { [Cached] public override partial Task<string> GetAsync(int id, CancellationToken ct = default); }
            internal sealed partial class OwnOnly(IReader inner, MethodCache cache) : IReader
            {
                {{Get}}
                private Task<string> GetCoreAsync(int id) => inner.GetAsync(id);
                public int Count => 5;
                public void Dispose() { }
            }
            """,
            """$"{await new Mixed(new Source(), cache).TwiceAsync(1)} {((IReader)new Mixed(new Source(), cache)).Count} {new Mixed(new Source(), cache).OwnCached(1)} {new FromBase(new Source(), cache).Count} {await new Overriding(new Source(), cache).GetAsync(1)} {await new OwnOnly(new Source(), cache).GetAsync(1)}" """,
            "1/11/1 -1 1 42 1/1 1/1"),

        ["generic interfaces"] = Types(
            """
            internal interface IRepository<TKey, TItem> where TKey : notnull where TItem : class?
            {
                Task<TItem?> FindAsync(TKey id, CancellationToken ct = default);
                Task<IReadOnlyList<TResult>> QueryAsync<TResult>(TKey id, Func<TItem, TResult> select, TResult? first = default);
                TItem? Last { get; set; }
                event Action<TItem>? Added;
                IEnumerable<TItem> this[TKey from, TKey to] { get; }
            }
            internal sealed class Memory<TKey, TItem>(TItem item) : IRepository<TKey, TItem> where TKey : notnull where TItem : class?
            {
                private int _calls;
                public Task<TItem?> FindAsync(TKey id, CancellationToken ct) { _calls++; return Task.FromResult<TItem?>(item); }
                public Task<IReadOnlyList<TResult>> QueryAsync<TResult>(TKey id, Func<TItem, TResult> select, TResult? first) => Task.FromResult<IReadOnlyList<TResult>>([select(item)]);
                public TItem? Last { get; set; }
                public event Action<TItem>? Added;
                public IEnumerable<TItem> this[TKey from, TKey to] { get { Added?.Invoke(item); return Enumerable.Repeat(item, _calls); } }
            }
            internal sealed partial class Open<TKey, TItem>(IRepository<TKey, TItem> inner, MethodCache cache) : IRepository<TKey, TItem> where TKey : struct, IFormattable where TItem : class
            {
                [Cached] public partial Task<TItem?> FindAsync(TKey id, CancellationToken ct = default);
            }
            // The type's TResult and the method's are two.
            internal sealed partial class Clashing<TResult>(IRepository<int, TResult> inner, MethodCache cache) : IRepository<int, TResult> where TResult : class
            {
                [Cached] public partial Task<TResult?> FindAsync(int id, CancellationToken ct = default);
            }
            internal sealed partial class Closed(IRepository<int, string?> inner, MethodCache cache) : IRepository<int, string?>
            {
                [Cached] public partial Task<string?> FindAsync(int id, CancellationToken ct = default);
            }
            internal sealed partial class Two(IRepository<int, string> byNumber, IRepository<Guid, Version> byId, MethodCache cache) : IRepository<int, string>, IRepository<Guid, Version>
            {
                [Cached] public partial Task<string?> FindAsync(int id, CancellationToken ct = default);
                [Cached] public partial Task<Version?> FindAsync(Guid id, CancellationToken ct = default);
            }
            internal static class Use
            {
                public static async Task<string> All<TKey, TItem>(IRepository<TKey, TItem> it, TKey key) where TKey : notnull where TItem : class?
                {
                    var added = 0;
                    it.Added += _ => added++;
                    await it.FindAsync(key);
                    it.Last = await it.FindAsync(key);
                    return $"{it.Last} {(await it.QueryAsync(key, item => $"q{item}", ""))[0]} {it[key, key].Count()} {added}";
                }
            }
            """,
            """
            $"{await Use.All(new Open<int, string>(new Memory<int, string>("open"), cache), 1)}, {await Use.All(new Clashing<string>(new Memory<int, string>("clash"), cache), 1)}, {await Use.All(new Closed(new Memory<int, string?>("closed"), cache), 1)}, "
                + $"{await Use.All<int, string>(new Two(new Memory<int, string>("two"), new Memory<Guid, Version>(new(1, 2)), cache), 1)}, {await Use.All<Guid, Version>(new Two(new Memory<int, string>("two"), new Memory<Guid, Version>(new(1, 2)), cache), Guid.Empty)}"
            """,
            "open qopen 1 1, clash qclash 1 1, closed qclosed 1 1, two qtwo 1 1, 1.2 q1.2 1 1"),

        ["writes and streams through decorators"] = Types(
            """
            internal sealed record Item(int Id, string Name);
            internal interface IStore
            {
                Task<Item?> GetAsync(int id, CancellationToken ct = default);
                Task SaveAsync(Item item, CancellationToken ct = default);
                Task<Item> RenameAsync(int id, string name);
                void Drop(int id);
                IAsyncEnumerable<Item> AllAsync(CancellationToken ct = default);
                int Writes { get; }
            }
            internal sealed class Store : IStore
            {
                private readonly Dictionary<int, Item> _items = [];
                public int Writes { get; private set; }
                public int Reads { get; private set; }
                public Task<Item?> GetAsync(int id, CancellationToken ct) { Reads++; return Task.FromResult(_items.GetValueOrDefault(id)); }
                public Task SaveAsync(Item item, CancellationToken ct) { Writes++; _items[item.Id] = item; return Task.CompletedTask; }
                public Task<Item> RenameAsync(int id, string name) { Writes++; return Task.FromResult(_items[id] = new(id, name)); }
                public void Drop(int id) { Writes++; _items.Remove(id); }
                public async IAsyncEnumerable<Item> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { Reads++; await Task.Yield(); foreach (var item in _items.Values) yield return item; }
            }
            internal sealed partial class Cached(IStore inner, MethodCache cache) : IStore
            {
                [Cached] public partial Task<Item?> GetAsync(int id, CancellationToken ct = default);
                [Invalidates(nameof(GetAsync), With = "id=item.Id")] public partial Task SaveAsync(Item item, CancellationToken ct = default);
                [Updates(nameof(GetAsync))] public partial Task<Item> RenameAsync(int id, string name);
                [Invalidates(nameof(GetAsync))] public partial void Drop(int id);
                [Cached] public partial IAsyncEnumerable<Item> AllAsync(CancellationToken ct = default);
            }
            internal sealed partial class WriteOnly : IStore
            {
                private readonly IStore _inner;
                private readonly MethodCache _cache;
                public WriteOnly(IStore inner, MethodCache cache) => (_inner, _cache) = (inner, cache);
                [Invalidates(typeof(Cached), nameof(Cached.GetAsync), With = "id=_inner")] public partial void Drop(int _inner);
            }
            internal static class Use
            {
                public static async Task<string> All(Store store, IStore it, IStore other)
                {
                    var said = new List<string?>();
                    await it.SaveAsync(new(1, "a"));
                    said.Add((await it.GetAsync(1))?.Name);
                    await store.SaveAsync(new(1, "unseen"), default);
                    said.Add((await it.GetAsync(1))?.Name);
                    await it.SaveAsync(new(1, "b"));
                    said.Add((await it.GetAsync(1))?.Name);
                    await it.RenameAsync(1, "c");
                    said.Add((await it.GetAsync(1))?.Name);
                    await foreach (var item in it.AllAsync()) said.Add(item.Name);
                    await foreach (var item in it.AllAsync()) said.Add(item.Name);
                    said.Add($"{store.Reads} reads, {it.Writes} writes");
                    other.Drop(1);
                    said.Add((await it.GetAsync(1))?.Name ?? "none");
                    return string.Join(' ', said);
                }
            }
            """,
            """await new Func<Store, Task<string>>(s => Use.All(s, new Cached(s, cache), new WriteOnly(s, cache)))(new Store())""",
            "a a b c c c 3 reads, 4 writes none"),
    };
}
