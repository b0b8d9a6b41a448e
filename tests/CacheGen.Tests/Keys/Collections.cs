using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CacheGen.Tests.Keys;

[CachePrefix("c")]
internal sealed partial class Collections(MethodCache cache)
{
    [Cached(Key = "{ids}")] public partial int Ints(params int[] ids);
    [Cached(Key = "{tags}")] public partial int Texts(IReadOnlyList<string?>? tags);
    [Cached(Key = "{tags|set}")] public partial int Set(IReadOnlyList<string?>? tags);
    [Cached(Key = "{ids}")] public partial int List(List<int> ids);
    [Cached(Key = "{ids}")] public partial int Params(params IReadOnlyCollection<int> ids);
    [Cached(Key = "{ids}")] public partial int Immutable(ImmutableArray<int> ids);
    [Cached(Key = "{ids}:{ids|set}")] public partial int OptionalImmutable(ImmutableArray<int>? ids);
    [Cached] public partial int HashSet(HashSet<string> tags);
    [Cached] public partial int OtherSets(ISet<int> a, IReadOnlySet<int>? b, FrozenSet<int> c);
    [Cached(Key = "{rows}")] public partial int Nested(int[][] rows);
    [Cached(Key = "{items}")] public partial int Items(IList<(int? Id, Address? Address, DateTime At)> items);
    [Cached(Key = "{items|set}")] public partial int SetOfRecords(Address[] items);
    [Cached(Key = "{page.Tags},{page}")] public partial int Member(TagPage page);

    private static int IntsCore(int[] ids) => 0;
    private static int TextsCore(IReadOnlyList<string?>? tags) => 0;
    private static int SetCore(IReadOnlyList<string?>? tags) => 0;
    private static int ListCore(List<int> ids) => 0;
    private static int ParamsCore(IReadOnlyCollection<int> ids) => 0;
    private static int ImmutableCore(ImmutableArray<int> ids) => 0;
    private static int OptionalImmutableCore(ImmutableArray<int>? ids) => 0;
    private static int HashSetCore(HashSet<string> tags) => 0;
    private static int OtherSetsCore(ISet<int> a, IReadOnlySet<int>? b, FrozenSet<int> c) => 0;
    private static int NestedCore(int[][] rows) => 0;
    private static int ItemsCore(IList<(int? Id, Address? Address, DateTime At)> items) => 0;
    private static int SetOfRecordsCore(Address[] items) => 0;
    private static int MemberCore(TagPage page) => 0;
}

internal sealed record TagPage(string[] Tags, int Number);
