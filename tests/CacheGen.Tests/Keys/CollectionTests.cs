using System.Collections.Frozen;
using Xunit;

namespace CacheGen.Tests.Keys;

public class CollectionTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();

    [Fact]
    public void Lists_KeepTheirOrder()
    {
        Key("c:[2,1,2,]", Collections.Cache.Ints(s_cache, 2, 1, 2));
        Key("c:[]", Collections.Cache.Ints(s_cache));
        Key("c:[2,1,]", Collections.Cache.List(s_cache, [2, 1]));
        Key("c:[2,1,]", Collections.Cache.Params(s_cache, 2, 1));
        Key("c:[2,1,]", Collections.Cache.Immutable(s_cache, [2, 1]));
        Key("c:[2,1,]:[1,2,]", Collections.Cache.OptionalImmutable(s_cache, [2, 1]));
        Key("c:[[1,2,],[],]", Collections.Cache.Nested(s_cache, [[1, 2], []]));
        Key("c:[a%2Cb,],([a%2Cb,],7)", Collections.Cache.Member(s_cache, new TagPage(["a,b"], 7)));
    }

    [Fact]
    public void NoList_NoItemsAndNoText_Differ()
    {
        Key("c:%null", Collections.Cache.Texts(s_cache, null));
        Key("c:[]", Collections.Cache.Texts(s_cache, []));
        Key("c:[,]", Collections.Cache.Texts(s_cache, [""]));
        Key("c:[%null,]", Collections.Cache.Texts(s_cache, [null]));
        Key("c:[null,]", Collections.Cache.Texts(s_cache, ["null"]));
        Key("c:%null:%null", Collections.Cache.OptionalImmutable(s_cache, null));
    }

    [Fact]
    public void Set_IgnoresOrderAndRepetition()
    {
        Key("c:[%null,A,a,b,]", Collections.Cache.Set(s_cache, ["b", "a", null, "A", "b"]));
        Key("c:%null", Collections.Cache.Set(s_cache, null));
        Key("c:[(Bonn,%null),(Ulm,1),]", Collections.Cache.SetOfRecords(s_cache, [new("Ulm", "1"), new("Bonn", null), new("Ulm", "1")]));
    }

    [Fact]
    public void CollectionsWithoutAnOrder_AreSetsByThemselves()
    {
        Key("c:HashSet:[a,b,]", Collections.Cache.HashSet(s_cache, ["b", "a"]));
        Key("c:OtherSets:[1,2,]:%null:[3,4,]", Collections.Cache.OtherSets(s_cache, new SortedSet<int> { 2, 1 }, null, FrozenSet.Create(4, 3)));
    }

    [Fact]
    public void Items_AreWrittenAsTheyWouldBeByThemselves() =>
        Key("c:[(1,(Ulm,%null),20260102T000000Z),(%null,%null,00010101T000000),]", Collections.Cache.Items(s_cache,
        [
            (1, new Address("Ulm", null), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc)),
            (null, null, default),
        ]));

    private static void Key(string expected, CacheHandle<int> handle) => Assert.Equal(expected, handle.Key);
}
