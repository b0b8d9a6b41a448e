using CacheGen.CodeFixes.Tests.Harness;
using Xunit;
using static CacheGen.CodeFixes.Tests.Key.KeySource;

namespace CacheGen.CodeFixes.Tests.Key;

public class CG2003FixTests
{
    private const string Filter = """
        public class Filter
        {
            public string? Text { get; set; }
            public int Page { get; set; }
            public object? Tag { get; set; }
            public Action? Changed { get; set; }
        }

        """;

    [Fact]
    public Task Members_AreReadByATemplate() => FixVerifier.FixAsync(
        "CG2003",
        Catalog("[Cached]", "int id, Filter filter", Filter),
        Catalog("[Cached(Key = \"GetAsync:{id}:{filter.Text}:{filter.Page}\")]", "int id, Filter filter", Filter));

    [Fact]
    public Task Members_AreReadInPlaceOfAHole() => FixVerifier.FixAsync(
        "CG2003",
        Catalog("[Cached(Key = \"x:{filter}\")]", "Filter filter", Filter),
        Catalog("[Cached(Key = \"x:{filter.Text}:{filter.Page}\")]", "Filter filter", Filter));

    [Fact]
    public Task Members_AreMarked() => FixVerifier.FixAsync(
        "CG2003",
        Catalog("[Cached]", "int id, Filter? filter", Filter),
        Catalog("[Cached]", "int id, Filter? filter", Filter.Replace("public string?", "[CacheKeyPart] public string?", StringComparison.Ordinal).Replace("public int", "[CacheKeyPart] public int", StringComparison.Ordinal)),
        "Mark the members of Filter with [CacheKeyPart]");

    [Fact]
    public Task Parameter_IsLeftOut() => FixVerifier.FixAsync(
        "CG2003",
        Catalog("[Cached]", "int id, Filter filter", Filter),
        Catalog("[Cached]", "int id, [NotInKey] Filter filter", Filter, "int id, Filter filter"),
        "Leave it out of the key: [NotInKey]");

    [Fact]
    public Task Hole_IsTakenOut() => FixVerifier.FixAsync(
        "CG2003", Catalog("[Cached(Key = \"x:{id}:{filter}\")]", "int id, object filter"), Catalog("[Cached(Key = \"x:{id}\")]", "int id, object filter"));

    [Fact]
    public async Task WithoutStableMembers_ItCanBeLeftOut() => Assert.Equal(
        ["Leave it out of the key: [NotInKey]"], await FixVerifier.TitlesAsync("CG2003", Catalog("[Cached]", "int id, object what")));

    /// <summary>A null on the way is null in each hole, and none would say so.</summary>
    [Fact]
    public async Task WhatMayBeNull_IsNotReadByMembers() => Assert.Equal(
        ["Mark the members of Filter with [CacheKeyPart]", "Leave it out of the key: [NotInKey]"],
        await FixVerifier.TitlesAsync("CG2003", Catalog("[Cached]", "int id, Filter? filter", Filter)));

    /// <summary>Others may implement it with more.</summary>
    [Fact]
    public async Task Interface_IsReadOnly() => Assert.Equal(
        ["Read its members: {user.Id}", "Leave it out of the key: [NotInKey]"],
        await FixVerifier.TitlesAsync("CG2003", Catalog("[Cached]", "IUser user", "public interface IUser { int Id { get; } }")));

    [Fact]
    public Task Parameters_AreLeftOutAtOnce() => FixVerifier.FixAllAsync(
        "CG2003",
        Catalog("[Cached]", "int id, object one, Action two"),
        Catalog("[Cached]", "int id, [NotInKey] object one, [NotInKey] Action two", source: "int id, object one, Action two"));
}
