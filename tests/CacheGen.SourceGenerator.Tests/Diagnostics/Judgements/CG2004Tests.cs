using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.Flow;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>What the source reads and the key lacks.</summary>
public class CG2004Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial Task<string> GetAsync(int id, string {|CG2004:market|});
            private Task<string> GetCoreAsync(int id, string market) => api.GetAsync(id, market);
            """), "'market' is read by the source 'GetCoreAsync' and is not in the key, so two calls that differ in it would share an answer: add {market} to the key, or mark 'market' with [NotInKey]" },
        { InCatalog("""
            [Cached(Key = "search:{filter.Text}")] public partial string Search(Filter {|CG2004:filter|});
            private string SearchCore(Filter filter) => api.Get(filter.Text, filter.MaxPrice);
            """), "'filter.MaxPrice' is read by the source 'SearchCore'" },
        { InCatalog("""
            [Cached(Key = "search")] public partial string Search(Filter {|CG2004:filter|});
            private string SearchCore(Filter filter) => api.Get(filter.Text, filter.MaxPrice);
            """), "add {filter.MaxPrice} and {filter.Text} to the key" },
        { InCatalog("""
            [Cached(Key = "search")] public partial string Search(Filter {|CG2004:filter|});
            private string SearchCore(Filter filter) => api.Get(filter);
            """), "let the key tell the difference, or mark 'filter' with [NotInKey]" },
        // Through helpers, in any order.
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int number, string where) => Ask(where: where, id: number);
            private string Ask(int id, string where) => Ask(new[] { id }, where, 3);
            private string Ask(int[] ids, string where, int tries) => tries == 0 ? "" : api.Get(where) + Ask(ids, where, tries - 1);
            """), "'market'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) => api.Get(id) + Suffix(market);
            private static string Suffix(string market) => market.ToUpperInvariant();
            """), "'market'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get<T>(int id, T {|CG2004:question|}) where T : notnull;
            private string GetCore<T>(int id, T question) where T : notnull => Ask(question, id);
            private string Ask<TQuestion>(TQuestion question, int id) => api.Get(id, question);
            """), "'question'" },
        // Aliases.
        { InCatalog("""
            [Cached(Key = "search:{filter.Text}")] public partial string Search(Filter {|CG2004:filter|});
            private string SearchCore(Filter filter)
            {
                var asked = filter;
                Filter other;
                other = asked;
                return api.Get(asked.Text, other.MaxPrice);
            }
            """), "'filter.MaxPrice'" },
        { InCatalog("""
            [Cached(Key = "search:{filter.Text}")] public partial string Search(Filter? {|CG2004:filter|});
            private string SearchCore(Filter? filter) => filter is { Text: var text, MaxPrice: > 5 and var price } ? api.Get(text, price) : "";
            """), "'filter.MaxPrice'" },
        { InCatalog("""
            [Cached(Key = "search:{filter.Place.City}")] public partial string Search(Filter {|CG2004:filter|});
            private string SearchCore(Filter filter) => api.Get(filter.Place?.City, filter?.Place?.Zip);
            """), "'filter.Place.Zip'" },
        { InCatalog("""
            [Cached(Key = "search:{query.Text}")] public partial string Search(Query {|CG2004:query|});
            private string SearchCore(Query query)
            {
                var (text, page, _) = query;
                return api.Get(text, page);
            }
            """), "'query.Page'" },
        { InCatalog("""
            [Cached(Key = "search:{query.Text}")] public partial string Search(Query {|CG2004:query|});
            private string SearchCore(Query query) => Ask(query with { Text = query.Text.Trim() });
            private string Ask(Query query) => api.Get(query.Text, query.Page);
            """), "'query.Page'" },
        { InCatalog("""
            [Cached(Key = "range:{range.From}")] public partial string Get((int From, int To) {|CG2004:range|});
            private string GetCore((int From, int To) range) { var (from, to) = range; return api.Get(from, to); }
            """), "'range.To'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) { var (a, b) = (id, market); return api.Get(a, b); }
            """), "'market'" },
        // Conditions, loops, what is stored.
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, bool {|CG2004:exact|});
            private string GetCore(int id, bool exact) { if (exact) return api.Get(id); return ""; }
            """), "'exact'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, int {|CG2004:kind|});
            private string GetCore(int id, int kind) => kind switch { 1 => "a", 2 => "b", _ => api.Get(id) };
            """), "'kind'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, int {|CG2004:kind|});
            private string GetCore(int id, int kind) { switch (kind) { case 1: return "a"; case > 7: return "b"; default: return api.Get(id); } }
            """), "'kind'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, int {|CG2004:most|});
            private string GetCore(int id, int most) { var all = ""; for (var i = 0; i < most; i++) all += api.Get(id); return all; }
            """), "'most'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string[] {|CG2004:markets|});
            private string GetCore(int id, string[] markets) { var all = ""; foreach (var market in markets) all += api.Get(id, market); return all; }
            """), "'markets'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) { var question = new Filter { Text = market }; return api.Get(id, question); }
            """), "'market'" },
        // An exception that depends on who asks is an answer, too: the cache would hide it.
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, bool {|CG2004:isAdmin|});
            private string GetCore(int id, bool isAdmin) { if (!isAdmin) throw new UnauthorizedAccessException(); return api.Get(id); }
            """), "'isAdmin'" },
        // Lambdas and local functions.
        { InCatalog("""
            [Cached(Key = "all:{id}")] public partial List<int> Get(int id, int {|CG2004:most|});
            private List<int> GetCore(int id, int most) => Enumerable.Range(0, id).Where(i => i < most).ToList();
            """), "'most'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market)
            {
                return Ask(id) + Other(market);
                string Ask(int i) => api.Get(i);
                string Other(string m) => m == "DE" ? "€" : "$";
            }
            """), "'market'" },
        { InCatalog("""
            [Cached(Key = "all:{id}")] public partial List<string> Get(int id, Func<string, bool> {|CG2004:isWanted|});
            private List<string> GetCore(int id, Func<string, bool> isWanted) => new[] { api.Get(id) }.Where(isWanted).ToList();
            """), "let the key tell the difference" },
        { InCatalog("""
            [Cached(Key = "all:{id}")] public partial IAsyncEnumerable<string> Get(int id, string {|CG2004:market|});
            private async IAsyncEnumerable<string> GetCore(int id, string market) { yield return await api.GetAsync(id); yield return market; }
            """), "'market'" },
        { InCatalog("""
            [Cached(Key = "number:{id}")] public partial int Get(int id, string {|CG2004:text|});
            private int GetCore(int id, string text) => int.TryParse(text, out var number) ? number : api.Get(id).Length;
            """), "'text'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) { Choose(market, out var chosen); return api.Get(id, chosen); }
            private static void Choose(string market, out string chosen) => chosen = market + "!";
            """), "'market'" },
        // The getter of another member, an indexer, another cached method.
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) => this[id, market];
            private string this[int id, string market] => api.Get(id, market);
            """), "'market'" },
        { InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) => Other(market) + id;
            [Cached] public partial string Other(string market);
            private string OtherCore(string market) => api.Get(market);
            """), "'market'" },
        // Keys of other kinds.
        { InCatalog("""
            [Cached(KeyFrom = nameof(KeyOf))] public partial string Get(int id, string {|CG2004:market|});
            private string GetCore(int id, string market) => api.Get(id, market);
            private static string KeyOf(int id) => "price" + id;
            """), "let the key tell the difference" },
        { InCatalog("""
            [CachedBatch(Key = "price:{id}")] public partial Task<IReadOnlyDictionary<int, string>> GetAllAsync(int[] ids, string {|CG2004:market|});
            private async Task<Dictionary<int, string>> GetAllCoreAsync(int[] ids, string market) { await Task.Yield(); return ids.ToDictionary(id => id, id => api.Get(id, market)); }
            """), "'market'" },
        { InCatalog("""
            [Cached(Key = "price:{id}", Batch = nameof(LoadAsync), BatchWindow = "5ms")] public partial Task<string?> GetAsync(int id, string {|CG2004:market|});
            private async Task<Dictionary<int, string>> LoadAsync(IReadOnlyCollection<int> ids, string market) { await Task.Yield(); return ids.ToDictionary(id => id, id => api.Get(id, market)); }
            """), "source 'LoadAsync'" },
        // Recursion and loops end.
        { InCatalog("""
            [Cached(Key = "node:{node.Value}")] public partial int Get(Node {|CG2004:node|});
            private int GetCore(Node node) { var n = node; while (n != null) { n = n.Value > 3 ? n.Left : n.Right; } return One(node); }
            private int One(Node node) => node.Value == 0 ? Two(node.Left ?? node) : node.Value;
            private int Two(Node node) => One(node.Right ?? node);
            """, "internal sealed class Node { public int Value { get; set; } public Node? Left { get; set; } public Node? Right { get; set; } }"), "'node.Left" },
        // What is no key part is asked all the same.
        { InCatalog("""
            [Cached(Key = "sql:{sql}")] public partial string Query(string sql, object {|CG2004:parameters|});
            private string QueryCore(string sql, object parameters) => api.Get(sql, parameters);
            """), "let the key tell the difference" },
        { InCatalog("""
            [Cached(Key = "page:{path}")] public partial string Page(string path, IReadOnlyDictionary<string, string> {|CG2004:headers|});
            private string PageCore(string path, IReadOnlyDictionary<string, string> headers) => headers.TryGetValue("Accept", out var type) ? path + type : api.Get(path);
            """), "let the key tell the difference" },
    };

    public static TheoryData<string> Fine =>
    [
        InCatalog("""
            [Cached] public partial string Get(int id, string market);
            private string GetCore(int id, string market) => api.Get(id, market);
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, [NotInKey] string market);
            private string GetCore(int id, string market) => api.Get(id, market);
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string market);
            private string GetCore(int id, string market) => api.Get(id);
            """),
        InCatalog("""
            [Cached(Key = "price:{id ?? 0}:{market|norm|hash}:{day:yyyy-MM}")] public partial string Get(int? id, string market, DateTime day);
            private string GetCore(int? id, string market, DateTime day) => api.Get(id.HasValue ? id.Value : id.GetValueOrDefault(), market.Length, day.Year);
            """),
        // What is said about the call, and not asked.
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace)
            {
                logger.LogDebug("asked by {Trace}", trace);
                if (trace.Length > 0 && logger.IsEnabled(Microsoft.Extensions.Logging.LogLevel.Debug)) { logger.LogDebug("long {Text}", string.Join(",", trace, id)); }
                System.Diagnostics.Debug.Assert(trace != "x");
                System.Diagnostics.Activity.Current?.SetTag("trace", trace);
                using var activity = new System.Diagnostics.ActivitySource("a").StartActivity(trace);
                if (activity != null) activity.DisplayName = trace;
                Console.WriteLine(nameof(trace) + trace);
                Log(id, trace);
                _ = trace;
                return api.Get(id);
            }
            private void Log(int id, string trace) { var text = $"{id} by {trace}"; logger.LogDebug(text); Helpers.Missed(logger, trace); s_missed(logger, trace, null); }
            private static readonly Action<Microsoft.Extensions.Logging.ILogger, string, Exception?> s_missed = (log, text, _) => { };
            """, "internal static class Helpers { public static void Missed(this Microsoft.Extensions.Logging.ILogger logger, string text) => logger.LogDebug(text); }"),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace, int page);
            private string GetCore(int id, string trace, int page)
            {
                ArgumentNullException.ThrowIfNull(trace);
                ArgumentOutOfRangeException.ThrowIfNegative(page);
                if (trace is null) throw new ArgumentNullException(nameof(trace));
                if (page > 100) { throw new ArgumentOutOfRangeException(nameof(page), page, "too many"); }
                Check(trace);
                return api.Get(id);
            }
            private static void Check(string text) { if (text.Length == 0) throw new ArgumentException("empty", nameof(text)); }
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace) => api.Get(id) ?? throw new InvalidOperationException($"nothing for {trace}");
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace)
            {
                if (string.IsNullOrEmpty(trace)) throw new ArgumentException("empty", nameof(trace));
                ArgumentException.ThrowIfNullOrWhiteSpace(trace);
                var checkedTrace = Guard.NotNull(trace);
                return api.Get(id);
            }
            """, "internal static class Guard { public static T NotNull<T>(T value) => value; }"),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace)
            {
                try { return api.Get(id); }
                catch (TimeoutException) { logger.LogDebug("{Trace}", trace); throw; }
                catch (Exception e) { throw new InvalidOperationException(Describe(trace), e); }
            }
            private static string Describe(string trace) => "asked by " + trace;
            """),
        InCatalog("""
            private static readonly System.Diagnostics.Metrics.Counter<int> s_asked = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("asked");
            [Cached(Key = "price:{id}")] public partial string Get(int id, string market);
            private string GetCore(int id, string market)
            {
                s_asked.Add(1, new KeyValuePair<string, object?>("market", market.ToUpperInvariant()));
                var tags = new System.Diagnostics.TagList { { "market", market } };
                s_asked.Add(1, tags);
                return api.Get(id);
            }
            """),
        // Read, and then not used.
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, Filter filter);
            private string GetCore(int id, Filter filter) { var price = filter.MaxPrice * 2; var text = filter.Text.Trim(); return Ask(id, price, text); }
            private string Ask(int id, decimal price, string text) => api.Get(id);
            """),
        InCatalog("""
            [Cached(Key = "search:{filter.Text}")] public partial string Search(Filter filter);
            private string SearchCore(Filter filter) { var f = filter; return api.Get(f.Text.Length, Trimmed(f)); }
            private static string Trimmed(Filter filter) => filter is { Text: { Length: > 3 } text } ? text : "";
            """),
        InCatalog("""
            [Cached(Key = "search:{query.Text}")] public partial string Search(Query query);
            private string SearchCore(Query query) { var (text, _, _) = query; return query is { Text: var same } ? api.Get(text, same) : ""; }
            """),
        InCatalog("""
            [Cached(Key = "search:{filter.Place.City}")] public partial string Search(Filter filter);
            private string SearchCore(Filter filter) => filter.Place is { City: var city } && filter.Place != null ? api.Get(city, filter.Place?.City.Length) : "";
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string market);
            private string GetCore(int id, string market) { market = "DE"; var (a, b) = (id, market); b = ""; return api.Get(a); }
            """),
        InCatalog("""
            [Cached(Key = "for:{listener}")] public partial string Get(Listener listener);
            private string GetCore(Listener listener) => api.Get(listener.Id, listener.Session);
            """, "internal sealed class Listener { [CacheKeyPart] public int Id { get; set; } public string Session { get; set; } = \"\"; }"),
        // What only the whole says: nobody knows what of it.
        InCatalog("""
            [Cached(Key = "search:{filter.Text|norm}:{filter.MaxPrice}")] public partial string Search(Filter filter);
            private string SearchCore(Filter filter) => filter.IsEmpty ? "" : api.Get(filter);
            """),
        // What the member is made of, nobody knows.
        InCatalog("""
            [Cached(Key = "search:{search.CacheKey}")] public partial string Find(Search search);
            private string FindCore(Search search) => api.Get(search.Text, search.Page);
            """, "internal sealed class Search { public string Text { get; set; } = \"\"; public int Page { get; set; } public string CacheKey => Text + '/' + Page; }"),
        // Which customer it is says everything about him.
        InCatalog("""
            [Cached(Key = "orders:{customer.Id}")] public partial string Orders(Customer customer);
            private string OrdersCore(Customer customer) => api.Get(customer.Region, customer.Id);
            [Cached(Key = "bills:{customer.CustomerId}")] public partial string Bills(Customer customer);
            private string BillsCore(Customer customer) => api.Get(customer.Region);
            """),
        InCatalog("""
            [Cached(Key = "search:{query.Text}:{query.Page}")] public partial string Search(Query query);
            private string SearchCore(Query query) => api.Get(query.Text, query.Page, query.Trace);
            [Cached(Key = "q:{query}")] public partial string Whole(Query query);
            private string WholeCore(Query query) => api.Get(query.Text, query.Page, query.Trace);
            """),
        InCatalog("""
            [Cached(Key = "search:{query.Text}")] public partial string Search(Query query);
            private string SearchCore(Query query) => Ask(query with { Page = 1 });
            private string Ask(Query query) => api.Get(query.Text, query.Page);
            """),
        InCatalog("""
            [Cached(Key = "range:{range.From}")] public partial string Get((int From, int To) range);
            private string GetCore((int From, int To) range) { var (from, _) = range; return api.Get(from, (range.From, range.To).From); }
            """),
        // Services, known and the user's own.
        InCatalog("""
            [Cached(Key = "price:{id}")] public static partial Task<string> GetAsync(IApi client, int id, MethodCache cache, System.Net.Http.HttpClient http, IServiceProvider services, CancellationToken ct);
            private static Task<string> GetCoreAsync(IApi client, int id, MethodCache cache, System.Net.Http.HttpClient http, IServiceProvider services, CancellationToken ct) =>
                client.GetWithAsync((id, http.BaseAddress, services.GetService(typeof(string)), cache), ct);
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, Clock clock, IMapper mapper);
            private string GetCore(int id, Clock clock, IMapper mapper) => mapper.Map(api.Get(id, clock.Now()), mapper);
            """, "internal sealed class Clock { public string Zone { get; set; } = \"\"; public int Now() => Zone.Length; } internal interface IMapper { string Map(string text, IMapper other); }"),
        InCatalog("""
            [Cached(Key = "price:{id}")] public static partial string Get<T>(T client, int id, MethodCache cache) where T : IApi;
            private static string GetCore<T>(T client, int id, MethodCache cache) where T : IApi => client.Get(id);
            """),
        // Scopes, keys by a method.
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, [CacheScope("user")] string userId);
            private string GetCore(int id, string userId) => api.Get(id, userId);
            """),
        InCatalog("""
            [Cached(KeyFrom = nameof(KeyOf))] public partial string Get(int id, int offset);
            private string GetCore(int id, int offset) => api.Get(id, offset);
            private static (string, int, int) KeyOf(int id, int offset) => ("page", id, offset / 20);
            """),
        // Batches.
        InCatalog("""
            [CachedBatch(Key = "price:{id}:{market}")] public partial Task<IReadOnlyDictionary<int, string>> GetAllAsync(int[] ids, string market);
            private async Task<Dictionary<int, string>> GetAllCoreAsync(int[] ids, string market) { await Task.Yield(); return ids.ToDictionary(id => id, id => api.Get(id, market)); }
            """),
        InCatalog("""
            [Cached(Key = "price:{id}:{query.Text}")] public partial Task<string?> GetAsync(int id, Query query);
            private Task<string?> GetCoreAsync(int id, Query query) => Task.FromResult<string?>(api.Get(id, query.Text));
            [CachedBatch(Of = nameof(GetAsync))] public partial Task<IReadOnlyDictionary<int, string>> GetAllAsync(int[] ids, Query query);
            private async Task<Dictionary<int, string>> GetAllCoreAsync(int[] ids, Query query) { await Task.Yield(); return ids.ToDictionary(id => id, id => api.Get(id, query.Text)); }
            """),
        InCatalog("""
            [Cached(Key = "price:{id}:{market}", Batch = nameof(LoadAsync), BatchWindow = "5ms")] public partial Task<string?> GetAsync(int id, string market);
            private async Task<Dictionary<int, string>> LoadAsync(IReadOnlyCollection<int> ids, string market) { await Task.Yield(); return ids.ToDictionary(id => id, id => api.Get(id, market)); }
            """),
        // Nobody sees the source.
        "internal interface IApi { Task<string> GetAsync(int id, string market); } internal sealed partial class Cached(IApi inner, MethodCache cache) : IApi { [Cached(Key = \"price:{id}\")] public partial Task<string> GetAsync(int id, string market); }",
        "internal abstract class Base { protected string GetCore(int id, string market) => market + id; } internal sealed partial class C(MethodCache cache) : Base { [Cached(Key = \"price:{id}\")] public partial string Get(int id, string market); }",
        // What is not called is not read.
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string market);
            private string GetCore(int id, string market) { return api.Get(id); static string Unused(string m) => m; string Captures() => market; }
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string market);
            private string GetCore(int id, string market) { Func<string> name = () => market; logger.LogDebug(name()); Choose(id, market, out var same); return api.Get(same); }
            private static void Choose(int id, string market, out int same) => same = id;
            """),
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial string Get(int id, string trace);
            private string GetCore(int id, string trace) => Other(id, trace);
            [Cached(Key = "other:{id}")] public partial string Other(int id, [NotInKey] string trace);
            private string OtherCore(int id, string trace) { logger.LogDebug(trace); return api.Get(id); }
            """),
        // The user knows better.
        InCatalog("""
            #pragma warning disable CG2004
            [Cached(Key = "price:{id}")] public partial string Get(int id, string market);
            #pragma warning restore CG2004
            private string GetCore(int id, string market) => api.Get(id, market);
            """),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Read_IsLacking(string file, string says) => Assert.Contains(says, Assert.Single(await Markup.JudgeAsync("CG2004", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsNotFlagged(string file) => Assert.Empty(await Markup.JudgeAsync("CG2004", file));
}
