using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG4007, and the rules of methods where they return a stream.</summary>
    public static TheoryData<string, string> Streams => new()
    {
        // CG4007: MaxItems
        { Stream("MaxItems = {|CG4007:0|}"), "MaxItems = 0 would let no item be cached" },
        { Stream("MaxItems = {|CG4007:-1|}"), "leave it out for 10,000" },
        { "private const int None = 0; " + Stream("MaxItems = {|CG4007:None|}"), "MaxItems = 0" },
        { "[Cached(MaxItems = {|CG4007:5|})] public partial Task<List<int>> GetAsync(int id); private Task<List<int>> GetCoreAsync(int id) => Task.FromResult(new List<int>());", "'GetAsync' returns none" },
        { "[Cached(MaxItems = {|CG4007:0|})] public partial int Get(int id); private int GetCore(int id) => id;", "bounds a stream" },

        // CG1006: a stream, and one only
        { "[Cached] public partial Task<IAsyncEnumerable<int>> {|CG1006:GetAsync|}(int id);", "return the IAsyncEnumerable itself, or a list" },
        { "[Cached] public partial ValueTask<IAsyncEnumerable<int>> {|CG1006:GetAsync|}(int id);", "a stream inside a task can be read once" },
        { "[Cached] public partial IAsyncEnumerable<IAsyncEnumerable<int>> {|CG1006:Get|}(int id);", "read once" },
        { "[Cached] public partial IAsyncEnumerable<IEnumerator<int>> {|CG1006:Get|}(int id);", "read once" },
        { "[Cached] public partial IAsyncEnumerator<int> {|CG1006:Get|}(int id);", "read once" },
        { "[Cached] public partial IAsyncEnumerable<dynamic> {|CG1006:Get|}(int id);", "return object" },

        // CG5003: what takes a stream's place in the cache is a list
        { Stream("MaxItems = 1") + "[Updates({|CG5003:nameof(Get)|})] public partial Task<string> SaveAsync(int id); private Task<string> SaveCoreAsync(int id) => Task.FromResult(\"\");", "IReadOnlyList<int>" },
        { Stream("MaxItems = 1") + "[Updates({|CG5003:nameof(Get)|})] public partial Task<List<int>?> SaveAsync(int id); private Task<List<int>?> SaveCoreAsync(int id) => Task.FromResult<List<int>?>(null);", "may return null" },

        // CG1002, CG1003: its source
        { "[Cached] public partial IAsyncEnumerable<int> {|CG1002:GetAsync|}(int id);", "'GetCoreAsync' or 'GetAsyncCore'" },
        { "[Cached] public partial IAsyncEnumerable<int> Get(int id); private Task<IAsyncEnumerable<int>> {|CG1003:GetCore|}(int id) => throw new Exception();", "it returns Task<IAsyncEnumerable<int>>, the cached method IAsyncEnumerable<int>" },
        { "[Cached] public partial IAsyncEnumerable<int> Get(int id); private IReadOnlyList<int> {|CG1003:GetCore|}(int id) => [];", "it returns IReadOnlyList<int>" },
        { "[Cached] public partial IAsyncEnumerable<int> Get(int id); private IAsyncEnumerable<long> {|CG1003:GetCore|}(int id) => throw new Exception();", "IAsyncEnumerable<long>" },
        { "[Cached] public partial IAsyncEnumerable<string> Get(int id); private IAsyncEnumerable<string?> {|CG1003:GetCore|}(int id) => throw new Exception();", "may return null" },
        { "[Cached] public partial IAsyncEnumerable<string>? Get(int id); private IAsyncEnumerable<string>? {|CG1003:GetCore|}(int id) => throw new Exception();", "a stream without items would do" },
        { "[Cached] public partial Task<List<int>> Get(int id); private IAsyncEnumerable<int> {|CG1003:GetCore|}(int id) => throw new Exception();", "it returns IAsyncEnumerable<int>" },
    };

    private static string Stream(string argument) =>
        $"[Cached({argument})] public partial IAsyncEnumerable<int> Get(int id); private async IAsyncEnumerable<int> GetCore(int id) {{ await Task.Yield(); yield return id; }}";
}
