using System.Text.Json;
using CacheGen.Benchmarks.Compiler;

namespace CacheGen.Benchmarks;

/// <summary>What the program can be asked for.</summary>
internal static class Commands
{
    private const string Usage = """
        dotnet run -c Release --project tests/CacheGen.Benchmarks -- [command] [--quick] [--json]

        commands: (none)      the run-time measures
                  hit-ratio   eviction policies over generated traces
                  compiler    what generator and analyzers cost on 1,000 cached methods
        --quick   fewer iterations, under three minutes
        --json    nothing on standard output but an array of {"measure","value","target","ok"}
        """;

    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var json = args.Contains("--json");
        return args.Except(["--quick", "--json"]).ToArray() switch
        {
            ["compiler", .. var only] => Print(CompilerCommand.Run(quick, only.FirstOrDefault()), json),
            _ => Refuse(),
        };
    }

    private static int Print(IReadOnlyList<Measure> measures, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(measures));
        else
            measures.ToList().ForEach(static measure => Console.WriteLine(measure));
        return measures.All(measure => measure.Ok) ? 0 : 1;
    }

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 1;
    }
}
