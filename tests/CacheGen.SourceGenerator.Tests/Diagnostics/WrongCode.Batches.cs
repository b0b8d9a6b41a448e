using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG6001–CG6003, and the rules of sources and keys where they are a batch's.</summary>
    public static TheoryData<string, string> Batches => new()
    {
        // CG6001: what is in, what is out, and whose is whose
        { "[CachedBatch] public partial Task<string> {|CG6001:Get|}(int[] ids); private Task<string> GetCore(int[] ids) => Task.FromResult(\"\");", "it returns string; let it return the items by their ids" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> {|CG6001:Get|}(int id); private Task<IReadOnlyDictionary<int, string>> GetCore(int id) => null!;", "a collection of int, such as IReadOnlyCollection<int>" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> {|CG6001:Get|}(string[] ids); private Task<IReadOnlyDictionary<int, string>> GetCore(string[] ids) => null!;", "no parameter of it holds the ids" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> {|CG6001:Get|}(int[] ids, List<int> others); private Task<IReadOnlyDictionary<int, string>> GetCore(int[] ids, List<int> others) => null!;", "'ids' and 'others' could both hold the ids" },
        { "[CachedBatch] public partial Task<IReadOnlyList<string>> {|CG6001:Get|}(int[] ids); private Task<List<string>> GetCore(int[] ids) => null!;", "KeyOf = nameof(...), of the shape static int IdOf(string item)" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> {|CG6001:Get|}(int[] ids); private Task<List<string>> GetCore(int[] ids) => null!;", "its source 'GetCore' returns a list" },
        { "[CachedBatch(KeyOf = {|CG6001:\"IdOf\"|})] public partial Task<string[]> Get(int[] ids); private Task<List<string>> GetCore(int[] ids) => null!;", "of the shape static int IdOf(string item)" },
        { "[CachedBatch(KeyOf = {|CG6001:nameof(IdOf)|})] public partial Task<string[]> Get(int[] ids); private Task<List<string>> GetCore(int[] ids) => null!; private static string IdOf(string item) => item;", "static int IdOf(string item)" },
        { "[CachedBatch(KeyOf = {|CG6001:nameof(IdOf)|})] public partial Task<string[]> Get(int[] ids); private Task<List<string>> GetCore(int[] ids) => null!; private int IdOf(string item) => 1;", "static int IdOf(string item)" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> {|CG6001:Get|}(int?[] ids); private Task<IReadOnlyDictionary<int, string>> GetCore(int?[] ids) => null!;", "a collection of int" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<string, string>> {|CG6001:Get|}(string?[] ids); private Task<IReadOnlyDictionary<string, string>> GetCore(string?[] ids) => null!;", "may be null, which identifies nothing; take string" },
        { "[CachedBatch] public partial Task<IReadOnlyDictionary<int, T>> {|CG6001:Get|}<T>(int[] ids); private Task<IReadOnlyDictionary<int, T>> GetCore<T>(int[] ids) => null!;", "say where T : class, or : struct" },

        // CG6001: windows
        { "[Cached(BatchWindow = {|CG6001:\"5ms\"|})] public partial int? Get(int id); private int? GetCore(int id) => id;", "name a method with Batch" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|})] public partial string? Get(int id); private Dictionary<int, string> Many(int[] ids) => [];", "say BatchWindow = \"5ms\"" },
        { "[Cached(Batch = nameof(Many), BatchWindow = \"5ms\", Source = {|CG6001:nameof(One)|})] public partial string? Get(int id); private string? One(int id) => null; private Dictionary<int, string> Many(int[] ids) => [];", "take Source out" },
        { "[Cached(Batch = nameof(Many), BatchWindow = {|CG4001:\"soon\"|})] public partial string? Get(int id); private Dictionary<int, string> Many(int[] ids) => [];", "\"soon\"" },
        { "[Cached(Batch = {|CG6001:\"Many\"|}, BatchWindow = \"5ms\")] public partial string? Get(int id); private string? GetCore(int id) => null;", "Task<IReadOnlyDictionary<int, string>> Many(IReadOnlyCollection<int> ids)" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string Get(int id); private Dictionary<int, string> Many(int[] ids) => [];", "let it return string?" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(int id); private Dictionary<int, int> Many(int[] ids) => [];", "returns items of type int" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(int id); private List<string> Many(int[] ids) => [];", "let it return IReadOnlyDictionary<int, string>" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(long id); private Dictionary<int, string> Many(int[] ids) => [];", "no parameter of the method is one" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(int id); private Dictionary<int, string> Many(int[] ids, string market) => [];", "it takes string market, which the method has not" },
        { "[Cached(Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(int id, string market); private Dictionary<int, string> Many(int[] ids) => [];", "it does not take string market" },
        { "[Cached(Key = \"all\", Batch = {|CG6001:nameof(Many)|}, BatchWindow = \"5ms\")] public partial string? Get(int id); private Dictionary<int, string> Many(int[] ids) => [];", "its key does not hold the id 'id'" },
        { "[Cached(Batch = nameof(Many), BatchWindow = \"5ms\")] public partial string? {|CG1007:Get|}(int id); private Task<Dictionary<int, string>> Many(int[] ids) => null!;", "'Many'" },

        // CG6002: Of
        { Of("private int x = 1; public int X => x++;", "Of = {|CG6002:\"One\"|}", "int[] ids"), "no method of this name with [Cached]" },
        { Of("public string? One(int id) => null;", "Of = {|CG6002:nameof(One)|}", "int[] ids"), "no method of this name with [Cached]" },
        { Of("[Cached] public partial string? One(string id); private string? OneCore(string id) => null;", "Of = {|CG6002:nameof(One)|}", "int[] ids"), "none of its parameters is an id (int)" },
        { Of("[Cached] public partial string One(int id); private string OneCore(int id) => \"\";", "Of = {|CG6002:nameof(One)|}", "int[] ids"), "let it return string?" },
        { Of("[Cached] public partial Task<int?> One(int id); private Task<int?> OneCore(int id) => null!;", "Of = {|CG6002:nameof(One)|}", "int[] ids"), "so an item is no string" },
        { Of("[Cached] public partial string? One(int id, string market); private string? OneCore(int id, string market) => \"\";", "Of = {|CG6002:nameof(One)|}", "int[] ids"), "it takes string market as well" },
        { Of("[Cached] public partial string? One(int id, string market); private string? OneCore(int id, string market) => \"\";", "Of = {|CG6002:nameof(One)|}", "int[] ids, int market"), "by the same name and type" },
        { Of("[Cached] public partial string? One(int id); private string? OneCore(int id) => \"\";", "Of = {|CG6002:nameof(One)|}", "int[] ids, string market"), "its key does not hold 'market'" },
        { Of("[Cached(Key = \"all\")] public partial string? One(int id); private string? OneCore(int id) => \"\";", "Of = {|CG6002:nameof(One)|}", "int[] ids"), "does not hold the id 'id'" },
        { Of("[Cached] public partial string? One(int id); private string? OneCore(int id) => \"\";", "Of = nameof(One), Ttl = {|CG6002:\"1h\"|}", "int[] ids"), "Ttl is for 'One' to say" },
        { Of("[Cached] public partial string? One(int id); private string? OneCore(int id) => \"\";", "Of = nameof(One), Key = {|CG6002:\"{id}\"|}", "int[] ids"), "Key is for 'One' to say" },

        // CG6003
        { "[CachedBatch(MaxBatch = {|CG6003:-1|})] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, string> GetCore(int[] ids) => [];", "MaxBatch = -1 is negative" },
        { "[CachedBatch(MaxParallel = {|CG6003:-4|})] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, string> GetCore(int[] ids) => [];", "MaxParallel = -4 is negative" },

        // The rules of all cached methods
        { "[CachedBatch] public partial Dictionary<int, string> {|CG1002:Get|}(int[] ids);", "'GetCore' or 'GetCoreAsync'" },
        { "[CachedBatch] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, string> {|CG1003:GetCore|}(int ids) => [];", "the ids may be another collection of int" },
        { "[CachedBatch] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, int> {|CG1003:GetCore|}(int[] ids) => [];", "IReadOnlyDictionary<int, string>, or a list of string" },
        { "[CachedBatch] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<long, string> {|CG1003:GetCore|}(int[] ids) => [];", "by their ids" },
        { "[CachedBatch] public partial Dictionary<int, string> {|CG1007:Get|}(int[] ids); private Task<Dictionary<int, string>> GetCoreAsync(int[] ids) => null!;", "is synchronous" },
        { "[CachedBatch(Key = \"{|CG2001:{idd}|}\")] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, string> GetCore(int[] ids) => [];", "did you mean 'id'?" },
        { "[CachedBatch] public partial Dictionary<object, string> Get(object[] {|CG2003:ids|}); private Dictionary<object, string> GetCore(object[] ids) => [];", "no stable value" },
        { "[CachedBatch(Ttl = {|CG4001:\"soon\"|})] public partial Dictionary<int, string> Get(int[] ids); private Dictionary<int, string> GetCore(int[] ids) => [];", "\"soon\"" },
    };

    private static string Of(string single, string says, string parameters) =>
        $"{single} [CachedBatch({says})] public partial Dictionary<int, string> Get({parameters}); private Dictionary<int, string> GetCore({parameters}) => [];";
}
