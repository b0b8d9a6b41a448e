using CacheGen.FusionCache.Tests.Redis;
using Xunit;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>
/// During a deployment two versions of a type share one Redis. The fingerprint of its shape, which is part of the key, keeps them apart;
/// here the descriptors are written by hand, as the generator writes them for either version.
/// </summary>
public sealed class VersionTests(RedisServer redis) : NodeTests(redis), IClassFixture<RedisServer>
{
    private const string Id = "Catalog.GetAsync(int)";

    // Each version's JSON reads as the other, with members left out or missing: no error would tell that it is the wrong one.
    private static readonly CachedMethod<int, ReleaseV1> s_v1 = Describe<ReleaseV1>("aaaaaaaa");
    private static readonly CachedMethod<int, ReleaseV2> s_v2 = Describe<ReleaseV2>("bbbbbbbb");
    private static readonly CachedMethod<int, ReleaseV3> s_v3 = Describe<ReleaseV3>("cccccccc");
    private static readonly CachedMethod<int, ReleaseV1> s_v1Again = Describe<ReleaseV1>("aaaaaaaa");

    private int _loads;

    [Fact]
    public async Task TwoVersionsOfAType_NeitherReadsTheOthersValues()
    {
        var (old, young) = await StartTwoAsync();
        Assert.Equal(new ReleaseV1(1, "Selected"), await GetAsync(old, s_v1, new ReleaseV1(1, "Selected")));
        Assert.Equal(new ReleaseV2(1, "Selected", 1992), await GetAsync(young, s_v2, new ReleaseV2(1, "Selected", 1992)));
        Assert.Equal(2, _loads);
    }

    [Fact]
    public async Task TwoVersionsOfAType_EachReadsItsOwnOnAnotherNode()
    {
        var (old, young) = await StartTwoAsync();
        await GetAsync(old, s_v1, new ReleaseV1(1, "Selected"));
        await GetAsync(young, s_v2, new ReleaseV2(1, "Selected", 1992));
        var (rolledBack, deployed) = await StartTwoAsync();
        Assert.Equal("Selected", (await GetAsync(rolledBack, s_v1Again, new ReleaseV1(1, "loaded"))).Title);
        Assert.Equal(1992, (await GetAsync(deployed, s_v2, new ReleaseV2(1, "loaded", 0))).Year);
        Assert.Equal(2, _loads);
    }

    [Fact]
    public async Task VersionsThatCannotBeReadAsEachOther_DoNotFail()
    {
        var (old, young) = await StartTwoAsync();
        await GetAsync(old, s_v1, new ReleaseV1(1, "Selected"));
        Assert.Equal(["Selected"], (await GetAsync(young, s_v3, new ReleaseV3("one", ["Selected"]))).Title);
        var (rolledBack, deployed) = await StartTwoAsync();
        Assert.Equal("Selected", (await GetAsync(rolledBack, s_v1, new ReleaseV1(1, "loaded"))).Title);
        Assert.Equal(["Selected"], (await GetAsync(deployed, s_v3, new ReleaseV3("one", ["loaded"]))).Title);
        Assert.Equal(2, _loads);
    }

    [Fact]
    public async Task RemovalOfOneVersion_LeavesTheOther()
    {
        var (old, young) = await StartTwoAsync();
        await GetAsync(old, s_v1, new ReleaseV1(1, "Selected"));
        await GetAsync(young, s_v2, new ReleaseV2(1, "Selected", 1992));
        Assert.NotEqual(old.Cache.Table(s_v1).FormatKey(1), young.Cache.Table(s_v2).FormatKey(1));
        await old.Cache.Table(s_v1).RemoveAsync(1);
        Assert.Equal("again", (await GetAsync(old, s_v1, new ReleaseV1(1, "again"))).Title);
        Assert.Equal("Selected", (await GetAsync(await StartAsync(), s_v2, new ReleaseV2(1, "again", 0))).Title);
    }

    private static CachedMethod<int, TValue> Describe<TValue>(string fingerprint) =>
        new(Id, new CachePolicy { Ttl = TimeSpan.FromMinutes(10) }, static (prefix, key) => CacheGen.CompilerServices.CacheKey.Format(prefix, $"release:{key}"))
        {
            Fingerprint = fingerprint,
        };

    private Task<TValue> GetAsync<TValue>(Node node, CachedMethod<int, TValue> method, TValue value) =>
        node.Cache.Table(method).LoadTask(
            1,
            this,
            value,
            static (test, answer, _) =>
            {
                test._loads++;
                return new ValueTask<TValue>(answer);
            });

    private sealed record ReleaseV1(int Id, string Title);

    private sealed record ReleaseV2(int Id, string Title, int Year);

    private sealed record ReleaseV3(string Id, string[] Title);
}
