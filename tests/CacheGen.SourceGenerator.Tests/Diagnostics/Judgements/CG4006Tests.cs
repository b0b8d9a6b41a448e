using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.Flow;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Sources that work on when nobody waits.</summary>
public class CG4006Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken {|CG4006:ct|}) => api.GetWithAsync(id);
            """), "The source 'GetCoreAsync' never reads 'ct', and 'GetWithAsync' could take it: pass it on" },
        { InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private async Task<string> GetCoreAsync(int id, CancellationToken {|CG4006:ct|}) { await Task.Delay(id); return await AskAsync(id, ct); }
            private Task<string> AskAsync(int id, CancellationToken ct) => api.GetAsync(id);
            """), "'Delay' could take it" },
        { InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> {|CG4006:GetCoreAsync|}(int id) => api.GetWithAsync(id);
            """), "takes no CancellationToken, and 'GetWithAsync' could take one: take 'ct' as 'GetAsync' does" },
        { InCatalog("""
            [Cached] public partial string Get(int id, CancellationToken ct);
            private string GetCore(int id, CancellationToken {|CG4006:stop|}) { lock (api) { return new StreamReader("x").Read(id); } }
            """, "internal sealed class StreamReader(string path) { public string Read(int id) => path; public string Read(int id, CancellationToken ct) => path; }"), "'Read' could take it" },
    };

    public static TheoryData<string> Fine =>
    [
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken ct) => api.GetWithAsync(id, ct);
            """),
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private async Task<string> GetCoreAsync(int id, CancellationToken ct) { using var both = CancellationTokenSource.CreateLinkedTokenSource(ct); return await AskAsync(id); }
            private Task<string> AskAsync(int id) => api.GetWithAsync(id);
            """),
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private async Task<string> GetCoreAsync(int id, CancellationToken ct) { ct.ThrowIfCancellationRequested(); return await api.GetWithAsync(id); }
            """),
        // There is nobody to pass it to.
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken ct) => Task.FromResult(api.Get(id));
            [Cached] public partial Task<string> AllAsync(CancellationToken ct = default);
            private Task<string> AllCoreAsync() => api.GetAsync();
            """),
        // On purpose.
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken ct) => api.GetWithAsync(id, CancellationToken.None);
            """),
        // The cached method has none.
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id);
            private Task<string> GetCoreAsync(int id) => api.GetWithAsync(id);
            """),
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken ct) => throw new NotImplementedException();
            """),
        "internal interface IApi { Task<string> GetAsync(int id, CancellationToken ct = default); } internal sealed partial class C(IApi api, MethodCache cache) : IApi { [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default); }",
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken ct) => OtherAsync(id, ct);
            [Cached] public partial Task<string> OtherAsync(int id, CancellationToken ct = default);
            private Task<string> OtherCoreAsync(int id, CancellationToken ct) => api.GetWithAsync(id, ct);
            """),
        InCatalog("""
            #pragma warning disable CG4006
            [Cached] public partial Task<string> GetAsync(int id, CancellationToken ct = default);
            private Task<string> GetCoreAsync(int id, CancellationToken ct) => api.GetWithAsync(id);
            """),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Token_IsIgnored(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG4006", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsNotFlagged(string file) => Assert.Empty(await Markup.JudgeAsync("CG4006", file));
}
