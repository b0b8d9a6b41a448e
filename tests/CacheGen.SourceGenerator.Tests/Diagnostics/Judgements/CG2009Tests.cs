using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.KeySource;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG2009Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Method("", "double {|CG2009:lat|}"), "'lat' is double with all its digits, so hits are unlikely: write as many as count into the template, such as {lat:F2}" },
        { Method(Key("near:{|CG2009:{lat}|}"), "double lat"), "" },
        { Method(Key("near:{|CG2009:{lat:R}|}"), "float? lat"), "'lat' is float?" },
        { Method(Key("near:{|CG2009:{where|hash}|}"), "Point where", types: "public record Point(double X, int Y);"), "'where.X' is double" },
        { Method(Key("near:{|CG2009:{where.X}|}"), "Point where", types: "public record Point(Half X, int Y);"), "'where.X' is Half" },
        { Call("DateTime at", "{|CG2009:DateTime.UtcNow|}"), "'at' is DateTime.UtcNow here, which is another value on each call, so hits are unlikely: pass what rounds it (.Date, a DateOnly), or leave it out of the key with [NotInKey]" },
        { Call("DateTime? at", "{|CG2009:DateTime.Now.AddDays(-1)|}"), "DateTime.Now" },
        { Call("DateTimeOffset at", "{|CG2009:DateTimeOffset.UtcNow - TimeSpan.FromHours(1)|}"), "" },
        { Call("DateTimeOffset at", "{|CG2009:TimeProvider.System.GetUtcNow()|}"), "TimeProvider.GetUtcNow()" },
        { Call("long at", "{|CG2009:DateTimeOffset.UtcNow.ToUnixTimeSeconds()|}"), "" },
        { Call("long at", "{|CG2009:DateTime.UtcNow.Ticks|}"), "" },
        { Call("Guid id", "{|CG2009:Guid.NewGuid()|}"), "" },
        { Call("string id", "{|CG2009:Guid.NewGuid().ToString(\"N\")|}"), "" },
        { Call("int id", "id: {|CG2009:Random.Shared.Next()|}"), "Random.Next()" },
        { Call("int id", "{|CG2009:new Random().Next() + 1|}"), "" },
        { Call("long id", "{|CG2009:System.Diagnostics.Stopwatch.GetTimestamp()|}"), "" },
        { Call("int id", "{|CG2009:Environment.TickCount|}"), "" },
        { Call("DateTime at", "{|CG2009:now|}", "var now = DateTime.UtcNow;"), "DateTime.UtcNow" },
        { Call("DateTime at", "{|CG2009:DateTime.UtcNow|}", key: Key("x:{at}")), "" },
        { Call("DateTime at", "{|CG2009:DateTime.UtcNow|}", key: Key("x:{at|hash}")), "" },
    };

    public static TheoryData<string> Fine =>
    [
        Method("", "decimal lat"),
        Method("", "[NotInKey] double lat"),
        Method(Key("near:{lat:F2}"), "double lat"),
        Method(Key("near:{lat:0.00}"), "float? lat"),
        Method(Key("near:{lat|Round}"), "double lat", "private static int Round(double value) => (int)value;"),
        Method("(KeyFrom = nameof(KeyOf))", "double lat", "private static string KeyOf(double lat) => lat.ToString(\"F1\");"),
        Method(Key("near:{where.Y}"), "Point where", types: "public record Point(double X, int Y);"),
        Method("", "Point where", types: "public record Point([NotInKey] double X, int Y);"),
        Call("DateTime at", "DateTime.UtcNow.Date"),
        Call("DateTime at", "DateTime.Today"),
        Call("DateTime at", "DateTime.Today.AddDays(-1)"),
        Call("DateOnly at", "DateOnly.FromDateTime(DateTime.Now)"),
        Call("int at", "DateTime.UtcNow.Hour"),
        Call("int page", "Random.Shared.Next(7)"),
        Call("[NotInKey] DateTime at", "DateTime.UtcNow"),
        Call("DateTime at", "DateTime.UtcNow", key: Key("x:{at:yyyy-MM-dd}")),
        Call("DateTime at", "DateTime.UtcNow", key: Key("x:{at|Day}"), more: "private static int Day(DateTime at) => at.Day;"),
        Call("DateTime at", "DateTime.UtcNow", key: Key("x:{at.Date}")),
        Call("DateTime at", "DateTime.UtcNow", key: "(KeyFrom = nameof(KeyOf))", more: "private static string KeyOf(DateTime at) => $\"{at:d}\";"),
        Call("string at", "DateTime.UtcNow.ToString(\"yyyy-MM-dd\")"),
        Call("DateTime at", "now", "var now = DateTime.UtcNow; now = DateTime.Today;"),
        Call("DateTime at", "Round(DateTime.UtcNow)", more: "private static DateTime Round(DateTime at) => at.Date;"),
        Call("int at", "7", "Other(DateTime.UtcNow);", more: "private static void Other(DateTime at) { }"),
        "#pragma warning disable CG2009\n" + Method("", "double lat"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2009", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2009", file));

    private static string Call(string parameter, string argument, string before = "", string key = "", string more = "") =>
        Method(key, parameter, $"public void Caller() {{ {before} _ = GetAsync({argument}); }} {more}");
}
