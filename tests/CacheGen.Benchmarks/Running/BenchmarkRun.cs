using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;

namespace CacheGen.Benchmarks.Running;

/// <summary>One run of BenchmarkDotNet in this process: nothing is built, and nothing is left behind.</summary>
internal static class BenchmarkRun
{
    public static Results Of(Pace pace, IReadOnlyCollection<Type> loops, IReadOnlyCollection<Type> once)
    {
        var artifacts = Directory.CreateTempSubdirectory("cachegen-benchmarks-");
        try
        {
            Warmup.Of([.. loops, .. once]);
            // All of a round, then all again, so that a disturbance of some seconds is in one round of both sides or in neither's.
            var rounds = Enumerable.Range(0, pace.Rounds).SelectMany(_ =>
                loops.Select(type => Benchmarks(type, pace.Loop, artifacts)).Concat(once.Select(type => Benchmarks(type, pace.Once, artifacts))));
            return new Results(BenchmarkRunner.Run(rounds.ToArray()));
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }

    private static BenchmarkRunInfo Benchmarks(Type type, Job job, DirectoryInfo artifacts) =>
        BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()
            .AddJob(job.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(2), logOutput: false)))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddValidator(JitOptimizationsValidator.FailOnError)
            .AddLogger(new ErrorLogger())
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(artifacts.FullName));
}
