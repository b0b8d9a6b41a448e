namespace CacheGen.Benchmarks.Compiler;

/// <summary><c>compiler</c>: what generator and analyzers cost on 1,000 cached methods.</summary>
internal static class CompilerCommand
{
    /// <param name="quick">Fewer rounds.</param>
    /// <param name="only">Only <c>generator</c>, or only <c>analyzers</c>; null for both.</param>
    public static IReadOnlyList<Measure> Run(bool quick, string? only = null)
    {
        var measures = new List<Measure>();
        if (only is null or "generator")
        {
            Table.Line($"Generator on {Solution.Types * 4} cached methods in {Solution.Types} types, beside {Solution.Others} files without any. Milliseconds, medians.\n");
            Table.Line($"| edit | processor time above the driver's | on the wall | least | the driver's own | what is done again |");
            Table.Line($"|---|---:|---:|---:|---:|---|");
            measures.AddRange(GeneratorMeasures.Run(quick ? 7 : 25));
        }

        if (only is null or "analyzers")
        {
            Table.Line($"\n| analyzers | processor time | on the wall |");
            Table.Line($"|---|---:|---:|");
            measures.AddRange(AnalyzerMeasures.Run(quick ? 5 : 15));
        }

        return measures;
    }
}
