using CacheGen.Benchmarks.Compiler;
using CacheGen.Benchmarks.HitRatio;
using CacheGen.Benchmarks.Plots;
using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks;

/// <summary>What the program can be asked for.</summary>
internal static class Commands
{
    private const string Usage = """
        dotnet run -c Release --project tests/CacheGen.Benchmarks -- [command] [--quick] [--json]

        commands: (none)      the run-time measures
                  plots       how cost grows with entries, threads and methods: draws docs/images/*.svg
                  hit-ratio   eviction policies over generated traces
                  compiler    what generator and analyzers cost on 1,000 cached methods
        --quick   fewer iterations, under three minutes
        --json    nothing on standard output but an array of {"measure","value","target","ok"}
        """;

    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var json = args.Contains("--json");
        var pace = quick ? Pace.Quick : Pace.Careful;
        return args.Except(["--quick", "--json"]).ToArray() switch
        {
            [] => Report.Print(RunTime.Measures(pace), json),
            ["plots"] => Report.Print(PlotFiles.Write(pace), json),
            ["compiler", .. var only] => Report.Print(CompilerCommand.Run(quick, only.FirstOrDefault()), json),
            ["hit-ratio"] => Report.Print(HitRatios.Run(quick, json ? Console.Error : Console.Out), json),
            _ => Refuse(),
        };
    }

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 1;
    }
}
