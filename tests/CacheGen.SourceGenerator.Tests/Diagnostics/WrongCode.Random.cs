using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>What random declarations have found: see RandomDeclarationTests.</summary>
    public static TheoryData<string, string> Random => new()
    {
        { "[Cached] public partial IAsyncEnumerable<ReadOnlySpan<int>> {|CG1006:Get|}(int id); private IAsyncEnumerable<ReadOnlySpan<int>> GetCore(int id) => null!;", "it returns ref structs (ReadOnlySpan<int>)" },
        { "[CachedBatch] public partial IReadOnlyDictionary<int, string> Get(int[] ids); private Dictionary<int, string>? {|CG1003:GetCore|}(int[] ids) => null;", "it may return null (Dictionary<int, string>?), where a result without items would do" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(int id); private Dictionary<int, string>? Many(int[] ids) => null;", "it may return null" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, dynamic>> {|CG6001:Get|}(int[] ids); private Task<Dictionary<int, dynamic>> GetCore(int[] ids) => null!;", "its items are dynamic; let them be object" },
        { "[CachedBatch] public partial Task<List<string>> {|CG6001:Get|}(dynamic[] ids); private Task<Dictionary<dynamic, string>> GetCore(dynamic[] ids) => null!;", "its ids are dynamic" },
        { "[CachedBatch] public unsafe partial Task<IReadOnlyDictionary<int, string>> {|CG1010:Get|}(int[] ids); private Task<Dictionary<int, string>> GetCore(int[] ids) => null!;", "nothing can be awaited in unsafe code" },
        { "[Cached(Batch = nameof(Many), BatchWindow = \"5ms\")] public unsafe partial Task<string?> {|CG1010:Get|}(int id); private Task<Dictionary<int, string>> Many(int[] ids) => null!;", "nothing can be awaited in unsafe code" },
        { "[Cached] public partial Task<int> Get<T>(int id); private Task<int> GetCore<T>(int id) => null!; [Updates({|CG5003:nameof(Get)|})] public partial Task<string> Put<T>(int id); private Task<string> PutCore<T>(int id) => null!;", "'Put' returns string, Get(int) int" },
        { "[Cached] public partial Task<List<T>> Get<T>(int id); private Task<List<T>> GetCore<T>(int id) => null!; [Updates({|CG5003:nameof(Get)|})] public partial Task<List<int>> Put<T>(int id); private Task<List<int>> PutCore<T>(int id) => null!;", "'Put' returns List<int>" },
    };

    /// <summary>The same of whole files.</summary>
    public static TheoryData<string, string> TypesRandom => new()
    {
        // CG1004: what C# would call in the source's place
        { "internal class B { protected int Load(int id) => id; } internal partial class A(MethodCache cache) : B { public object C => cache; [Cached(Source = \"Load\")] public partial int {|CG1004:Get|}(int id); private int Load(long id) => 1; }", "'Load(int)' or 'Load(long)', which stands nearer" },
        { "internal class B { protected int Load(int id) => id; } internal partial class A(MethodCache cache) : B { public object C => cache; [Cached(Source = \"Load\")] public new partial int {|CG1004:Load|}(int id); }", "rename one of them" },
        { "internal class B { protected Dictionary<int, string> Load(int[] ids) => []; } internal partial class A(MethodCache cache) : B { public object C => cache; [CachedBatch(Source = \"Load\")] public partial IReadOnlyDictionary<int, string> {|CG1004:Get|}(int[] ids); private int Load(IEnumerable<int> ids) => 1; }", "'Load(int[])' or 'Load(IEnumerable<int>)'" },

        { "internal interface IApi { Task<int> Get(int id); } internal partial class A(IApi inner, MethodCache cache) : IApi { public object C => (inner, cache); [Cached] public partial Task<int> Get(ref int {|CG1006:id|}); }", "ref or out" },
    };
}
