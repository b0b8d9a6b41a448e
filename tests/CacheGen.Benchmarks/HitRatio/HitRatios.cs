using CacheGen.Benchmarks.HitRatio.Policies;

namespace CacheGen.Benchmarks.HitRatio;

/// <summary>Replays the traces over all policies, at several sizes.</summary>
internal static class HitRatios
{
    private const int Length = 1_000_000;
    private static readonly int[] s_sizes = [64, 100, 1_000, 4_000, 10_000];
    private static readonly int[] s_fewSizes = [64, 1_000, 10_000];

    /// <summary>Those that could be in the library's place, by name. The first one is what none may be worse than.</summary>
    private static readonly (string Name, Func<int, int, Policy> Create)[] s_others =
    [
        ("LRU", (capacity, universe) => new Lru(capacity, universe)),
        ("FIFO", (capacity, universe) => new Lru(capacity, universe, movesOnHit: false)),
        ("CLOCK", (capacity, universe) => new ClockPolicy(capacity, universe)),
        ("SIEVE", (capacity, universe) => new Sieve(capacity, universe)),
        ("S3-FIFO", (capacity, universe) => new S3Fifo(capacity, universe)),
        ("W-TinyLFU", (capacity, universe) => new WindowTinyLfu(capacity, universe, isAdaptive: false)),
        ("adaptive", (capacity, universe) => new WindowTinyLfu(capacity, universe, isAdaptive: true)),
    ];

    public static IReadOnlyList<string> Others { get; } = [.. s_others.Select(policy => policy.Name)];

    /// <summary>The table goes to <paramref name="output"/>, what should hold of it comes back.</summary>
    public static IReadOnlyList<Measure> Run(bool quick, TextWriter output)
    {
        var sizes = quick ? s_fewSizes : s_sizes;
        var cells = Replay(Traces.Fixed, sizes).Concat(ReplayLoops(sizes)).ToList();
        HitRatioTable.Write(output, "Hit ratio in percent", cells);
        var beyond = Replay(Traces.Fickle, sizes).ToList();
        HitRatioTable.Write(output, "Beyond the target: another ranking every few times that a large cache is filled, or sooner", beyond);

        var worst = cells.MinBy(cell => cell.AgainstLru)!;
        var worstBeyond = beyond.MinBy(cell => cell.AgainstLru)!;
        var furthest = cells.MaxBy(cell => cell.BehindBest)!;
        return
        [
            Measure.AtLeast($"hit ratio, worst cell against LRU (points): {worst.Name}", worst.AgainstLru, 0),
            Measure.Beside($"the same beyond the target: {worstBeyond.Name}", worstBeyond.AgainstLru),
            Measure.AtMost($"hit ratio, behind the best implementable policy, worst cell (points): {furthest.Name}", furthest.BehindBest, 3),
        ];
    }

    private static IEnumerable<Cell> Replay(IEnumerable<Func<int, Trace>> traces, int[] sizes) =>
        traces.Select(make => make(Length)).SelectMany(trace => sizes.AsParallel().AsOrdered().Select(size => Replay(trace, size)));

    private static IEnumerable<Cell> ReplayLoops(int[] sizes) =>
        Traces.Loops.SelectMany(make => sizes.AsParallel().AsOrdered().Select(size => Replay(make(Length / 2, size), size)));

    private static Cell Replay(Trace trace, int size) => new(
        trace.Name,
        size,
        [.. s_others.Select(policy => Policy.HitRatio(policy.Create(size, trace.Universe), trace))],
        Policy.HitRatio(new CacheGenPolicy(size, trace.Universe), trace),
        Clairvoyant.HitRatio(trace, size));
}

/// <summary>One trace at one size: the hit ratios of all.</summary>
internal sealed record Cell(string Trace, int Size, IReadOnlyList<double> Others, double Own, double Clairvoyant)
{
    public string Name => FormattableString.Invariant($"{Trace}, {Size:#,0} entries");

    public double AgainstLru => 100 * (Own - Others[0]);

    public double BehindBest => 100 * (Others.Max() - Own);
}
