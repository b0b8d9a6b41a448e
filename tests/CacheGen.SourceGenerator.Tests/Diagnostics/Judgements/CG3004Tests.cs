using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG3004Tests
{
    private const string Engine = " namespace CacheGen { internal static class FusionCacheExtensions; }";

    private const string Serializer = """
         namespace ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson { public class FusionCacheSystemTextJsonSerializer(System.Text.Json.JsonSerializerOptions? options = null) { public object? Options => options; } }
         namespace ZiggyCreatures.Caching.Fusion.Internals.Distributed { public class FusionCacheDistributedEntry<T>; }
        """;

    private const string Types = """

        public interface IShape; public abstract class Shape; public abstract record Base(int Id);
        [JsonDerivedType(typeof(Circle), "circle")] public interface IKnown; public sealed record Circle(int Radius) : IKnown;
        [JsonPolymorphic] public abstract class Known;
        [JsonConverter(typeof(object))] public interface IConverted;
        public class Hidden { private Hidden() { } public int Id { get; set; } }
        public class Twice { public Twice(int id) => Id = id; public Twice(int id, string name) => Id = id; public int Id { get; } }
        public class Marked { public Marked(int id) => Id = id; [JsonConstructor] public Marked(int id, int other) => Id = id + other; public int Id { get; } public int Other { get; } }
        public class Renamed { public Renamed(int number) => Id = number; public int Id { get; } }
        public class Fields { public int Id; public string? Name; }
        public class Sealed { public int Id { get; private set; } public string Name { get; set; } = ""; }
        public class Opened { [JsonInclude] public int Id { get; private set; } [JsonIgnore] public IShape? Shape { get; set; } [JsonConverter(typeof(object))] public IShape? Other { get; set; } }
        public class Computed { public string First { get; init; } = ""; public string Full => First + "!"; public List<int> Items { get; } = []; }
        public class Bound { public Bound(int id) => Id = id; public int Id { get; private set; } }
        public record Track(int Id, string? Name, IReadOnlyList<Circle> Circles, Dictionary<string, int> Counts); public record struct Point(int X, int Y);
        public record Holder(IShape Shape); public record Outer(Holder Holder); public record Pair((int A, int B) Both); public record Called(Action Back); public record Node(int Id, Node? Next);
        public record Deep(Deep1 A); public record Deep1(Deep2 B); public record Deep2(Holder C);
        """;

    private static readonly string[] s_fineTypes =
    [
        "int", "string?", "byte[]", "object", "DateTime", "Uri", "Track", "Task<Track?>", "IReadOnlyList<Track>", "IEnumerable<int>", "int[][]", "Point", "KeyValuePair<string, int>", "Tuple<int, string>",
        "IReadOnlyDictionary<Guid, Track>", "Dictionary<DayOfWeek, int>", "IKnown", "Known", "IConverted", "Marked", "Opened", "Computed", "Bound", "Node", "System.Text.Json.JsonElement",
        // Four levels down it is somebody else's.
        "Deep",
    ];

    public static TheoryData<string, string> Wrong => new()
    {
        { Of("(int A, string B)"), "'Get' caches (int A, string B), and System.Text.Json, which FusionCache stores it in L2 with, does not bring it back: it writes {} for the tuple" },
        { Of("List<(int A, string B)>"), "it writes {} for the tuple (int A, string B)" },
        { Of("IReadOnlyDictionary<string, (int, int)>"), "it writes {}" },
        { Of("Task<(int, int)?>"), "it writes {}" },
        { Of("Pair"), "Pair.Both: it writes {}" },
        { Of("IShape"), "it cannot read IShape back, which is an interface; name its classes with [JsonDerivedType]" },
        { Of("IReadOnlyList<Shape>"), "it cannot read Shape back, which is abstract" },
        { Of("Base"), "which is abstract" },
        { Of("Holder"), "Holder.Shape: it cannot read IShape back" },
        { Of("Outer"), "Outer.Holder: Holder.Shape: it cannot read IShape back" },
        { Of("Hidden"), "which has no public constructor; mark one with [JsonConstructor]" },
        { Of("Twice"), "which has several constructors" },
        { Of("Renamed"), "whose constructor takes 'number', which is no public property" },
        { Of("Fields"), "it leaves out fields, and Fields has nothing else" },
        { Of("Sealed"), "it leaves Sealed.Id empty when it reads, since its setter is not public" },
        { Of("Func<int>"), "it does not write delegates" },
        { Of("Called"), "it does not write delegates" },
        { Of("Type"), "it does not write System.Type" },
        { Of("int[,]"), "it has no form for int[" },
        { Of("Dictionary<Point, int>"), "keys of type Point" },
        { Of("Circle", "class P { object S => new FusionCacheSystemTextJsonSerializer(Own.Default.Options); }" + Context("[JsonSerializable(typeof(Circle))]")), "Own lacks [JsonSerializable(typeof(FusionCacheDistributedEntry<Circle>))]; add it" },
        { Of("Task<Circle?>", "class P { object S => new FusionCacheSystemTextJsonSerializer(new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = Own.Default }); }" + Context("[JsonSerializable(typeof(FusionCacheDistributedEntry<Track>))]")), "Own lacks" },
        { Of("Holder", "class P { object S => new FusionCacheSystemTextJsonSerializer(Own.Default.Options); }" + Context("[JsonSerializable(typeof(FusionCacheDistributedEntry<Holder>))]")), "cannot read IShape back" },
        { Of("IShape", "class P { object S => new FusionCacheSystemTextJsonSerializer(); }"), "cannot read IShape back" },
    };

    public static TheoryData<string> Fine =>
    [
        .. s_fineTypes.Select(type => Plain(type)),
        // There is no such engine, no such serializer, or more than one.
        File("IShape", ""),
        File("IShape", Engine),
        File("IShape", Serializer),
        Plain("IShape", " namespace ZiggyCreatures.Caching.Fusion.Serialization.NewtonsoftJson { public class FusionCacheNewtonsoftJsonSerializer; }"),
        // Options that may do anything.
        Plain("IShape", "class P { object S(System.Text.Json.JsonSerializerOptions options) => new FusionCacheSystemTextJsonSerializer(options); }"),
        Plain("(int, int)", "class P { object S => new FusionCacheSystemTextJsonSerializer(new System.Text.Json.JsonSerializerOptions { IncludeFields = true }); }"),
        Plain("IShape", "class P { object S => new FusionCacheSystemTextJsonSerializer(new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = Own.Default, WriteIndented = true }); }" + Context("[JsonSerializable(typeof(int))]")),
        Plain("Circle", "class P { object S => new FusionCacheSystemTextJsonSerializer(Own.Default.Options); }" + Context("[JsonSerializable(typeof(FusionCacheDistributedEntry<Circle>))]")),
        "#pragma warning disable CG3004\n" + Plain("Circle", "class P { object S => new FusionCacheSystemTextJsonSerializer(Own.Default.Options); }" + Context("")),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_DoesNotComeBack_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG3004", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task What_ComesBack_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG3004", file));

    private static string Of(string type, string more = "") => File(type, Engine + Serializer + more, $"{{|CG3004:{type}|}}");

    private static string Plain(string type, string more = "") => File(type, Engine + Serializer + more);

    private static string Context(string attributes) =>
        $" {attributes} public class Own() : JsonSerializerContext(null) {{ public static Own Default => new(); protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; }}";

    private static string File(string type, string more, string? marked = null) =>
        (more.Contains("SystemTextJson", StringComparison.Ordinal) ? "using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson; using ZiggyCreatures.Caching.Fusion.Internals.Distributed; " : "")
        + $"using System.Text.Json.Serialization; public partial class A(MethodCache cache) {{ public object C => cache; [Cached] public partial {marked ?? type} Get(int id); private {type} GetCore(int id) => throw new Exception(); }}" + Types + more;
}
