using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.Flow;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>What is in the key for nothing.</summary>
public class CG2005Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { InCatalog("""
            [Cached] public partial string Get(int id, string {|CG2005:trace|});
            private string GetCore(int id, string trace) => api.Get(id);
            """), "'trace' is in the key and is never read by the source 'GetCore', so calls that get the same answer miss one another's entries: mark 'trace' with [NotInKey]" },
        { InCatalog("""
            [Cached(Key = "price:{id}:{|CG2005:{trace}|}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace) => api.Get(id);
            """), "take {trace} out of the key" },
        { InCatalog("""
            [Cached(Key = "search:{filter.Text}:{|CG2005:{filter.MaxPrice}|}")] public partial string Search(Filter filter);
            private string SearchCore(Filter filter) => api.Get(filter.Text);
            """), "'filter.MaxPrice'" },
        // Only logged, or passed to who ignores it.
        { InCatalog("""
            [Cached] public partial string Get(int id, string {|CG2005:trace|});
            private string GetCore(int id, string trace) { System.Diagnostics.Debug.WriteLine(trace); _ = trace; return Ask(id, trace); }
            private string Ask(int id, string trace) => id > 0 ? Ask(id - 1, trace) : api.Get(id);
            """), "'trace'" },
        { InCatalog("""
            [CachedBatch] public partial Task<IReadOnlyDictionary<int, string>> GetAllAsync(int[] ids, string {|CG2005:market|});
            private async Task<Dictionary<int, string>> GetAllCoreAsync(int[] ids, string market) { await Task.Yield(); return ids.ToDictionary(id => id, id => api.Get(id)); }
            """), "mark 'market' with [NotInKey]" },
        // Whoever gave the signature: what is in the key is for the method to say.
        {
            "internal interface IPrices { string Get(int id, string locale); } internal sealed partial class Prices(MethodCache cache) : IPrices { [Cached] public partial string Get(int id, string {|CG2005:locale|}); private string GetCore(int id, string locale) => id.ToString(); }",
            "'locale'"
        },
    };

    public static TheoryData<string> Fine =>
    [
        InCatalog("""
            [Cached] public partial string Get(int id, [NotInKey] string trace, CancellationToken ct);
            private string GetCore(int id, string trace, CancellationToken ct) => api.Get(id);
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace) => api.Get(id);
            """),
        InCatalog("""
            [Cached(Key = "search:{filter.Text}:{filter.MaxPrice}")] public partial string Search(Filter filter);
            private string SearchCore(Filter filter) => api.Get(filter);
            """),
        // A check lets a caller who asks for what is wrong know it.
        InCatalog("""
            [Cached] public partial string Get(int id, int page);
            private string GetCore(int id, int page) { ArgumentOutOfRangeException.ThrowIfNegative(page); return api.Get(id); }
            """),
        // The member makes itself of what is read; the id stands for what is read.
        InCatalog("""
            [Cached(Key = "search:{filter.IsEmpty}")] public partial string Search(Filter filter);
            private string SearchCore(Filter filter) => filter.Text.Length == 0 ? "" : "something";
            [Cached(Key = "orders:{customer.Id}")] public partial string Orders(Customer customer);
            private string OrdersCore(Customer customer) => api.Get(customer.Region);
            """),
        // For the sake of a tag.
        InCatalog("""
            [Cached(Key = "price:{id}:{artist}", Tags = new[] { "artist:{artist}" })] public partial string Get(int id, int artist);
            private string GetCore(int id, int artist) => api.Get(id);
            """),
        // A scope is the user's word.
        InCatalog("""
            [Cached] public partial string Get(int id, [CacheScope("user")] string userId);
            private string GetCore(int id, string userId) => api.Get(id);
            """),
        InCatalog("""
            [Cached(KeyFrom = nameof(KeyOf))] public partial string Get(int id, int offset);
            private string GetCore(int id, int offset) => api.Get(id);
            private static (string, int, int) KeyOf(int id, int offset) => ("page", id, offset / 20);
            """),
        // In the place of what the source reads of whoever asks.
        """
        internal sealed partial class Stores(System.Threading.AsyncLocal<string> current, MethodCache cache)
        {
            [Cached] public partial string Get(string storeId);
            private string GetCore(string storeId) => Ask();
            [Cached(Key = "greeting:{language}")] public partial string Greet(string language);
            private string GreetCore(string language) => System.Globalization.CultureInfo.CurrentUICulture.Name;
            private string Ask() => current.Value!;
        }
        """,
        InCatalog("""
            [Cached(ValidWhen = nameof(IsValid))] public partial string Get(int id, int version);
            private string GetCore(int id, int version) => api.Get(id);
            private static bool IsValid(string value, int id, int version) => value.Length > version + id;
            """),
        // Not written yet, written in a derived type, or out of sight.
        InCatalog("""
            [Cached] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace) => throw new NotImplementedException();
            [Cached] public partial string Other(int id, string trace);
            private string OtherCore(int id, string trace) { throw new NotImplementedException(); }
            """),
        "internal partial class C(MethodCache cache) { [Cached] public partial string Get(int id, string market); protected virtual string GetCore(int id, string market) => \"\"; }",
        "internal partial class C(MethodCache cache) { [Cached] public partial string Get(int id, string market); private string GetCore(int id, string market) => Ask(market) + id; protected virtual string Ask(string market) => \"\"; }",
        "internal interface IApi { string Get(int id, string market); } internal sealed partial class C(IApi api, MethodCache cache) : IApi { [Cached] public partial string Get(int id, string market); }",
        // Read in roundabout ways.
        InCatalog("""
            [Cached] public partial string Get(int id, string market, int most);
            private string GetCore(int id, string market, int most)
            {
                string text;
                (text, var more) = (market, most);
                Func<int, bool> isFew = i => i < more;
                object boxed = text;
                return boxed is string { Length: > 2 } and not "x" ? api.Get(Enumerable.Range(0, id).Count(isFew)) : "";
            }
            """),
        InCatalog("""
            [Cached] public partial Task<string> GetAsync(int id, string market);
            private async Task<string> GetCoreAsync(int id, string market) => await AskAsync(id)(market).ConfigureAwait(false);
            private Func<string, Task<string>> AskAsync(int id) => market => api.GetAsync(id, market);
            """),
        InCatalog("""
            #pragma warning disable CG2005
            [Cached] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace) => api.Get(id);
            """),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task KeyPart_IsNeedless(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG2005", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsNotFlagged(string file) => Assert.Empty(await Markup.JudgeAsync("CG2005", file));
}
