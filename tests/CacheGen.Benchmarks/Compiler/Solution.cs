namespace CacheGen.Benchmarks.Compiler;

/// <summary>A generated solution of 1,000 cached methods in 250 types, beside 400 files without any: services as people write them.</summary>
internal static class Solution
{
    public const int Types = 250;
    public const int Others = 400;

    /// <summary>All files, each with its path.</summary>
    public static IEnumerable<(string Path, string Text)> Files() => Enumerable.Range(0, Types).Select(i => ($"Services/Service{i}.cs", Service(i)))
        .Concat(Enumerable.Range(0, Others).Select(i => ($"Reports/Report{i}.cs", Report(i))))
        .Prepend(("Usings.cs", """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;
            global using CacheGen;
            [assembly: CacheDefaults(FailSafe = "1d", SoftTimeout = "2s")]
            """));

    private static string Service(int i) => $$"""
        namespace Shop.Area{{i % 20}};

        public enum Market{{i}} { World, Europe, America }

        public sealed record Part{{i}}(int Number, string Title, TimeSpan Length);

        public sealed record Item{{i}}(int Id, string Name, decimal Price, Market{{i}} Market, IReadOnlyList<Part{{i}}> Parts);

        public sealed record Query{{i}}(string Text, Market{{i}}? Market, int Page);

        public interface IApi{{i}}
        {
            Task<Item{{i}}?> FindAsync(int id, CancellationToken ct);
            Task<IReadOnlyList<Item{{i}}>> SearchAsync(string text, int page, CancellationToken ct);
            Task<IReadOnlyDictionary<int, Item{{i}}>> FindManyAsync(IReadOnlyCollection<int> ids, CancellationToken ct);
            Task<int> CountAsync(string category, Market{{i}} market, CancellationToken ct);
            Task SaveAsync(Item{{i}} item, CancellationToken ct);
        }

        [CachePrefix("area{{i}}")]
        public sealed partial class Service{{i}}(IApi{{i}} api, MethodCache cache)
        {
            private const int PageSize = 50;
            private readonly List<string> _log = new();

            [Cached(Key = "item:{id}", Ttl = "24h", MissTtl = "5m", Tags = new[] { "id:{id}" })]
            public partial Task<Item{{i}}?> GetAsync(int id, CancellationToken ct = default);

            private async Task<Item{{i}}?> GetCoreAsync(int id, CancellationToken ct)
            {
                var found = await api.FindAsync(id, ct).ConfigureAwait(false);
                if (found is null || !IsWhole(found, id))
                    return null;
                return found with { Name = found.Name.Trim(), Parts = found.Parts.OrderBy(part => part.Number).ToArray() };
            }

            [Cached(Key = "search:{query|norm}:{page}", Ttl = "15m")]
            public partial Task<IReadOnlyList<Item{{i}}>> SearchAsync(string query, int page, CancellationToken ct = default);

            private async Task<IReadOnlyList<Item{{i}}>> SearchCoreAsync(string query, int page, CancellationToken ct)
            {
                var all = await api.SearchAsync(query, page, ct).ConfigureAwait(false);
                return all.Where(item => item.Price > 0).OrderBy(item => item.Name).Take(PageSize).Select(item => item with { Name = item.Name.Trim() }).ToArray();
            }

        {{Special(i)}}

            [Invalidates(nameof(GetAsync), With = "id=item.Id")]
            public partial Task SaveAsync(Item{{i}} item, CancellationToken ct = default);

            private async Task SaveCoreAsync(Item{{i}} item, CancellationToken ct)
            {
                await api.SaveAsync(item, ct).ConfigureAwait(false);
                lock (_log)
                    _log.Add($"{item.Id} {item.Name}");
            }

            public async Task<decimal> TotalAsync(int from, int count, CancellationToken ct = default)
            {
                var sum = 0m;
                for (var id = from; id < from + count; id++)
                {
                    var item = await api.FindAsync(id, ct).ConfigureAwait(false);
                    sum += item?.Price ?? 0;
                }

                return sum;
            }

            private static bool IsWhole(Item{{i}} item, int id) => item.Id == id && item.Price >= 0 && item.Parts.All(part => part.Length > TimeSpan.Zero);
        }
        """;

    /// <summary>Two cached methods of one of five kinds.</summary>
    private static string Special(int i) => (i % 5) switch
    {
        0 => $$"""
                [CachedBatch(Of = nameof(GetAsync), MaxBatch = 100)]
                public partial Task<IReadOnlyDictionary<int, Item{{i}}>> GetManyAsync(IReadOnlyCollection<int> ids, CancellationToken ct = default);

                private Task<IReadOnlyDictionary<int, Item{{i}}>> GetManyCoreAsync(IReadOnlyCollection<int> ids, CancellationToken ct) => api.FindManyAsync(ids, ct);

            {{Count(i)}}
            """,
        1 => $$"""
                [Cached(Key = "query:{query.Text|lower}:{query.Market}:{query.Page}", Ttl = "10m", StoreWhen = nameof(HasAny))]
                public partial Task<IReadOnlyList<Item{{i}}>> QueryAsync(Query{{i}} query, CancellationToken ct = default);

                private async Task<IReadOnlyList<Item{{i}}>> QueryCoreAsync(Query{{i}} query, CancellationToken ct)
                {
                    var found = await api.SearchAsync(query.Text, query.Page, ct).ConfigureAwait(false);
                    return query.Market is { } market ? found.Where(item => item.Market == market).ToList() : found;
                }

                private static bool HasAny(IReadOnlyList<Item{{i}}> items) => items.Count > 0;

            {{Count(i)}}
            """,
        2 => $$"""
                [Cached(Ttl = "1m")]
                public partial string Describe(Guid owner, (int Year, Market{{i}} Market) when, DayOfWeek day);

                private string DescribeCore(Guid owner, (int Year, Market{{i}} Market) when, DayOfWeek day)
                {
                    var words = new List<string> { owner.ToString("N"), when.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) };
                    foreach (var log in _log)
                        words.Add(log + day + when.Market);
                    return string.Join(", ", words);
                }

            {{Count(i)}}
            """,
        3 => $$"""
                [Cached(Key = "parts:{id}", AdaptiveTtl = "10m..24h")]
                public partial ValueTask<IReadOnlyList<Part{{i}}>> PartsAsync(int id, CancellationToken ct = default);

                private async ValueTask<IReadOnlyList<Part{{i}}>> PartsCoreAsync(int id, CancellationToken ct)
                {
                    var item = await api.FindAsync(id, ct).ConfigureAwait(false);
                    return item is null ? Array.Empty<Part{{i}}>() : item.Parts.Where(part => part.Length > TimeSpan.FromSeconds(1)).ToArray();
                }

            {{Count(i)}}
            """,
        _ => $$"""
                [Cached(Key = "all:{category}:{market}", Ttl = "1h", MaxItems = 500)]
                public partial IAsyncEnumerable<Item{{i}}> AllAsync(string category, Market{{i}} market, CancellationToken ct = default);

                private async IAsyncEnumerable<Item{{i}}> AllCoreAsync(string category, Market{{i}} market, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
                {
                    for (var page = 0; page < 10; page++)
                    {
                        foreach (var item in await api.SearchAsync(category, page, ct).ConfigureAwait(false))
                        {
                            if (item.Market == market)
                                yield return item;
                        }
                    }
                }

            {{Count(i)}}
            """,
    };

    private static string Count(int i) => $$"""
            [Cached(Key = "count:{category}:{market}", Ttl = "1h", Tags = new[] { "category:{category}" })]
            public partial Task<int> CountAsync(string category, Market{{i}} market, CancellationToken ct = default);

            private Task<int> CountCoreAsync(string category, Market{{i}} market, CancellationToken ct)
            {
                if (category.Length == 0)
                    throw new ArgumentException("A category is needed.", nameof(category));
                return api.CountAsync(category, market, ct);
            }
        """;

    private static string Report(int i) => $$"""
        namespace Shop.Reports;

        /// <summary>Counts words.</summary>
        public class Report{{i}}
        {
            private readonly Dictionary<string, int> _counts = new();

            public int Total { get; private set; }

        {{string.Concat(Enumerable.Range(0, 12).Select(m => $$"""
                public async Task<Dictionary<string, int>> Count{{m}}Async(IEnumerable<string> words, int longest)
                {
                    foreach (var word in words)
                    {
                        if (word.Length > longest)
                            await Task.Yield();
                        else
                            _counts[word] = _counts.TryGetValue(word, out var count) ? count + {{m}} : 1;
                    }

                    Total += _counts.Count;
                    return _counts.Where(pair => pair.Value > {{m}}).OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value * {{i}});
                }


            """))}}
        }
        """;
}
