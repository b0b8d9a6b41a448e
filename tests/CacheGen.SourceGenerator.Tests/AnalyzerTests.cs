using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>What each rule flags, to the character, and what it says.</summary>
public class AnalyzerTests
{
    [Theory]
    // CG1001: partial, without a body
    [InlineData("[Cached] public Task<int> {|CG1001:GetAsync|}(int id) => Task.FromResult(id);", "must be partial")]
    [InlineData("[Cached] public partial Task<int> {|CG1001:GetAsync|}(int id); public partial Task<int> GetAsync(int id) => Task.FromResult(id);", "without a body")]
    // CG1002: a source
    [InlineData("[Cached] public partial Task<int> {|CG1002:GetAsync|}(int id);", "'GetCoreAsync' or 'GetAsyncCore'")]
    [InlineData("[Cached(Source = {|CG1002:\"Nope\"|})] public partial Task<int> GetAsync(int id);", "'Nope'")]
    [InlineData("[Cached] public static partial Task<int> {|CG1002:GetAsync|}(int id, MethodCache c); private Task<int> GetCoreAsync(int id, MethodCache c) => Task.FromResult(id);", "GetCoreAsync")]
    // CG1003: its signature
    [InlineData("[Cached] public partial Task<int> GetAsync(int id); private Task<int> {|CG1003:GetCoreAsync|}(long id) => Task.FromResult(1);", "it takes (long), the cached method (int)")]
    [InlineData("[Cached] public partial Task<int> GetAsync(int id); private Task<long> {|CG1003:GetCoreAsync|}(int id) => Task.FromResult(1L);", "it returns Task<long>, the cached method Task<int>")]
    [InlineData("[Cached] public partial Task<string> GetAsync(int id); private Task<string?> {|CG1003:GetCoreAsync|}(int id) => Task.FromResult<string?>(null);", "may return null")]
    [InlineData("[Cached] public partial Task<int> GetAsync(int id); private Task {|CG1003:GetCoreAsync|}(int id) => Task.CompletedTask;", "it returns Task")]
    // CG1004: one of them
    [InlineData("[Cached] public partial Task<int> {|CG1004:GetAsync|}(int id); private Task<int> GetCoreAsync(int id) => Task.FromResult(1); private Task<int> GetAsyncCore(int id) => Task.FromResult(1);", "'GetCoreAsync' or 'GetAsyncCore'")]
    // CG1006: a value
    [InlineData("[Cached] public partial Task {|CG1006:GetAsync|}(int id);", "return Task<T>")]
    [InlineData("[Cached] public partial void {|CG1006:Get|}(int id);", "it returns nothing")]
    [InlineData("[Cached] public partial int Get(ref int {|CG1006:id|});", "ref or out")]
    [InlineData("[Cached] public partial int Get(ReadOnlySpan<char> {|CG1006:text|});", "ref struct")]
    [InlineData("[Cached] public partial Task<int> GetAsync(CancellationToken a, CancellationToken {|CG1006:b|});", "several CancellationTokens")]
    // CG1007: no blocking
    [InlineData("[Cached] public partial int {|CG1007:Get|}(int id); private Task<int> GetCore(int id) => Task.FromResult(1);", "would block a thread")]
    // CG1010: its place
    [InlineData("public void M() { [Cached] int {|CG1010:Local|}(int id) => id; Local(1); }", "local function")]
    // CG2001: holes
    [InlineData("[Cached(Key = \"{|CG2001:{idd}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "did you mean 'id'?")]
    [InlineData("[Cached(Key = \"a:{|CG2001:{name.Lenght}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "did you mean 'Length'?")]
    // CG2002: services
    [InlineData("[Cached(Key = \"{|CG2002:{http}|}\")] public partial int Get(System.Net.Http.HttpClient http); private int GetCore(System.Net.Http.HttpClient http) => 1;", "HttpClient")]
    [InlineData("[Cached(Key = \"{id}:{|CG2002:{done}|}\")] public partial int Get(int id, Action done); private int GetCore(int id, Action done) => 1;", "Action")]
    // CG2003: stable values
    [InlineData("[Cached] public partial int Get(object {|CG2003:thing|}); private int GetCore(object thing) => 1;", "no stable value")]
    [InlineData("[Cached] public partial int Get(IEnumerable<int> {|CG2003:ids|}); private int GetCore(IEnumerable<int> ids) => 1;", "no stable value")]
    [InlineData("[Cached(Key = \"{|CG2003:{version}|}\")] public partial int Get(Random version); private int GetCore(Random version) => 1;", "Random")]
    // CG2008: templates
    [InlineData("[Cached(Key = \"a:{|CG2008:{|}id\")] public partial int Get(int id); private int GetCore(int id) => 1;", "never closed")]
    [InlineData("[Cached(Key = \"a{|CG2008:}|}:{id}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "closes nothing")]
    [InlineData("[Cached(Key = \"{a}{|CG2008:{b}|}\")] public partial int Get(int a, int b); private int GetCore(int a, int b) => 1;", "separator")]
    [InlineData("[Cached(Key = \"{a}{|CG2008:-|}{b}\")] public partial int Get(string a, string b); private int GetCore(string a, string b) => 1;", "part of a value")]
    [InlineData("[Cached(Key = \"a{|CG2008:%|}{id}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "escaping")]
    [InlineData("[Cached(Key = \"{|CG2008:{id|norm}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "'norm' needs text")]
    [InlineData("[Cached(Key = \"{|CG2008:{name|slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "no transform")]
    [InlineData("[Cached(Key = \"{|CG2008:{id:QQ}|}\")] public partial int Get(Guid id); private int GetCore(Guid id) => 1;", "no format")]
    [InlineData("[Cached(Key = \"{|CG2008:{id ?? 1}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "never null")]
    [InlineData("[Cached(Key = \"{|CG2008:\"|})] public partial int Get(); private int GetCore() => 1;", "empty")]
    // CG4001: durations
    [InlineData("[Cached(Ttl = {|CG4001:\"soon\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "Ttl = \"soon\" is no duration")]
    [InlineData("[Cached(MissTtl = {|CG4001:\"0s\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "is zero")]
    [InlineData("[Cached(Jitter = {|CG4001:\"-00:00:01\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "is negative")]
    [InlineData("[Cached(FailSafe = {|CG4001:\"90\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "no duration")]
    public async Task WrongMethod_IsToldWhereAndWhy(string member, string says)
    {
        var messages = await Markup.VerifyAsync($"internal partial class Catalog(MethodCache cache) {{ public MethodCache C => cache; {member} }}");
        Assert.Contains(says, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal class {|CG1001:A|}(MethodCache cache) { [Cached] public partial int Get(int id); }")]
    [InlineData("internal class Outer { internal partial class A(MethodCache cache) { [Cached] public partial int {|CG1010:Get|}(int id); } }")]
    [InlineData("internal partial interface IA { [Cached] public partial int {|CG1010:Get|}(int id); }")]
    [InlineData("file partial class A(MethodCache cache) { [Cached] public partial int {|CG1010:Get|}(int id); }")]
    [InlineData("internal partial class A { [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }")]
    [InlineData("internal partial class A { private MethodCache a = null!; private MethodCache b = null!; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }")]
    [InlineData("internal partial class A(MethodCache cache) { [Cached] public static partial int {|CG1005:Get|}(int id); private static int GetCore(int id) => id; }")]
    [InlineData("internal partial class A(MethodCache cache) { [Cached] public partial int {|CG1005:Get|}(int cache); private int GetCore(int cache) => cache; }")]
    public async Task WrongType_IsTold(string source)
    {
        // CS0751, CS8795 and the like stand beside these and are the compiler's to say.
        await Markup.VerifyAsync(source);
    }

    [Fact]
    public async Task SeveralMistakes_AreAllTold()
    {
        var (compilation, _, _) = Compiler.Generate(Compiler.Compile("internal partial class C { [Cached(Ttl = \"soon\", Key = \"{x}\")] public partial int Get(int id); }"));
        Assert.Equal(["CG1002", "CG1005", "CG2001", "CG4001"], (await Compiler.AnalyzeAsync(compilation)).Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    // look-alikes that are fine
    [InlineData("[Cached] public partial Task<int> GetAsync(int id, CancellationToken ct = default); private async Task<int> GetCoreAsync(int id) { await Task.Yield(); return id; }")]
    [InlineData("[Cached] public partial Task<int> GetAsync(int id); private Task<int> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult(1);")]
    [InlineData("[Cached(Source = nameof(Load))] public partial Task<int> GetAsync(int id); private Task<int> Load(int id) => Task.FromResult(1); private Task<int> GetCoreAsync(int id) => Load(id);")]
    [InlineData("[Cached] public partial Task<int> GetAsync(int id); private Task<int> GetCoreAsync(int id) => Task.FromResult(1); private Task<int> GetCoreAsync(string id) => Task.FromResult(1);")]
    [InlineData("[Cached] public partial int Get(in int id); private int GetCore(int id) => 1;")]
    [InlineData("[Cached] public partial int Get(int id, IProgress<int> progress, System.Net.Http.HttpClient http); private int GetCore(int id, IProgress<int> progress, System.Net.Http.HttpClient http) => 1;")]
    [InlineData("[Cached] public partial int Get([NotInKey] object thing); private int GetCore(object thing) => 1;")]
    [InlineData("[Cached(Key = \"all\")] public partial int Get(object thing); private int GetCore(object thing) => 1;")]
    [InlineData("[Cached(Key = \"{{literal}}:{id}\")] public partial int Get(int id); private int GetCore(int id) => 1;")]
    [InlineData("[Cached(Key = \"{a}:{b} {c}/{d}\")] public partial int Get(int a, int b, int c, int d); private int GetCore(int a, int b, int c, int d) => 1;")]
    [InlineData("[Cached(Key = \"{day:D}:{when:HH:mm}:{id:N}\")] public partial int Get(DayOfWeek day, DateTime when, Guid id); private int GetCore(DayOfWeek day, DateTime when, Guid id) => 1;")]
    [InlineData("[Cached(Ttl = \"1.5h\", Jitter = \"1d2h3m4s5ms\", FailSafe = \"10675199.02:48:05\", SoftTimeout = \"1h 30m\")] public partial int Get(int id); private int GetCore(int id) => 1;")]
    public async Task LookAlike_IsNotFlagged(string member)
    {
        Assert.Empty(await Markup.VerifyAsync($"internal partial class Catalog(MethodCache cache) {{ public MethodCache C => cache; {member} }}"));
    }
}
