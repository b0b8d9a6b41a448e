#pragma warning disable CA1000, CA1815 // Static members of generic types and plain structs: that they work is what is tried here.
namespace CacheGen.Tests.Generated;

/// <summary>Cached methods in every kind of type.</summary>
public partial class Outer<TOuter>
    where TOuter : notnull
{
    public static MethodCache Shared { get; } = MethodCache.CreateInProcess();

    /// <summary>Static methods find a static member.</summary>
    [Cached]
    public static partial Task<string> StaticAsync(int id);

    private static Task<string> StaticCoreAsync(int id) => Task.FromResult($"{typeof(TOuter).Name} {id} {Guid.NewGuid()}");

    public partial record struct Inner<T>(int Seed)
    {
        [Cached]
        public readonly partial ValueTask<string> GetAsync(MethodCache cache, int id);

        private readonly ValueTask<string> GetCoreAsync(MethodCache cache, int id) =>
            new($"{typeof(TOuter).Name} {typeof(T).Name} {Seed} {id} {Guid.NewGuid()}");
    }
}

public readonly partial struct Point(MethodCache cache, int scale)
{
    [Cached]
    public partial int Scaled(int value);

    private int ScaledCore(int value) => value * scale;
}

public partial record Shop(string Name, MethodCache Cache)
{
    [Cached(Key = "{item}")]
    public partial Task<string> PriceAsync(string item);

    private Task<string> PriceCoreAsync(string item) => Task.FromResult($"{Name} {item}");
}

public abstract partial class Repository(MethodCache methods)
{
    protected MethodCache Methods { get; } = methods;

    [Cached(Source = nameof(LoadAsync))]
    public virtual partial Task<string> GetAsync(int id);

    protected abstract Task<string> LoadAsync(int id);
}

public partial class UserRepository(MethodCache methods) : Repository(methods)
{
    [Cached(Source = nameof(LoadAsync), Ttl = "1h")]
    public sealed override partial Task<string> GetAsync(int id);

    [Cached]
    protected internal partial Task<string?> FindAsync(string? name);

    protected override Task<string> LoadAsync(int id) => Task.FromResult($"user {id}");

    private static ValueTask<string?> FindCoreAsync(string? name) => new(name);
}

public static partial class Extensions
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Cached(Key = "slug:{text|lower}")]
    public static partial string Slug(this string text, [NotInKey] in int length);

    private static string SlugCore(string text, int length) => text[..length] + Guid.NewGuid();
}
