using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2005FixTests
{
    [Theory]
    [InlineData("price:{id}:{trace}", "price:{id}")]
    [InlineData("{trace}/{id}", "{id}")]
    [InlineData("price:{trace|hash}:{id}", "price:{id}")]
    [InlineData("price:{id}:of,{trace??x}", "price:{id}:of")]
    public Task Hole_IsTakenOut(string before, string after) => FixVerifier.FixAsync("CG2005", Prices($"(Key = \"{before}\")"), Prices($"(Key = \"{after}\")"));

    [Fact]
    public Task Parameter_IsMarked() => FixVerifier.FixAsync("CG2005", Prices(""), Prices("", "[NotInKey] "));

    [Theory]
    [InlineData("price:{id}:by-{trace}")]
    [InlineData("{trace}")]
    public async Task WhatSeparatesNothing_IsLeftToTheUser(string template) => Assert.Empty(await FixVerifier.TitlesAsync("CG2005", Prices($"(Key = \"{template}\")", id: template.Contains("id", StringComparison.Ordinal))));

    [Fact]
    public Task All_AreMendedAtOnce() => FixVerifier.FixAllAsync(
        "CG2005",
        """
        internal sealed partial class A(MethodCache cache)
        {
            [Cached(Key = "a:{x}:{id}:{y}")] public partial string Get(int id, int x, int y);
            private string GetCore(int id, int x, int y) => id.ToString();
        }
        """,
        """
        internal sealed partial class A(MethodCache cache)
        {
            [Cached(Key = "a:{id}")] public partial string Get(int id, int x, int y);
            private string GetCore(int id, int x, int y) => id.ToString();
        }
        """);

    private static string Prices(string attribute, string mark = "", bool id = true) =>
        $$"""
        internal sealed partial class Prices(MethodCache cache)
        {
            [Cached{{attribute}}]
            public partial string Get({{(id ? "int id, " : "")}}{{mark}}string? trace);

            private string GetCore({{(id ? "int id, " : "")}}string? trace) => "price"{{(id ? " + id" : "")}};
        }
        """;
}
