using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks.Plots;

/// <summary>Measures and draws all plots of docs/performance.md.</summary>
internal static class PlotFiles
{
    public static IReadOnlyCollection<Measure> Write(Pace pace)
    {
        var folder = Path.Combine(Repository(), "docs", "images");
        Directory.CreateDirectory(folder);
        var runs = 2 * pace.Rounds * pace.Iterations;
        var measures = new List<Measure>();
        foreach (var measure in new[] { MethodPoints.Measure, ThreadPoints.Measure, EntryPoints.Measure, BytePoints.Measure })
        {
            var plot = measure(runs);
            var file = Path.Combine(folder, plot.File + ".svg");
            File.WriteAllText(file, Svg.Draw(plot));
            Console.Error.WriteLine(file);
            measures.AddRange(plot.Measures);
        }

        return measures;
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CacheGen.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("CacheGen.sln is in none of the folders above the program.");
    }
}
