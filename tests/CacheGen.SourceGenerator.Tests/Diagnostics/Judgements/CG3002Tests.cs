using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG3002Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Of("int[]"), "'Get' caches int[], which one caller can change for all others: return IReadOnlyList<int> or ImmutableArray" },
        { Of("List<string>"), "return IReadOnlyList<string>" },
        { Of("Task<List<string>>"), "'Get' caches List<string>," },
        { Of("Task<List<string>?>"), "caches List<string>?," },
        { Of("IList<string>"), "return IReadOnlyList<string>" },
        { Of("ICollection<string>"), "return IReadOnlyCollection<string>" },
        { Of("HashSet<string>"), "return IReadOnlySet<string>" },
        { Of("Dictionary<string, int>"), "return IReadOnlyDictionary<string, int>" },
        { Of("IDictionary<string, int>"), "return IReadOnlyDictionary<string, int>" },
        { Of("System.Collections.ArrayList"), "return something that cannot be written to" },
        { Of("int[,]"), "return something that cannot be written to" },
        { Of("System.Text.StringBuilder"), "return something that cannot be written to" },
        { Of("IReadOnlyList<List<int>>"), "caches List<int> in IReadOnlyList<List<int>>, which one caller can change for all others: let the items be IReadOnlyList<int>" },
        { Of("IReadOnlyDictionary<string, int[]>"), "caches int[] in" },
        { Of("(string Name, List<int> Ids)"), "caches List<int> in" },
        { "public partial class A(MethodCache cache) { [Cached] public partial {|CG3002:IAsyncEnumerable<int[]>|} GetAsync(int id); private IAsyncEnumerable<int[]> GetCoreAsync(int id) => throw new Exception(); }", "caches int[] in" },
        { "public partial class A(MethodCache cache) { [CachedBatch] public partial {|CG3002:Task<Dictionary<int, List<string>>>|} GetAsync(int[] ids); private Task<Dictionary<int, List<string>>> GetCoreAsync(int[] ids) => throw new Exception(); }", "caches List<string>" },
    };

    public static TheoryData<string> Fine =>
    [
        Plain("string"),
        Plain("byte[]"),
        Plain("IReadOnlyList<string>"),
        Plain("IReadOnlyCollection<string>"),
        Plain("IEnumerable<string>"),
        Plain("IReadOnlyDictionary<string, int>"),
        Plain("IReadOnlySet<string>"),
        Plain("System.Collections.Immutable.ImmutableArray<string>"),
        Plain("System.Collections.Immutable.ImmutableDictionary<string, int>"),
        Plain("System.Collections.Frozen.FrozenSet<string>"),
        Plain("System.Collections.ObjectModel.ReadOnlyCollection<string>"),
        Plain("ReadOnlyMemory<int>"),
        // Made to be written to by many.
        Plain("System.Collections.Concurrent.ConcurrentDictionary<string, int>"),
        // Entities and what serializers read are made of setters; they are left alone, and so is what they hold.
        Plain("Entity"),
        Plain("IReadOnlyList<Entity>"),
        Plain("Track"),
        Plain("Tag<List<int>>"),
        // A batch makes its result anew for each caller.
        "public partial class A(MethodCache cache) { [CachedBatch] public partial Task<Dictionary<int, string>> GetAsync(int[] ids); private Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => throw new Exception(); }",
        "public partial class A(MethodCache cache) { [CachedBatch(KeyOf = nameof(IdOf))] public partial Task<List<string>> GetAsync(int[] ids); private Task<List<string>> GetCoreAsync(int[] ids) => throw new Exception(); private static int IdOf(string item) => 1; }",
        "public partial class A(MethodCache cache) { [Cached] public partial IAsyncEnumerable<int> GetAsync(int id); private IAsyncEnumerable<int> GetCoreAsync(int id) => throw new Exception(); }",
        "#pragma warning disable CG3002\n" + Plain("List<int>"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task MutableCollection_IsTold(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG3002", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task What_CannotBeWrittenTo_IsNot(string file) => Assert.Empty(await Markup.JudgeAsync("CG3002", file));

    private static string Of(string type) => Code($"{{|CG3002:{type}|}}", type);

    private static string Plain(string type) => Code(type, type);

    private static string Code(string marked, string type) =>
        $"public partial class A(MethodCache cache) {{ public object C => cache; [Cached] public partial {marked} Get(int id); private {type} GetCore(int id) => throw new Exception(); }} "
        + "public class Entity { public int Id { get; set; } public List<int> Items { get; set; } = []; } public record Track(string Name); public record Tag<T>(T Value);";
}
