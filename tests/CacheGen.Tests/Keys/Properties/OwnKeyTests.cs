using Xunit;
using E = CacheGen.Tests.Keys.OwnKeys;

namespace CacheGen.Tests.Keys.Properties;

/// <summary>What users make of their arguments is theirs to answer for; two different results are two keys all the same.</summary>
public class OwnKeyTests(ITestOutputHelper output)
{
    private const int Seed = 20260103;
    private const int Lists = 200_000;

    private readonly MethodCache _cache = MethodCache.CreateInProcess();

    [Fact]
    public void OwnTransforms() => Check(
        r => (T: Name(r), A: r.OptionalText(), B: r.Next(-3, 6), C: r.Optional(r.AnyDateTime())), x => E.Cache.Transformed(_cache, x.T, x.A, x.B, x.C),
        x => (x.T, E.Slug(x.A), E.Pair(x.B), x.C?.Date, x.C?.Kind));

    [Fact]
    public void TransformsThatCollapse() => Check(
        r => (A: r.OptionalText(), B: r.OptionalText()), x => E.Cache.Collapsing(_cache, "t", x.A, x.B), x => (E.Number(x.A), E.Slug(E.Slug(x.B)?.ToLowerInvariant())));

    [Fact]
    public void KeysFromText() => Check(
        r => (A: r.OptionalText(), B: r.OptionalText()), x => E.Cache.FromText(_cache, "t", x.A, x.B), x => (E.Text(x.B, x.A), 0));

    [Fact]
    public void KeysFromTuples() => Check(
        r => (A: r.Next(-2, 20), B: r.OptionalText()), x => E.Cache.FromTuple(_cache, "t", x.A, x.B), x => x);

    [Fact]
    public void MarkedMembers() => Check(
        r => (A: r.Next(3) == 0 ? null : Person(r), B: Person(r)), x => E.Cache.Marked(_cache, "t", x.A, x.B),
        x => (x.A is null, x.A?.Name, x.A?.Number, x.B.Name, x.B.Number));

    [Fact]
    public void Scopes() => Check(
        r => (T: Name(r), U: Name(r), O: Name(r), Id: r.OptionalText()), x => E.Cache.Scoped(_cache, x.T, x.U, x.Id, x.O), x => x);

    /// <summary>Names that hold what stands between the parts of a key, so that one could pass for two.</summary>
    [Fact]
    public void ScopesThatLookLikeKeys() => Check(
        r => (T: Forged(r), U: Forged(r), O: Forged(r), Id: Forged(r)), x => E.Cache.Scoped(_cache, x.T, x.U, x.Id, x.O), x => x);

    private void Check<TArguments>(Func<Random, TArguments> create, Func<TArguments, CacheHandle<int>> handle, Func<TArguments, object> meaning)
    {
        var keys = KeyProperty.Check(Lists, Seed, create, handle, meaning);
        output.WriteLine($"seed {Seed}: {Lists} lists of arguments, {keys} keys");
        Assert.InRange(keys, 2, Lists - 1);
    }

    private static string Name(Random random) => random.Text() is { Length: > 0 } text ? text : "nobody";

    private static string Forged(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Of("a", "b", ":", "=", "user=", ":user=a", ":org.unit=a:", "%3A", "%", "tenant=")));

    private static Person Person(Random random) => new() { Name = random.OptionalText(), Number = random.Of(1m, 1.0m, 1.5m, 1.50m, 0m), Session = random };
}
