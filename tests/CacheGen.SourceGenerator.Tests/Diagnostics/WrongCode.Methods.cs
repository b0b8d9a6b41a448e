using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG1xxx and CG4xxx.</summary>
    public static TheoryData<string, string> Methods => new()
    {
        // CG1001: partial, without a body
        { "[Cached] public Task<int> {|CG1001:GetAsync|}(int id) => Task.FromResult(id);", "must be partial" },
        { "[Cached] public partial Task<int> {|CG1001:GetAsync|}(int id); public partial Task<int> GetAsync(int id) => Task.FromResult(id);", "without a body" },
        { "[Cached] public int {|CG1001:Get|}(int id) { return id; }", "must be partial" },
        { "[Cached] public static Task<int> {|CG1001:GetAsync|}(int id, MethodCache c) => Task.FromResult(id);", "must be partial" },
        { "[Cached] public partial int {|CG1001:Get|}(int id); public partial int Get(int id) { return id; }", "move the body to the uncached method" },
        { "public partial int {|CG1001:Get|}(int id); [Cached] public partial int Get(int id) => id;", "without a body" },

        // CG1002: a source
        { "[Cached] public partial Task<int> {|CG1002:GetAsync|}(int id);", "'GetCoreAsync' or 'GetAsyncCore'" },
        { "[Cached(Source = {|CG1002:\"Nope\"|})] public partial Task<int> GetAsync(int id);", "'Nope'" },
        { "[Cached] public static partial Task<int> {|CG1002:GetAsync|}(int id, MethodCache c); private Task<int> GetCoreAsync(int id, MethodCache c) => Task.FromResult(id);", "GetCoreAsync" },
        { "[Cached(Source = {|CG1002:nameof(Name)|})] public partial string Get(int id); public string Name => \"\";", "'Name'" },
        { "[Cached(Source = {|CG1002:nameof(Get)|})] public partial string Get(int id);", "'Get'" },
        { "[Cached] public partial Task<int> {|CG1002:GetAsync|}(int id); private Task<int> GetCoreAsync<T>(int id) => Task.FromResult(1);", "GetCoreAsync" },
        { "[Cached] public partial Task<int> {|CG1002:GetAsync|}(int id); private Task<int> getCoreAsync(int id) => Task.FromResult(1);", "GetCoreAsync" },
        { "[Cached] public partial int {|CG1002:Get|}(int id); private Func<int, int> GetCore => id => id;", "'GetCore' or 'GetCoreAsync'" },

        // CG1003: its signature
        { "[Cached] public partial Task<int> GetAsync(int id); private Task<int> {|CG1003:GetCoreAsync|}(long id) => Task.FromResult(1);", "it takes (long), the cached method (int)" },
        { "[Cached] public partial Task<int> GetAsync(int id); private Task<long> {|CG1003:GetCoreAsync|}(int id) => Task.FromResult(1L);", "it returns Task<long>, the cached method Task<int>" },
        { "[Cached] public partial Task<string> GetAsync(int id); private Task<string?> {|CG1003:GetCoreAsync|}(int id) => Task.FromResult<string?>(null);", "may return null" },
        { "[Cached] public partial Task<int> GetAsync(int id); private Task {|CG1003:GetCoreAsync|}(int id) => Task.CompletedTask;", "it returns Task" },
        { "[Cached] public partial int Get(string? name); private int {|CG1003:GetCore|}(string name) => 1;", "parameter 'name' does not take null" },
        { "[Cached] public partial T Get<T>(int id); private T? {|CG1003:GetCore|}<T>(int id) => default;", "may return null" },
        { "[Cached] public partial int Get(int a, string b); private int {|CG1003:GetCore|}(string b, int a) => 1;", "it takes (string, int), the cached method (int, string)" },
        { "[Cached] public partial int Get(int id); private int {|CG1003:GetCore|}(ref int id) => 1;", "a CancellationToken may be added or left out, nothing else" },
        { "[Cached] public partial int Get(int id); private int {|CG1003:GetCore|}(int id, int page = 1) => 1;", "it takes (int, int)" },
        { "[Cached] public partial int Get(int id); private void {|CG1003:GetCore|}(int id) { }", "it returns void" },
        { "[Cached] public partial int Get(int id); private int? {|CG1003:GetCore|}(int id) => 1;", "it returns int?" },
        { "[Cached] public partial (int A, int B) Get(int id); private (int B, int A) {|CG1003:GetCore|}(int id) => default;", "(int B, int A)" },
        { "private int _x; [Cached] public partial int Get(int id); private ref int {|CG1003:GetCore|}(int id) => ref _x;", "it returns" },

        // CG1004: one of them
        { "[Cached] public partial Task<int> {|CG1004:GetAsync|}(int id); private Task<int> GetCoreAsync(int id) => Task.FromResult(1); private Task<int> GetAsyncCore(int id) => Task.FromResult(1);", "'GetCoreAsync' or 'GetAsyncCore'" },
        { "[Cached] public partial int {|CG1004:Get|}(int id); private int GetCore(int id) => 1; private int GetCoreAsync(int id) => 1;", "'GetCore' or 'GetCoreAsync'" },
        { "[Cached] public partial Task<int> {|CG1004:GetAsync|}(int id); private Task<int> GetCoreAsync(int id) => Task.FromResult(1); private Task<int> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult(1);", "say which" },

        // CG1006: a value
        { "[Cached] public partial Task {|CG1006:GetAsync|}(int id);", "return Task<T>" },
        { "[Cached] public partial void {|CG1006:Get|}(int id);", "it returns nothing" },
        { "[Cached] public partial int Get(ref int {|CG1006:id|});", "ref or out" },
        { "[Cached] public partial int Get(ReadOnlySpan<char> {|CG1006:text|});", "ref struct" },
        { "[Cached] public partial Task<int> GetAsync(CancellationToken a, CancellationToken {|CG1006:b|});", "several CancellationTokens" },
        { "[Cached] public partial int Get([NotInKey] dynamic {|CG1006:thing|});", "is dynamic; take object" },
        { "[Cached] public partial dynamic {|CG1006:Get|}(int id);", "return object" },
        { "[Cached] public partial ValueTask<dynamic> {|CG1006:Get|}(int id);", "return object" },
        { "[Cached] public partial ValueTask {|CG1006:GetAsync|}(int id);", "return ValueTask<T>" },
        { "[Cached] public partial Span<int> {|CG1006:Get|}(int id);", "it returns a ref struct (Span<int>)" },
        { "[Cached] public partial ref int {|CG1006:Get|}(int id);", "it returns a reference" },
        { "[Cached] public unsafe partial int* {|CG1006:Get|}(int id);", "it returns a pointer" },
        { "[Cached] public unsafe partial int*[] {|CG1006:Get|}(int id);", "it returns a pointer" },
        { "[Cached] public unsafe partial int Get(int* {|CG1006:p|});", "its parameter 'p' is a pointer" },
        { "[Cached] public unsafe partial int Get([NotInKey] int*[] {|CG1006:p|});", "its parameter 'p' is a pointer" },
        { "[Cached] public unsafe partial int Get(delegate*<int> {|CG1006:p|});", "its parameter 'p' is a pointer" },
        { "[Cached] public partial int Get(int id, out int {|CG1006:other|});", "'other' is ref or out" },
        { "[Cached] public partial int Get(ref readonly int {|CG1006:id|});", "ref or out" },
        { "[Cached] public partial string Get<T>([NotInKey] T {|CG1006:value|}) where T : allows ref struct;", "may be a ref struct" },
        { "[Cached] public partial T {|CG1006:Get|}<T>(int id) where T : allows ref struct;", "may return a ref struct" },

        // CG1007: no blocking
        { "[Cached] public partial int {|CG1007:Get|}(int id); private Task<int> GetCore(int id) => Task.FromResult(1);", "would block a thread" },
        { "[Cached] public partial string? {|CG1007:Get|}(int id); private async ValueTask<string?> GetCoreAsync(int id) { await Task.Yield(); return \"\"; }", "its source 'GetCoreAsync' is not" },
        { "[Cached(Source = nameof(GetAsync))] public partial int {|CG1007:Get|}(int id); private Task<int> GetAsync(int id) => Task.FromResult(1);", "'GetAsync'" },

        // CG1010: its place
        { "public void M() { [Cached] int {|CG1010:Local|}(int id) => id; Local(1); }", "local function" },
        { "public Func<int, int> M() => {|CG1010:[Cached]|} (int id) => id;", "it is a lambda" },
        { "[Cached] public partial Task<IEnumerator<int>> {|CG1006:GetAsync|}(int id);", "read once" },
        { "public int P { [Cached] {|CG1010:get|} => 1; }", "no ordinary method" },
        { "[Cached] public static Catalog operator {|CG1010:+|}(Catalog a, Catalog b) => a;", "no ordinary method" },
        { "internal ref partial struct R { [Cached] public partial int {|CG1010:Get|}(int id, MethodCache c); }", "ref struct" },
        { "internal partial class Inner<T>(MethodCache cache) { [Cached] public partial int {|CG1010:Get|}<T>(int id); }", "two type parameters around it are called 'T'" },

        // CG4001: durations
        { "[Cached(Ttl = {|CG4001:\"soon\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "Ttl = \"soon\" is no duration" },
        { "[Cached(MissTtl = {|CG4001:\"0s\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "is zero" },
        { "[Cached(MissFailSafe = {|CG4001:\"1y\"|})] public partial string? Get(int id); private string? GetCore(int id) => null;", "MissFailSafe = \"1y\" is no duration" },
        { "[Cached(Jitter = {|CG4001:\"-00:00:01\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "is negative" },
        { "[Cached(FailSafe = {|CG4001:\"90\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "no duration" },
        { "[Cached(Ttl = {|CG4001:\"24:00:00\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "no duration" },
        { "[Cached(HardTimeout = {|CG4001:\"1h\" + \"1h\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "HardTimeout = \"1h1h\"" },
        { "[Cached(SoftTimeout = {|CG4001:\"\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "no duration" },
        { "[Cached(RefreshAfter = {|CG4001:\"5 minutes\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "no duration" },
        { "[Cached(FailSafe = {|CG4001:\"1M\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "no duration" },
    };
}
