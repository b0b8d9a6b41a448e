using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;
using E = CacheGen.Tests.Keys.Properties.Subjects.Cache;

namespace CacheGen.Tests.Keys.Properties;

/// <summary>Typed keys are equal exactly when formatted keys are, and these exactly when the arguments mean the same.</summary>
public partial class AgreementTests(ITestOutputHelper output)
{
    private const int Seed = 20260102;
    private const int Lists = 120_000;

    private readonly MethodCache _cache = MethodCache.CreateInProcess();

    [Fact]
    public void TwoTexts() => Check(
        r => (A: r.OptionalText(), B: r.OptionalText()), x => E.Texts(_cache, x.A, x.B), x => x);

    [Fact]
    public void TextsInATemplate() => Check(
        r => (A: r.OptionalText(), B: r.Text(), C: r.OptionalText()), x => E.Template(_cache, x.A, x.B, x.C), x => x);

    [Fact]
    public void FoldedTexts() => Check(
        r => (A: r.OptionalText(), B: r.OptionalText(), C: r.OptionalText()), x => E.Folded(_cache, x.A, x.B, x.C),
        x => (Folded(x.A), x.B?.ToLowerInvariant(), x.C?.ToUpperInvariant()));

    [Fact]
    public void Hashes() => Check(
        r => (A: r.OptionalText(), B: r.OptionalText(), C: r.Array(Nasty.OptionalText)), x => E.Hashed(_cache, x.A, x.B, x.C),
        x => (x.A, Folded(x.B), new Unordered(x.C)));

    [Fact]
    public void Defaults() => Check(
        r => (A: r.OptionalText(), B: r.Optional(r.Next(-2, 2)), C: r.Optional(r.Of(Speed.Slow, Speed.Fast, (Speed)7)), D: r.Optional(r.Of(true, false))),
        x => E.Defaulted(_cache, x.A, x.B, x.C, x.D),
        x => (x.A ?? "none", x.B ?? 0, x.C ?? Speed.Fast, x.D ?? true));

    [Fact]
    public void Formats() => Check(
        r => (A: r.AnyDateTime(), B: r.Of(0, 1, 255, -1, int.MinValue), C: r.Optional(r.AnyDecimal())), x => E.Formatted(_cache, x.A, x.B, x.C),
        x => (x.A.Ticks / TimeSpan.TicksPerHour, x.B, x.C?.ToString("0.0", CultureInfo.InvariantCulture)));

    [Fact]
    public void Numbers() => Check(
        r => (A: r.AnyDecimal(), B: r.AnyDouble(), C: r.Optional(r.AnyFloat())), x => E.Numbers(_cache, x.A, x.B, x.C), x => x);

    [Fact]
    public void WideAndNarrowNumbers() => Check(
        r => (A: r.Of(Int128.MinValue, Int128.MaxValue, r.Next(-3, 3)), B: r.Optional(r.AnyBigInteger()), C: (Half)r.Of(0f, -0f, float.NaN, 1e-7f, 65504f, r.AnyFloat())),
        x => E.Wide(_cache, x.A, x.B, x.C), x => x);

    [Fact]
    public void SmallThings() => Check(
        r => (A: r.Of('a', ':', '%', '\0', '\ud83d', '\ude00'), B: r.Optional(r.Of('a', ' ', 'é', '\ud83d')), C: r.Optional(r.Of(true, false)),
            D: (Sides)r.Next(-1, 5), E: r.Optional(r.Of(Guid.Empty, new Guid(r.Next(2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))),
        x => E.Small(_cache, x.A, x.B, x.C, x.D, x.E), x => x);

    [Fact]
    public void Times() => Check(
        r => (A: r.AnyDateTime(), B: r.Optional(r.AnyDateTime())), x => E.Times(_cache, x.A, x.B),
        x => (x.A.Ticks, x.A.Kind, x.B?.Ticks, x.B?.Kind));

    [Fact]
    public void Offsets() => Check(
        r => (A: r.AnyDateTimeOffset(), B: r.Optional(r.AnyDateTimeOffset())), x => E.Offsets(_cache, x.A, x.B),
        x => (x.A.DateTime, x.A.Offset, x.B?.DateTime, x.B?.Offset));

    [Fact]
    public void DaysAndSpans() => Check(
        r => (A: r.Optional(DateOnly.FromDateTime(r.AnyDateTime())), B: TimeOnly.FromDateTime(r.AnyDateTime()), C: r.AnyTimeSpan()),
        x => E.Spans(_cache, x.A, x.B, x.C), x => x);

    [Fact]
    public void Records() => Check(
        r => (A: new Search(r.Text(), r.Optional(r.Of(Speed.Slow, Speed.Fast)), Address(r), OptionalAddress(r)), B: OptionalAddress(r)),
        x => E.Record(_cache, x.A, x.B), x => x);

    [Fact]
    public void Structures() => Check(
        r => (A: (X: r.OptionalText(), Y: r.Optional(new Spot(r.Of(0.0, -0.0, double.NaN, 1.5), new Corner(r.Next(2))))), B: r.Next(5) == 0 ? null : r.Array(Nasty.Text), C: r.OptionalText()),
        x => E.Structures(_cache, x.A, x.B, x.C), x => (x.A, x.B is null ? null : new Sequence(x.B), x.C));

    [Fact]
    public void Sets() => Check(
        r => (A: r.Array(Nasty.OptionalText), B: r.Next(5) == 0 ? null : r.Array(Nasty.OptionalText), C: r.Array(random => random.Optional(random.AnyDateTime()))),
        x => E.Sets(_cache, x.A, x.B, x.C),
        x => (new Sequence(x.A), x.B is null ? null : new Unordered(x.B), new Unordered(x.C.Select(time => (object?)(time?.Ticks, time?.Kind)))));

    [Fact]
    public void CollectionsInCollections() => Check(
        r => (A: r.Array(rows => rows.Array(row => (row.Optional(row.Next(3)), OptionalAddress(row)))), B: r.Next(5) == 0 ? null : r.Array(Nasty.Text).ToHashSet()),
        x => E.Deep(_cache, x.A, x.B),
        x => (new Sequence(x.A.Select(row => new Sequence(row.Cast<object?>()))), x.B is null ? null : new Unordered(x.B)));

    [Fact]
    public void TypeArguments()
    {
        Check(r => (A: r.AnyDateTime(), B: r.Optional(r.AnyDateTime())), x => E.Generic(_cache, x.A, x.B), x => (x.A.Ticks, x.A.Kind, x.B?.Ticks, x.B?.Kind));
        Check(r => (A: r.AnyDecimal(), B: r.Optional(r.AnyDecimal())), x => E.Generic(_cache, x.A, x.B), x => x);
        Check(r => (A: r.AnyDouble(), B: r.Optional(r.AnyDouble())), x => E.Generic(_cache, x.A, x.B), x => x);
    }

    [Fact]
    public void TheCacheItself_KeepsTheSameEntriesApart()
    {
        var cache = MethodCache.CreateInProcess(new CacheGenOptions { MaxEntries = 1_000_000 });
        var random = new Random(Seed);
        var stored = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 50_000; i++)
        {
            var handle = E.Structures(cache, (random.OptionalText(), null), random.Next(5) == 0 ? null : random.Array(Nasty.Text), random.OptionalText());
            Assert.Equal(stored.TryGetValue(handle.Key, out var expected), handle.Peek(out var value));
            Assert.Equal(expected, value);
            handle.Set(i);
            stored[handle.Key] = i;
        }
    }

    private void Check<TArguments>(Func<Random, TArguments> create, Func<TArguments, CacheHandle<int>> handle, Func<TArguments, object> meaning)
    {
        var keys = KeyProperty.Check(Lists, Seed, create, handle, meaning);
        output.WriteLine($"seed {Seed}: {Lists} lists of arguments, {keys} keys");
        Assert.InRange(keys, 2, Lists - 1);
    }

    private static Address Address(Random random) => new(random.Text(), random.OptionalText());

    private static Address? OptionalAddress(Random random) => random.Next(4) == 0 ? null : Address(random);

    /// <summary>What norm is documented to do, done another way.</summary>
    private static string? Folded(string? text) => text is null ? null : Whitespace().Replace(text, " ").Trim(' ').ToLowerInvariant();

    [GeneratedRegex(@"[\s\u0085]+")]
    private static partial Regex Whitespace();
}
