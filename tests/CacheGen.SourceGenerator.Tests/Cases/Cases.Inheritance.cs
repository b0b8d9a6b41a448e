namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>Types whose bases are cached too.</summary>
    private static readonly Dictionary<string, UserCase> s_inheritance = new()
    {
        ["handles that hide handles"] = Types(
            """
            internal partial class Base(MethodCache store)
            {
                protected MethodCache Store { get; } = store;
                [Cached] public partial string Get(int id);
                private string GetCore(int id) => $"base {id}";
            }
            internal partial class Middle(MethodCache c) : Base(c);
            internal partial class Derived(MethodCache c) : Middle(c)
            {
                [Cached] public partial string Find(int id);
                private string FindCore(int id) => $"derived {id}";
            }
            internal partial class Positional(MethodCache Cache) : Base(Cache)
            {
                [Cached] public partial string Find(int id);
                private string FindCore(int id) => $"positional {id}";
            }
            """,
            """$"{new Derived(cache).Get(1)} {new Derived(cache).Find(1)} {new Positional(cache).Find(1)} {Derived.Cache.Find(cache, 1).Peek(out _)} {Base.Cache.Get(cache, 1).Peek(out _)}" """,
            "base 1 derived 1 positional 1 True True"),

        ["bases without handles to hide"] = Types(
            """
            internal partial class Base(MethodCache store)
            {
                protected MethodCache Store { get; } = store;
                private readonly record struct Secret(int Id);
                [Cached] private partial string Get(Secret id);
                private string GetCore(Secret id) => $"base {id.Id}";
                public string Show() => Get(new(1));
            }
            internal sealed partial class Derived(MethodCache c) : Base(c)
            {
                [Cached] public partial string Find(int id);
                private string FindCore(int id) => $"derived {id}";
            }
            internal partial class Taken(MethodCache store)
            {
                protected MethodCache Cache { get; } = store;
                [Cached] public partial string Get(int id);
                private string GetCore(int id) => $"taken {id}";
            }
            internal sealed partial class OverTaken(MethodCache c) : Taken(c)
            {
                [Cached] public partial string Find(int id);
                private string FindCore(int id) => $"over {id}";
            }
            """,
            """$"{new Derived(cache).Show()} {new Derived(cache).Find(1)} {new OverTaken(cache).Get(1)} {OverTaken.CacheEntries.Find(cache, 1).Key}" """,
            "base 1 derived 1 taken 1 OverTaken:Find:1"),

        ["generic bases, interfaces and overrides of cached methods"] = Types(
            """
            internal interface ICatalog<TKey, TValue> { Task<TValue?> GetAsync(TKey id, CancellationToken ct = default); }
            internal abstract partial class Catalog<TKey, TValue>(MethodCache cache) : ICatalog<TKey, TValue> where TKey : struct, IFormattable where TValue : class
            {
                [Cached] public virtual partial Task<TValue?> GetAsync(TKey id, CancellationToken ct = default);
                protected abstract Task<TValue?> GetCoreAsync(TKey id, CancellationToken ct);
            }
            internal sealed class Users(MethodCache cache) : Catalog<int, string>(cache)
            {
                public static Task<string?> AskAsync(ICatalog<int, string> catalog) => catalog.GetAsync(1);
                protected override Task<string?> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult<string?>($"user {id}");
            }
            internal sealed partial class Orders(MethodCache cache, MethodCache own) : Catalog<Guid, string>(cache)
            {
                private readonly MethodCache _own = own;
                [Cached(Ttl = "1m")] public override partial Task<string?> GetAsync(Guid id, CancellationToken ct);
                protected override Task<string?> GetCoreAsync(Guid id, CancellationToken ct) => Task.FromResult<string?>("order");
            }
            """,
            """$"{await Users.AskAsync(new Users(cache))} {await new Orders(cache, cache).GetAsync(default, default)} {Orders.Cache.Get(cache, default).Peek(out _)}" """,
            "user 1 order True"),
    };
}
