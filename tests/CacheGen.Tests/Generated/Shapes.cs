#pragma warning disable CA1068 // A CancellationToken anywhere: that is what is tried here.
namespace CacheGen.Tests.Generated;

/// <summary>Every shape of method, parameter and type that the generator takes, in one place: compiling is the first test.</summary>
public partial class Shapes(MethodCache cache)
{
    public int Calls { get; private set; }

    [Cached]
    public partial Task<string?> TaskAsync(int id, CancellationToken ct = default);

    private Task<string?> TaskCoreAsync(int id, CancellationToken ct) => Answer<string?>($"task {id}");

    [Cached(MissTtl = "1m")]
    public partial ValueTask<int?> ValueTaskAsync(string name);

    private ValueTask<int?> ValueTaskCoreAsync(string name) => new(Answer<int?>(name.Length));

    [Cached(Ttl = "1h30m", Jitter = "5m", FailSafe = "7d", SoftTimeout = "500ms", HardTimeout = "00:00:10", RefreshAfter = "1h")]
    protected internal virtual partial string Value(int a, string? b = null, params int[] rest);

    private string ValueCore(int a, string? b, int[] rest)
    {
        Calls++;
        return $"{a} {b ?? "null"} {string.Join(' ', rest)}";
    }

    [Cached]
    public partial Task<int> NoParametersAsync();

    private Task<int> NoParametersCoreAsync() => Answer(42);

    [Cached(Source = nameof(Load))]
    internal partial ValueTask<string> NamedSource(CancellationToken first, int @class, string @ref);

    private string Load(int @class, string @ref)
    {
        Calls++;
        return $"{@class}{@ref}";
    }

    [Cached]
    public partial Task<IReadOnlyList<T>> GenericAsync<T, TKey>(TKey id, [NotInKey] T? seed, [NotInKey] object table, string key, int self, int ct, int Item1)
        where T : class?, IEquatable<T>
        where TKey : struct, IFormattable;

    private Task<IReadOnlyList<T>> GenericCoreAsync<T, TKey>(TKey id, T? seed, object table, string key, int self, int ct, int Item1)
        where T : class?, IEquatable<T>
        where TKey : struct, IFormattable => Answer<IReadOnlyList<T>>([]);

    private Task<T> Answer<T>(T value)
    {
        Calls++;
        return Task.FromResult(value);
    }
}
