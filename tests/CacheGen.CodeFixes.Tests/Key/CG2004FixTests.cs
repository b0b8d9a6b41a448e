using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2004FixTests
{
    [Theory]
    [InlineData("\"price:{id}\"", "\"price:{id}:{market}\"")]
    [InlineData("@\"price:{id}\"", "@\"price:{id}:{market}\"")]
    [InlineData("\"\"\"price:{id}\"\"\"", "\"\"\"price:{id}:{market}\"\"\"")]
    public Task Hole_IsAdded(string before, string after) => FixVerifier.FixAsync("CG2004", Prices($"[Cached(Key = {before}, Ttl = \"1h\")]"), Prices($"[Cached(Key = {after}, Ttl = \"1h\")]"));

    [Fact]
    public Task HolesOfMembers_AreAdded() => FixVerifier.FixAsync("CG2004", Search("\"search:{filter.Text|norm}\""), Search("\"search:{filter.Text|norm}:{filter.MaxPrice}:{filter.Page}\""));

    [Fact]
    public Task Parameter_IsMarked() => FixVerifier.FixAsync(
        "CG2004", Prices("[Cached(Key = \"price:{id}\")]"), Prices("[Cached(Key = \"price:{id}\")]", "[NotInKey] "), "Mark 'market' with [NotInKey]");

    [Fact]
    public async Task WhatNoHoleCanHold_CanBeMarked()
    {
        Assert.Equal(["Mark 'wanted' with [NotInKey]"], await FixVerifier.TitlesAsync("CG2004", """
            internal sealed partial class A(MethodCache cache)
            {
                [Cached(Key = "all")] public partial int Count(Func<int, bool> wanted);
                private int CountCore(Func<int, bool> wanted) => Enumerable.Range(0, 9).Count(wanted);
            }
            """));
        Assert.Equal(["Mark 'market' with [NotInKey]"], await FixVerifier.TitlesAsync("CG2004", Prices("[Cached(Key = \"price\" + \":{id}\")]")));
    }

    [Fact]
    public Task All_AreMendedAtOnce() => FixVerifier.FixAllAsync(
        "CG2004",
        """
        internal sealed partial class A(MethodCache cache)
        {
            [Cached(Key = "a:{id}")] public partial string Get(int id, string market, int page);
            private string GetCore(int id, string market, int page) => market + id + page;
            [Cached(Key = "b")] public partial string Other(string market);
            private string OtherCore(string market) => market;
        }
        """,
        """
        internal sealed partial class A(MethodCache cache)
        {
            [Cached(Key = "a:{id}:{market}:{page}")] public partial string Get(int id, string market, int page);
            private string GetCore(int id, string market, int page) => market + id + page;
            [Cached(Key = "b:{market}")] public partial string Other(string market);
            private string OtherCore(string market) => market;
        }
        """);

    private static string Prices(string attribute, string mark = "") =>
        $$"""
        internal sealed partial class Prices(MethodCache cache)
        {
            {{attribute}}
            public partial string Get(int id, {{mark}}string market);

            private string GetCore(int id, string market) => market + id;
        }
        """;

    private static string Search(string template) =>
        $$"""
        internal sealed class Filter { public string Text { get; set; } = ""; public decimal MaxPrice { get; set; } public int Page { get; set; } }

        internal sealed partial class Search(MethodCache cache)
        {
            [Cached(Key = {{template}})]
            public partial string Find(Filter filter);

            private string FindCore(Filter filter) => filter.Text + filter.Page + filter.MaxPrice;
        }
        """;
}
