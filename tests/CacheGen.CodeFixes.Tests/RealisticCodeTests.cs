using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests;

/// <summary>Fixes in files as people write them: with a namespace, comments, attributes on lines of their own, and line ends of Windows.</summary>
public class RealisticCodeTests
{
    [Theory]
    [InlineData("CG2004", "Key = \"price:{id}\", Ttl = \"5m\"", "Key = \"price:{id}:{market}\", Ttl = \"5m\"", "api.GetAsync(id, market, ct)", "api.GetAsync(id, market, ct)")]
    [InlineData("CG2005", "Key = \"price:{id}:{market}\", Ttl = \"5m\"", "Key = \"price:{id}\", Ttl = \"5m\"", "api.GetAsync(id, \"DE\", ct)", "api.GetAsync(id, \"DE\", ct)")]
    [InlineData("CG4006", "Key = \"price:{id}:{market}\"", "Key = \"price:{id}:{market}\"", "api.GetAsync(id, market)", "api.GetAsync(id, market, ct)")]
    [InlineData("CG3005", "Key = \"price:{id}:{market}\"", "Key = \"price:{id}:{market}\", MissTtl = \"1m\"", "api.GetAsync(id, market, ct)", "api.GetAsync(id, market, ct)")]
    public async Task Fix_LooksAsAPersonWouldWriteIt(string rule, string said, string fixedSaid, string call, string fixedCall)
    {
        await FixVerifier.FixAsync(rule, File(said, call), File(fixedSaid, fixedCall));
        await FixVerifier.FixAsync(rule, Windows(File(said, call)), Windows(File(fixedSaid, fixedCall)));
    }

    private static string Windows(string text) => text.ReplaceLineEndings("\r\n");

    private static string File(string said, string call) => $$"""
        // Prices, as the shop shows them.
        namespace Shop.Pricing;

        public interface IPriceApi
        {
            Task<string?> GetAsync(int id, string market, CancellationToken ct = default);
        }

        /// <summary>What things cost.</summary>
        public sealed partial class PriceService(IPriceApi api, MethodCache cache)
        {
            /// <summary>The price of one thing.</summary>
            [Cached({{said}})] // asked for on each page
            public partial Task<string?> GetAsync(
                int id,         // of the product
                string market,  // two letters
                CancellationToken ct = default);

            // The slow way.
            private async Task<string?> GetCoreAsync(int id, string market, CancellationToken ct)
            {
                return await {{call}}; // may be null
            }
        }

        """;
}
