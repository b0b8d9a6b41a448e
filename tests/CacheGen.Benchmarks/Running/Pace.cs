using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace CacheGen.Benchmarks.Running;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">How often everything is measured, one thing after the other; what is compared is compared within a round.</param>
/// <param name="Iterations">Of which the best counts: what else runs on the machine only adds.</param>
internal sealed record Pace(int Rounds, int Iterations)
{
    public static Pace Careful { get; } = new(Rounds: 7, Iterations: 30);

    public static Pace Quick { get; } = new(Rounds: 3, Iterations: 16);

    /// <summary>For what can be called as often as one likes: iterations so short that some have the processor to themselves.</summary>
    public Job Loop { get; } = Job.Default
        .WithIterationTime(TimeInterval.FromMilliseconds(5))
        .WithWarmupCount(3)
        .WithIterationCount(Iterations)
        .WithEvaluateOverhead(false)
        .WithGcForce(false);

    /// <summary>For what is done once after each preparation: a miss is none the second time. Also for what takes milliseconds by itself.</summary>
    public Job Once { get; } = Job.Default
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(3)
        .WithIterationCount(2 * Iterations)
        .WithEvaluateOverhead(false);
}
