using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    private const string Client = "internal interface IClient : IDisposable { Task<string> GetAsync(int id, CancellationToken ct = default); int Count { get; } event Action Changed; void Default() { } } ";

    /// <summary>CG1002, CG1003, CG1004: sources in wrapped interfaces. Other members get parts, so that the build comes as far as the analyzer.</summary>
    public static TheoryData<string, string> TypesOfDecorators => new()
    {
        // CG1002: nothing to pass on to
        { Client + "internal partial class A(MethodCache cache) : IClient { public object C => cache; [Cached] public partial Task<string> {|CG1002:GetAsync|}(int id, CancellationToken ct = default); }", "looked for 'GetCoreAsync' or 'GetAsyncCore', and for an instance of IClient" },
        { Client + "internal partial class A(IClient? inner, MethodCache cache) : IClient { public object? C => (cache, inner); [Cached] public partial Task<string> {|CG1002:GetAsync|}(int id, CancellationToken ct = default); }", "'inner', whose 'GetAsync' it would be, may be null" },
        { Client + "internal partial class A(Lazy<IClient> inner, MethodCache cache) : IClient { public object C => (cache, inner); [Cached] public partial Task<string> {|CG1002:GetAsync|}(int id, CancellationToken ct = default); }", "hold an instance" },
        { Client + "internal partial class A : IClient { private static readonly IClient s_one = null!; public object C => s_one; [Cached] public partial Task<string> {|CG1002:GetAsync|}(int id, MethodCache c); }", "hold an instance" },
        { Client + "internal partial class A(A other, MethodCache cache) : IClient { public object C => (cache, other); [Cached] public partial Task<string> {|CG1002:GetAsync|}(int id, CancellationToken ct = default); }", "hold an instance" },
        { Client + "internal partial class A(IClient inner, MethodCache cache) { public object C => (cache, inner); [Cached] public partial Task<string> {|CG1002:GetAsync|}(int id, CancellationToken ct = default); }", "looked for 'GetCoreAsync' or 'GetAsyncCore', or the member of a wrapped interface" },
        { "internal interface I { static abstract int Get(int id, MethodCache c); } internal partial class A(I inner) : I { public object C => inner; [Cached] public static partial int {|CG1002:Get|}(int id, MethodCache c); }", "looked for 'GetCore' or 'GetCoreAsync', or the member" },

        // CG1003: it stands in front of another method
        { Client + "internal partial class A(IClient inner, MethodCache cache) : IClient { public object C => cache; [Cached] public partial Task<string> {|CG1003:GetAsync|}(long id, CancellationToken ct = default); }", "'IClient.GetAsync' does not fit the method whose source it is: it takes (int), the cached method (long)" },
        { Client + "internal partial class A(IClient inner, MethodCache cache) : IClient { public object C => cache; [Cached] public partial Task<string> {|CG1003:GetAsync|}(int id, int page, string more); }", "it takes (int), the cached method (int, int, string)" },
        { "internal interface I { int Get(ref int id); } internal partial class A(I inner, MethodCache cache) : I { public object C => cache; [Cached] public partial int {|CG1003:Get|}(int id); }", "a CancellationToken may be added" },
        { Client + "internal partial class A(IClient inner, MethodCache cache) : IClient { public object C => cache; [Cached] public partial Task<object> {|CG1003:GetAsync|}(int id, CancellationToken ct = default); public void GetAsync() { } }", "it returns Task<string>, the cached method Task<object>" },
        { Client + "internal partial class A(IClient inner, MethodCache cache) : IClient { public object C => cache; [Cached] internal partial ValueTask<string> {|CG1003:GetAsync|}(int id, CancellationToken ct = default); }", "it returns Task<string>, the cached method ValueTask<string>; who calls it through the interface" },
        { Client + "internal partial class A(IClient inner, MethodCache cache) : IClient { public object C => cache; [Cached] public partial Task<string> {|CG1003:GetAsync|}(int id); }", "it takes a CancellationToken, which the cached method would have to drop" },
        { "internal interface IMaybe { string? Get(int id); } internal partial class A(IMaybe inner, MethodCache cache) : IMaybe { public object C => cache; [Cached] public partial string {|CG1003:Get|}(int id); }", "may return null" },

        // CG1004: several instances, several members
        { Client + "internal partial class A(IClient a, IClient b, MethodCache cache) : IClient { public object C => (a, b, cache); [Cached] public partial Task<string> {|CG1004:GetAsync|}(int id, CancellationToken ct = default); }", "'GetAsync' could call 'a.GetAsync' or 'b.GetAsync': write 'GetCoreAsync', and call the right one there" },
        { Client + "internal partial class A : IClient { private readonly MethodCache _c = null!; private readonly IClient _a = null!, _b = null!; public object C => (_a, _b); [Cached] public partial Task<string> {|CG1004:GetAsync|}(int id, CancellationToken ct); }", "'_a.GetAsync' or '_b.GetAsync'" },
        { "internal interface IA { int Get(int id); } internal interface IB { int Get(int id); } internal interface IAB : IA, IB; internal partial class A(IAB inner, MethodCache cache) : IAB { public object C => (inner, cache); [Cached] public partial int {|CG1004:Get|}(int id); }", "'IA.Get' or 'IB.Get'" },
    };
}
