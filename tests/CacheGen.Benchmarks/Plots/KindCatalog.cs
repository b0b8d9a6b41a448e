using CacheGen;
using CacheGen.Benchmarks.Hits;

namespace CacheGen.Benchmarks.Plots;

/// <summary>A generic cached method is one for each of its type arguments; of value types each has machine code of its own too.</summary>
internal sealed partial class KindCatalog(MethodCache cache)
{
    [Cached(Key = "release:{id}", Ttl = "1h")]
    public partial Task<Release> GetAsync<TKind>(int id)
        where TKind : struct;

    private static Task<Release> GetCoreAsync<TKind>(int id)
        where TKind : struct => Task.FromResult(Release.Some);
}

/// <summary>As many dictionaries, each behind a generic method likewise.</summary>
internal sealed class BareMethods(int count)
{
    private static readonly Task<Release> s_none = Task.FromResult(Release.Some);

    private readonly BareCache<int>[] _caches = [.. Enumerable.Range(0, count).Select(method => new BareCache<int>(WorkingSet.Ints.Where(key => key % count == method)))];

    public Task<Release> Get<TKind>(int id)
        where TKind : struct => _caches[Kinds.Number<TKind>.Value].Get(id) is null ? throw new InvalidOperationException("Not cached.") : s_none;
}

/// <summary>A thousand types.</summary>
internal static class Kinds
{
    private static readonly Type[] s_digits = [typeof(D0), typeof(D1), typeof(D2), typeof(D3), typeof(D4), typeof(D5), typeof(D6), typeof(D7), typeof(D8), typeof(D9)];

    public static Type Of(int number) => typeof(Kind<,,>).MakeGenericType(s_digits[number / 100], s_digits[number / 10 % 10], s_digits[number % 10]);

    /// <summary>The number that such a type is made of.</summary>
    public static class Number<TKind>
    {
        public static readonly int Value = typeof(TKind).GetGenericArguments().Aggregate(0, (number, digit) => (10 * number) + Array.IndexOf(s_digits, digit));
    }

    private readonly struct Kind<THundreds, TTens, TOnes>;

    private readonly struct D0;

    private readonly struct D1;

    private readonly struct D2;

    private readonly struct D3;

    private readonly struct D4;

    private readonly struct D5;

    private readonly struct D6;

    private readonly struct D7;

    private readonly struct D8;

    private readonly struct D9;
}
