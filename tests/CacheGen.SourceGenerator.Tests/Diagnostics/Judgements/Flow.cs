namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>What cases of data flow stand in.</summary>
internal static class Flow
{
    /// <summary>A catalog with services around it.</summary>
    public static string InCatalog(string members, string types = "") =>
        $$"""
        using Microsoft.Extensions.Logging;

        internal sealed partial class Catalog(IApi api, MethodCache cache, ILogger logger)
        {
            public object Held => (api, cache, logger);
            {{members}}
        }

        internal interface IApi
        {
            Task<string> GetAsync(params object?[] question);
            Task<string> GetWithAsync(object? question, CancellationToken ct = default);
            string Get(params object?[] question);
        }

        internal sealed class Filter
        {
            public string Text { get; set; } = "";
            public decimal MaxPrice { get; set; }
            public List<string> Tags { get; } = [];
            public Place? Place { get; set; }
            public bool IsEmpty => Text.Length == 0;
        }

        internal sealed class Place { public string City { get; set; } = ""; public string Zip { get; set; } = ""; }
        internal sealed class Customer { public int Id { get; set; } public int CustomerId { get; set; } public string Region { get; set; } = ""; }
        internal sealed record Query(string Text, int Page, [NotInKey] string Trace = "");
        {{types}}
        """;
}
