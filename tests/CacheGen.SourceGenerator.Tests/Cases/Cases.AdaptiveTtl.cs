namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_adaptive = new()
    {
        ["values of every kind are compared by what they hold"] = Types(
            """
            using System.Collections.Immutable;
            internal enum Kind { A }
            internal record Base(string Name, List<int> Numbers);
            internal sealed record Derived(string Name, List<int> Numbers, int Extra) : Base(Name, Numbers);
            internal sealed record Flat(int Id, string? Name, Flat? Next, DateTimeOffset When, Kind? Kind, Uri? Uri, double Number);
            internal readonly struct Plain(int[] items) { public int[] Items { get; } = items; public readonly List<string>? Names = ["x"]; }
            internal sealed class Own(int id) { private readonly int _id = id; public override bool Equals(object? other) => other is Own own && own._id == _id; public override int GetHashCode() => _id; }
            internal sealed class Equatable(int id) : IEquatable<Equatable> { public int Id => id; public bool Equals(Equatable? other) => other?.Id == Id; }
            internal sealed record Written(List<int> Items) { public bool Equals(Written? other) => other is not null; public override int GetHashCode() => 0; }
            internal sealed record Whole(
                int Id, Base? Base, Flat[] Flats, IReadOnlyList<Base?>? Bases, HashSet<string> Set, IReadOnlyDictionary<string, List<int>> Map, (int, int[]) Tuple,
                (string A, List<string> B)? Maybe, Plain Plain, Plain? MaybePlain, Own Own, Equatable? Equatable, Written Written, ImmutableArray<int>? Immutable, ImmutableArray<string> Default, int[][] Jagged, Guid[]? Guids, byte @class);

            internal sealed partial class Catalog(MethodCache cache)
            {
                public Func<int> Extra { get; set; } = () => 1;
                [Cached(AdaptiveTtl = "1m..1h")] public partial Whole Get(int id);
                private Whole GetCore(int id) => new(
                    1, new Base("a", [1]), [new(1, null, new(2, "b", null, default, null, null, double.NaN), default, Kind.A, new("http://a"), 1)], [new("b", [1, 2]), null], ["x", "y"],
                    new Dictionary<string, List<int>> { ["a"] = [1], ["b"] = [] }, (1, [2]), ("a", ["b"]), new([1]), new([Extra()]), new(1), new(2), new([1]), [1, 2], default, [[1], []], [Guid.Empty], 3);
                [Cached(AdaptiveTtl = "00:01:00 .. 1h")] public partial Base GetBase(bool derived);
                private Base GetBaseCore(bool derived) => derived ? new Derived("a", [], Extra()) : new Base("a", [Extra()]);
                [Cached(AdaptiveTtl = "1m..1h")] public partial T GetAny<T>([NotInKey] T item) where T : IEquatable<T>;
                private T GetAnyCore<T>(T item) where T : IEquatable<T> => item;
                [Cached(AdaptiveTtl = "1m..1h", MissTtl = "1m")] public partial Dictionary<int, string[]>? GetMap();
                private Dictionary<int, string[]>? GetMapCore() => new() { [Extra()] = ["a"] };
                [Cached(AdaptiveTtl = "1m..1h")] public partial Task<(int A, List<string?> B)> GetTupleAsync();
                private Task<(int A, List<string?> B)> GetTupleCoreAsync() => Task.FromResult((1, new List<string?> { null }));
                [Cached(AdaptiveTtl = "1m..1h")] public partial List<Node> GetNodes();
                private List<Node> GetNodesCore() => [new(1, new(2, null))];
                internal sealed record Node(int Id, Node? Next);
            }

            internal sealed class Clock : TimeProvider
            {
                private long _now = 1;
                public override long TimestampFrequency => 1000;
                public override long GetTimestamp() => _now;
                public void Minutes(double minutes) => _now += (long)(minutes * 60_000);
            }

            internal static class Use
            {
                /// <summary>How many minutes the third of three equal loads lives: 4 where they are found to be equal, 0 where not. What derives from the declared record compares itself.</summary>
                public static async Task<string> Of()
                {
                    await Task.Yield();
                    var clock = new Clock();
                    var cache = MethodCache.CreateInProcess(new CacheGenOptions { TimeProvider = clock });
                    var it = new Catalog(cache);
                    var loads = 0;
                    return string.Join(" ", Lives(() => it.Get(1)), Lives(() => it.GetBase(false)), Lives(() => it.GetBase(true)), Lives(() => it.GetAny("x")), Lives(() => it.GetMap()),
                        Lives(() => it.GetTupleAsync()), Lives(() => it.GetNodes()), Changing(() => it.Get(1)), Changing(() => it.GetBase(false)), Changing(() => it.GetMap()));

                    int Lives(Func<object?> get)
                    {
                        var last = 0;
                        for (var round = 0; round < 3; round++)
                        {
                            var before = cache.GetStatistics().Loads;
                            get();
                            for (last = 0; cache.GetStatistics().Loads == before + 1; last++)
                            {
                                clock.Minutes(1);
                                if (round == 2 || last < (1 << round) - 1)
                                    get();
                                else
                                    break;
                            }
                        }
                        return last;
                    }

                    int Changing(Func<object?> get)
                    {
                        clock.Minutes(600);
                        it.Extra = () => ++loads;
                        try
                        {
                            get();
                            clock.Minutes(1);
                            return Lives(get);
                        }
                        finally
                        {
                            it.Extra = () => 1;
                        }
                    }
                }
            }
            """,
            "await Use.Of()", "4 4 0 4 4 4 4 0 0 0"),
    };
}
