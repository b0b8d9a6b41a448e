using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG1009 and CG5xxx, and the rules of cached methods where they concern those that write.</summary>
    public static TheoryData<string, string> Writes => new()
    {
        // CG1009
        { "[Cached, {|CG1009:Invalidates(nameof(Get))|}] public partial int Get(int id); private int GetCore(int id) => id;", "'Get' is cached and has [Invalidates] too, but a hit changes nothing" },
        { Write("[Cached, {|CG1009:Updates(nameof(Get))|}] public partial int W(int id); private int WCore(int id) => id;"), "[Updates] too" },
        { Write("[Invalidates(nameof(Get)), Invalidates({|CG1009:nameof(Get)|})] public partial void W(int id); private void WCore(int id) { }"), "changes the entry Get(id) twice" },
        { Write("[Invalidates(nameof(Get), With = \"id=other\"), Updates({|CG1009:nameof(Get)|}, With = \"id = other\")] public partial int W(int other); private int WCore(int other) => other;"), "twice: leave one out" },
        { Write("[Invalidates(Tags = new[] { \"a:{id}\" }), Invalidates(nameof(Get), Tags = new[] { \"b\", {|CG1009:\"a:{id}\"|} })] public partial void W(int id); private void WCore(int id) { }"), "removes the tag a:{id} twice" },

        // CG5001
        { Write("[Invalidates({|CG5001:\"Gett\"|})] public partial void W(int id); private void WCore(int id) { }"), "'Gett' is no method of Catalog with [Cached]; did you mean 'Get'?" },
        { Write("[Invalidates({|CG5001:nameof(Plain)|})] public partial void W(int id); private void WCore(int id) { } public int Plain(int id) => id;"), "there are 'Get', 'Many', 'Named', 'Maybe'" },
        { "[Invalidates({|CG5001:\"Get\"|})] public partial void W(int id); private void WCore(int id) { }", "it has none; write typeof(Other), nameof(Other.GetAsync)" },
        { "[Invalidates(typeof(string), {|CG5001:nameof(string.Trim)|})] public partial void W(int id); private void WCore(int id) { }", "'Trim' is no method of string with [Cached]; it has none" },
        { Write("[Invalidates(method: {|CG5001:\"X\"|}, With = \"id=1\")] public partial void W(int id); private void WCore(int id) { }"), "'X' is no method" },
        { "[{|CG5001:Invalidates|}] public partial void W(int id); private void WCore(int id) { }", "names nothing" },
        { "[{|CG5001:Invalidates(Tags = new string[0])|}] public partial void W(int id); private void WCore(int id) { }", "names nothing" },
        { "[Invalidates({|CG5001:null!|})] public partial void W(int id); private void WCore(int id) { }", "no method is named" },
        { Write("[Cached] public partial int Over(int id); private int OverCore(int id) => 1; [Cached] public partial int Over(int id, int page); private int OverCore(int id, int page) => 1; [Invalidates({|CG5001:nameof(Over)|})] public partial void W(int id, int page); private void WCore(int id, int page) { }"), "'Over' could be Over(int) or Over(int, int)" },
        { Write("[Cached] public partial T Generic<T>(int id); private T GenericCore<T>(int id) => default!; [Invalidates({|CG5001:nameof(Generic)|})] public partial void W(int id); private void WCore(int id) { }"), "the type argument 'T' of Generic(int) is not known" },

        // CG5002
        { Write("[Invalidates({|CG5002:nameof(Get)|})] public partial void W(int other); private void WCore(int other) { }"), "'id' of Get(int) is not known here: add With = \"id=other\"" },
        { Write("[Invalidates({|CG5002:nameof(Get)|})] public partial void W(Item item); private void WCore(Item item) { }"), "With = \"id=item.Id\"" },
        { Write("[Updates({|CG5002:nameof(Named)|})] public partial Item W(); private Item WCore() => new(1);"), "With = \"itemId=...\"" },
        { Write("[Invalidates({|CG5002:nameof(Named)|})] public partial void W(Item item); private void WCore(Item item) { }"), "With = \"itemId=item.Id\"" },
        { Write("[Invalidates({|CG5002:nameof(Many)|}, With = \"id=id\")] public partial void W(int id); private void WCore(int id) { }"), "to remove many entries at once, use Tags" },
        { Write("[Cached] public partial int Over(int id, string name); private int OverCore(int id, string name) => 1; [Cached] public partial int Over(int a, int b, int c); private int OverCore(int a, int b, int c) => 1; [Invalidates({|CG5002:nameof(Over)|})] public partial void W(int id); private void WCore(int id) { }"), "'name' of Over(int, string)" },

        // CG5003
        { Write("[Invalidates({|CG5003:nameof(Get)|})] public partial void W(string id); private void WCore(string id) { }"), "'id' is string, 'id' of Get(int) is int: bind a value of that type with With = \"id=...\"" },
        { Write("[Invalidates({|CG5003:nameof(Get)|})] public partial void W(long? id); private void WCore(long? id) { }"), "'id' is long" },
        { Write("[Invalidates(nameof(Get), With = \"id={|CG5003:item.Title|}\")] public partial void W(Item item); private void WCore(Item item) { }"), "'item.Title' is string" },
        { Write("[Updates({|CG5003:nameof(Get)|})] public partial void W(int id); private void WCore(int id) { }"), "'W' returns nothing, Get(int) int: let both return the same type" },
        { Write("[Updates({|CG5003:nameof(Get)|})] public partial Task W(int id); private Task WCore(int id) => Task.CompletedTask;"), "'W' returns nothing" },
        { Write("[Updates({|CG5003:nameof(Get)|})] public partial string W(int id); private string WCore(int id) => \"\";"), "'W' returns string, Get(int) int" },
        { Write("[Updates({|CG5003:nameof(Get)|})] public partial Task<int?> W(int id); private Task<int?> WCore(int id) => Task.FromResult<int?>(null);"), "returns int?, Get(int) int" },
        { Write("[Updates({|CG5003:nameof(Named)|}, With = \"itemId=id\")] public partial string? W(int id); private string? WCore(int id) => null;"), "'W' may return null, Named(int) does not" },
        { Write("[Cached] public partial T Generic<T>(int id) where T : class; private T GenericCore<T>(int id) where T : class => null!; [Invalidates({|CG5003:nameof(Generic)|})] public partial void W<T>(int id) where T : class?; private void WCore<T>(int id) where T : class? { }"), "has more constraints than that of 'W'" },
        { Write("[Cached] public partial T Generic<T>(int id) where T : class; private T GenericCore<T>(int id) where T : class => null!; [Invalidates({|CG5003:nameof(Generic)|})] public partial void W<T>(int id); private void WCore<T>(int id) { }"), "has more constraints than that of 'W'" },
        { Write("[Cached] public partial int Keyed(Base key); private int KeyedCore(Base key) => 1; internal record Base(int Id); internal sealed record Derived(int Id) : Base(Id); [Invalidates({|CG5003:nameof(Keyed)|})] public partial void W(Derived key); private void WCore(Derived key) { }"), "'key' is " },

        // CG5006
        { With("{|CG5006:id|}"), "With: write parameter=value, such as id=release.Id" },
        { With("{|CG5006:id=|}"), "write parameter=value" },
        { With("{|CG5006:=1|}"), "write parameter=value" },
        { With("id=1{|CG5006:,|}"), "write parameter=value" },
        { With("{|CG5006:id='x|}"), "a string stands in single quotes" },
        { With("{|CG5006:id='x'y'|}"), "a string stands in single quotes" },
        { With("{|CG5006:id=item.Id()|}"), "'item.Id()' is no value" },
        { With("{|CG5006:id=1.5|}"), "'1.5' is no value" },
        { With("id=1, {|CG5006:id|}=2"), "'id' is bound twice" },
        { With("{|CG5006:idd|}=1, id=1"), "'idd' is no parameter of Get(int); did you mean 'id'?" },
        { With("id={|CG5006:itm.Id|}"), "'itm' is no parameter of 'W'; did you mean " },
        { With("id={|CG5006:item.Idd|}"), "'Idd' is no readable member of Item; did you mean 'Id'?" },
        { With("id={|CG5006:result|}"), "'result' is no parameter of 'W'" },
        { With("id={|CG5006:'1'|}"), "'1' is no int, which 'id' is" },
        { With("id={|CG5006:null|}"), "null is no int" },
        { With("id={|CG5006:true|}"), "true is no int" },
        { With("id={|CG5006:99999999999|}"), "99999999999 is no int" },
        { Write("[Invalidates(nameof(Maybe), With = \"{|CG5006:trace|}=1\")] public partial void W(int? id); private void WCore(int? id) { }"), "'trace' is not in the key of Maybe(int?, int); leave it out" },
        { Write("[Invalidates(Tags = new[] { \"a\" }, With = {|CG5006:\"id=1\"|})] public partial void W(); private void WCore() { }"), "there is no method whose parameters it could bind" },
        { Write("[Invalidates(nameof(Get), With = {|CG5006:\"id=\" + \"x\"|})] public partial void W(); private void WCore() { }"), "'x' is no parameter" },

        // Tags
        { Write("[Invalidates(Tags = new[] { \"a:{|CG2001:{idd}|}\" })] public partial void W(int id); private void WCore(int id) { }"), "did you mean 'id'?" },
        { Write("[Invalidates(Tags = new[] { \"a:{|CG2001:{result.Id}|}\" })] public partial void W(int id); private void WCore(int id) { }"), "'result' is no parameter" },
        { Write("[Invalidates(Tags = new[] { \"a:{|CG2001:{result.Idd}|}\" })] public partial Item W(int id); private Item WCore(int id) => new(id);"), "did you mean 'Id'?" },
        { Write("[Invalidates(Tags = new[] { \"a:{|CG2003:{thing}|}\" })] public partial void W(object thing); private void WCore(object thing) { }"), "no stable value" },
        { Write("[Invalidates(Tags = new[] { \"{|CG2008:\"|} })] public partial void W(int id); private void WCore(int id) { }"), "it is empty" },
        { Write("[Invalidates(Tags = new[] { \"a:{|CG2008:{|}id\" })] public partial void W(int id); private void WCore(int id) { }"), "never closed" },

        // The method itself
        { Write("[Invalidates(nameof(Get))] public partial void {|CG1002:W|}(int id);"), "'WCore' or 'WCoreAsync'" },
        { Write("[Invalidates(nameof(Get), Source = {|CG1002:\"X\"|})] public partial void W(int id); private void WCore(int id) { }"), "'X'" },
        { Write("[Invalidates(nameof(Get))] public partial void W(int id); private int {|CG1003:WCore|}(int id) => id;"), "it returns int" },
        { Write("[Invalidates(nameof(Get))] public partial Task<int> W(int id); private Task {|CG1003:WCore|}(int id) => Task.CompletedTask;"), "it returns Task" },
        { Write("[Invalidates(nameof(Get))] public partial Task W(int id); private Task {|CG1003:WCore|}(int id, int page) => Task.CompletedTask;"), "it takes (int, int)" },
        { Write("[Invalidates(nameof(Get), Source = \"A\"), Updates(nameof(Get), With = \"id=1\", Source = {|CG1004:\"B\"|})] public partial int W(int id); private int A(int id) => id; private int B(int id) => id;"), "'A' or 'B'" },
        { Write("[Invalidates(nameof(Get))] public partial void {|CG1007:W|}(int id); private Task WCore(int id) => Task.CompletedTask;"), "'W' is synchronous" },
        { Write("[Invalidates(nameof(Get))] public void {|CG1001:W|}(int id) { }"), "partial" },
        { Write("[Invalidates(nameof(Get))] public partial void W(ref int {|CG1006:id|}); private void WCore(ref int id) { }"), "ref or out" },
        { Write("[Invalidates(nameof(Get))] public partial Task W(in int {|CG1006:id|}); private Task WCore(in int id) => Task.CompletedTask;"), "passed by 'in'" },
        { Write("[Invalidates(nameof(Get))] public partial ref int {|CG1006:W|}(int id); private ref int WCore(int id) => throw new NotSupportedException();"), "a reference" },
        { Write("[Invalidates(nameof(Get))] public partial IAsyncEnumerable<int> {|CG1006:W|}(int id); private async IAsyncEnumerable<int> WCore(int id) { await Task.Yield(); yield return id; }"), "has not succeeded before somebody has read it" },
        { Write("[Invalidates(nameof(Get))] public unsafe partial Task {|CG1010:W|}(int id); private Task WCore(int id) => Task.CompletedTask;"), "nothing can be awaited in unsafe code" },
        { "public void M() { [Invalidates(\"x\")] static void {|CG1010:L|}() { } L(); }", "local function" },
    };

    /// <summary>Whole files.</summary>
    public static TheoryData<string, string> TypesOfWrites => new()
    {
        { "internal partial class A { [Invalidates(Tags = new[] { \"a\" })] public partial void {|CG1005:W|}(int id); private void WCore(int id) { } }", "finds no MethodCache" },
        { "internal partial class O<T>(MethodCache c) { [Cached] public partial int Get(int id); private int GetCore(int id) => 1; } internal partial class A(MethodCache c) { [Invalidates({|CG5001:typeof(O<>)|}, \"Get\")] public partial void W(int id); private void WCore(int id) { } }", "has no type arguments" },
        { "internal partial class O(MethodCache c) { private sealed record S(int X); [Cached] private partial S Get(int id); private S GetCore(int id) => new(id); } internal partial class A(MethodCache c) { [Invalidates(typeof(O), {|CG5001:\"Get\"|})] public partial void W(int id); private void WCore(int id) { } }", "the entries of Get(int) cannot be seen from 'W'" },
        { "internal partial class O(MethodCache c) { [Cached(Ttl = {|CG4001:\"soon\"|})] public partial int Get(int id); private int GetCore(int id) => 1; } internal partial class A(MethodCache c) { [Invalidates(typeof(O), \"Get\")] public partial void W(int id); private void WCore(int id) { } }", "soon" },
    };

    private static string With(string with) => Write($"[Invalidates(nameof(Get), With = \"{with}\")] public partial void W(int id, Item item); private void WCore(int id, Item item) {{ }}");

    private static string Write(string member) => member
        + " [Cached] public partial int Get(int id); private int GetCore(int id) => id;"
        + " [Cached] public partial int Many(int id, int page); private int ManyCore(int id, int page) => id;"
        + " [Cached] public partial string Named(int itemId); private string NamedCore(int itemId) => \"\";"
        + " [Cached] public partial int? Maybe(int? id, [NotInKey] int trace); private int? MaybeCore(int? id, int trace) => id;"
        + " internal sealed record Item(int Id) { public string Title => \"\"; }";
}
