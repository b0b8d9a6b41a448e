using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.Flow;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>What the key need not hold.</summary>
public partial class CG2004Tests
{
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
        // Watched by types of the user's own.
        InCatalog("""
            private readonly ShopMetrics metrics = new();
            [Cached(Key = "price:{id}")] public partial Task<string> GetAsync(int id, string caller);
            private async Task<string> GetCoreAsync(int id, string caller) { metrics.Loaded(caller); using var _ = metrics.Measure(caller); await audit.WriteAsync(caller); return await api.GetAsync(id); }
            private readonly IAuditLog audit = null!;
            """, "internal interface IAuditLog { Task WriteAsync(string who); } internal sealed class ShopMetrics { public void Loaded(string who) { } public IDisposable Measure(string who) => null!; }"),
        // How long is waited.
        InCatalog("""
            [Cached(Key = "price:{id}")] public partial Task<string> GetAsync(int id, TimeSpan timeout, int pause, CancellationToken ct = default);
            private async Task<string> GetCoreAsync(int id, TimeSpan timeout, int pause, CancellationToken ct)
            {
                using var source = CancellationTokenSource.CreateLinkedTokenSource(ct);
                source.CancelAfter(timeout);
                using var own = new CancellationTokenSource(timeout);
                await Task.Delay(pause, own.Token);
                return await api.GetWithAsync(id, source.Token).WaitAsync(timeout, ct);
            }
            """),
    ];
}
