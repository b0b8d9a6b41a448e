using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>RateLimit and Source = null of methods that write.</summary>
    public static TheoryData<string, string> WriteCalls => new()
    {
        // CG4009
        { Write("[Invalidates(nameof(Get), RateLimit = {|CG4009:\"\"|})] public partial void W(int id); private void WCore(int id) { }"), "write the name it is registered under" },
        { Write("[Updates(nameof(Get), RateLimit = {|CG4009:\" \"|})] public partial int W(int id); private int WCore(int id) => id;"), "names no limiter" },
        { Write("[Invalidates(nameof(Get), RateLimit = \"a\"), Invalidates(Tags = new[] { \"a\" }, RateLimit = {|CG4009:\"\"|})] public partial void W(int id); private void WCore(int id) { }"), "names no limiter" },

        // CG1009: whose lease, and for what
        { Write("[Invalidates(nameof(Get), RateLimit = \"a\"), Updates(nameof(Get), With = \"id=1\", RateLimit = {|CG1009:\"b\"|})] public partial int W(int id); private int WCore(int id) => id;"), "'W' would take a lease of 'a' and of 'b': let one of the attributes say which" },
        { Write("[Invalidates(nameof(Get), Source = null, RateLimit = {|CG1009:\"a\"|})] public partial void W(int id);"), "calls nothing (Source = null), so there is nothing that RateLimit could hold back" },
        { Write("[Invalidates(nameof(Get), Source = null), Invalidates(Tags = new[] { \"a\" }, RateLimit = {|CG1009:\"a\"|})] public partial void W(int id);"), "leave one of them out" },

        // CG1004: a source, or none
        { Write("[Invalidates(nameof(Get), Source = {|CG1004:null|})] public partial void W(int id); private void WCore(int id) { }"), "'W' could call 'WCore' or, as Source = null says, nothing: leave Source out, or rename 'WCore'" },
        { Write("[Invalidates(nameof(Get), Source = {|CG1004:null|})] public partial Task WAsync(int id, CancellationToken ct); private Task WCoreAsync(int id) => Task.CompletedTask;"), "rename 'WCoreAsync'" },
        { Write("[Invalidates(nameof(Get), Source = {|CG1004:null|})] public partial void W(int id); private int WCore(string id) => 1;"), "'WCore' or, as Source = null says, nothing" },
        { Write("[Invalidates(nameof(Get), Source = {|CG1004:null|})] public partial void W(int id); public void W(string id) => WCore(0); private void WCore(int id) { } private void WCore(string id) { }"), "leave Source out" },
        { Write("[Invalidates(nameof(Get), Source = {|CG1004:null|})] public partial void W(int id); [Cached(Source = nameof(B))] public partial Task<int> WAsync(int id); private Task WCoreAsync(int id) => Task.CompletedTask; private int B(int id) => id;"), "rename 'WCoreAsync'" },
        { Write("[Invalidates(nameof(Get), Source = null), Invalidates(Tags = new[] { \"a\" }, Source = {|CG1004:\"B\"|})] public partial void W(int id); private void B(int id) { }"), "'W' could call nothing or 'B': let one of the attributes say which" },
        { Write("[Invalidates(nameof(Get), Source = \"B\"), Invalidates(Tags = new[] { \"a\" }, Source = {|CG1004:null|})] public partial void W(int id); private void B(int id) { }"), "'B' or nothing" },

        // CG1006: what nothing returns
        { Write("[Invalidates(nameof(Get), Source = null)] public partial int {|CG1006:W|}(int id);"), "nothing is called (Source = null) that could return something; return void, Task or ValueTask, or name a source" },
        { Write("[Invalidates(nameof(Get), Source = null)] public partial ValueTask<string> {|CG1006:W|}(int id);"), "nothing is called" },
        { Write("[Invalidates(nameof(Get), Source = null)] public partial void W(ref int {|CG1006:id|});"), "ref or out" },

        // CG5003: what nothing returned
        { Write("[Updates({|CG5003:nameof(Get)|}, Source = null)] public partial Task<int> W(int id);"), "'W' calls nothing (Source = null), so nothing is returned that could be stored: name a source, or use [Invalidates]" },
        { Write("[Invalidates(Tags = new[] { \"a\" }, Source = null), Updates({|CG5003:nameof(Get)|}, With = \"id=result\")] public partial int W(int id);"), "calls nothing" },
        { Write("[Invalidates(Tags = new[] { \"a\" }, Source = null), Updates({|CG5003:nameof(Get)|})] public partial void W(int id);"), "calls nothing" },

        // There is no result
        { Write("[Invalidates(nameof(Get), With = \"id={|CG5006:result.Id|}\", Source = null)] public partial void W(int id);"), "'result' is no parameter of 'W'" },
        { Write("[Invalidates(Tags = new[] { \"a:{|CG2001:{result}|}\" }, Source = null)] public partial Task W(int id);"), "'result' is no parameter" },

        // CG1002: a source that was forgotten
        { Write("[Invalidates(nameof(Get))] public partial ValueTask {|CG1002:W|}(int id);"), "or name another with Source = nameof(...); where nothing is to be called, say so with Source = null" },
        { Write("[Invalidates(nameof(Get))] public partial Task<int> {|CG1002:W|}(int id);"), "'WCoreAsync', or the member of a wrapped interface; write one, or name another with Source = nameof(...)" },
        { Write("[Invalidates(nameof(Get)), Invalidates(Tags = new[] { \"a\" }, RateLimit = \"a\")] public partial void {|CG1002:W|}(int id);"), "say so with Source = null" },
        { "[Cached(Source = null)] public partial int {|CG1002:Get|}(int id);", "'GetCore' or 'GetCoreAsync'" },
    };

    /// <summary>Whole files.</summary>
    public static TheoryData<string, string> TypesOfWriteCalls => new()
    {
        { "internal interface I { Task DropAsync(int id); } internal partial class A(MethodCache cache) : I { [Invalidates(Tags = new[] { \"a\" })] public partial Task {|CG1002:DropAsync|}(int id); }", "hold an instance (a constructor parameter will do); where nothing is to be called, say so with Source = null" },
        { "internal interface I { Task DropAsync(int id); } internal partial class A(I inner, MethodCache cache) : I { public object X => inner; [Invalidates(Tags = new[] { \"a\" }, Source = {|CG1004:null|})] public partial Task DropAsync(int id); private Task DropCoreAsync(int id) => inner.DropAsync(id); }", "'DropCoreAsync' or" },
    };
}
