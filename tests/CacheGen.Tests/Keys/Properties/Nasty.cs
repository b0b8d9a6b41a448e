using System.Numerics;
using System.Runtime.CompilerServices;

namespace CacheGen.Tests.Keys.Properties;

/// <summary>Values near the edges, out of small pools: equal ones must come up often, and ones that only look equal too.</summary>
internal static class Nasty
{
    private static readonly string[] s_tokens =
    [
        "a", "A", "b", ":", "/", "%", "%3A", "%25", "%null", "null", "u", "D83D", "%uD83D", ",", "(", ")", "[", "]", "{", "}", "\"", "\\", "|",
        " ", "  ", "\t", "\n", "\0", "\u00A0", "\u2028", "\u3000", "~", "-", "_", ".", "é", "e\u0301", "É", "ß", "ſ", "\u212A", "k", "İ", "ı", "I", "i",
        "\ud83d\ude00", "\ud83d", "\ude00", "\uFFFD", "\uFFFF", "\uFEFF", "0", "-0", "none", "v2",
    ];

    private static readonly DateTime[] s_times =
    [
        DateTime.MinValue, DateTime.MaxValue, new(2026, 10, 25, 2, 30, 0, DateTimeKind.Unspecified), new(2026, 3, 29, 2, 30, 0, DateTimeKind.Unspecified),
        new(2026, 1, 2, 0, 0, 0, DateTimeKind.Unspecified), new(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified),
    ];

    private static readonly TimeSpan[] s_offsets = [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(-1), new(5, 30, 0), new(14, 0, 0)];

    public static T Of<T>(this Random random, params ReadOnlySpan<T> pool) => pool[random.Next(pool.Length)];

    public static string Text(this Random random)
    {
        var text = "";
        for (var tokens = random.Next(4); tokens > 0; tokens--)
            text += random.Of<string>(s_tokens);
        return text;
    }

    public static string? OptionalText(this Random random) => random.Next(8) == 0 ? null : random.Text();

    public static decimal AnyDecimal(this Random random)
    {
        var number = random.Of(0, 1, 10, 15, 150, int.MaxValue, random.Next(1000));
        return random.Next(10) == 0
            ? random.Of(decimal.MaxValue, decimal.MinValue, decimal.MaxValue - 1)
            : new decimal(number, 0, random.Of(0, 0, 1), random.Next(2) == 0, (byte)random.Of(0, 0, 1, 2, 3, 27, 28));
    }

    public static double AnyDouble(this Random random) => random.Next(3) switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        1 => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(0.3) + random.Next(-3, 3)),
        _ => random.Of(0.0, -0.0, double.NaN, BitConverter.Int64BitsToDouble(-1), double.Epsilon, -double.Epsilon, double.MaxValue, double.PositiveInfinity, 1, 1e15, 1e16, 0.1 + 0.2),
    };

    public static float AnyFloat(this Random random) => random.Next(2) == 0
        ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))
        : random.Of(0f, -0f, float.NaN, BitConverter.Int32BitsToSingle(-1), float.Epsilon, 1f, 16777216f, 16777218f);

    public static DateTime AnyDateTime(this Random random)
    {
        var time = random.Of<DateTime>(s_times);
        var ticks = Math.Clamp(time.Ticks + random.Of(0, 0, 1, -1, 10, 100, TimeSpan.TicksPerSecond), 0, DateTime.MaxValue.Ticks);
        // The fourth kind: local, and the second of the two hours of that name. Only the runtime itself makes it otherwise.
        const ulong ambiguousLocal = 0xC000_0000_0000_0000;
        var kind = random.Next(4);
        return kind == 3 ? Unsafe.BitCast<ulong, DateTime>((ulong)ticks | ambiguousLocal) : new DateTime(ticks, (DateTimeKind)kind);
    }

    public static DateTimeOffset AnyDateTimeOffset(this Random random)
    {
        var moment = new DateTime(2026, 1, 2, 12, 0, 0, DateTimeKind.Unspecified).AddHours(random.Next(3)).AddTicks(random.Next(2));
        return new DateTimeOffset(moment, random.Of<TimeSpan>(s_offsets));
    }

    public static TimeSpan AnyTimeSpan(this Random random) => random.Of(
        TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(random.Next(-3, 3)), TimeSpan.FromDays(random.Next(-3, 3)));

    public static BigInteger AnyBigInteger(this Random random) =>
        BigInteger.Pow(random.Next(-10, 10), random.Of(0, 1, 2, 30, 200)) + random.Next(-1, 2);

    public static T? Optional<T>(this Random random, T value) where T : struct => random.Next(5) == 0 ? null : value;

    public static T[] Array<T>(this Random random, Func<Random, T> item) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => item(random))];
}
