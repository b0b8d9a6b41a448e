namespace CacheGen.Benchmarks.Plots;

/// <summary>Points to draw: one value of each series at each place of the x axis.</summary>
/// <param name="File">The name of the file, without extension.</param>
/// <param name="Title">What is seen.</param>
/// <param name="XLabel">What grows.</param>
/// <param name="YLabel">What it costs, with its unit.</param>
/// <param name="X">The places, in growing order, drawn at equal distances: they grow by factors.</param>
/// <param name="Series">The lines.</param>
internal sealed record Plot(string File, string Title, string XLabel, string YLabel, IReadOnlyList<int> X, IReadOnlyList<Series> Series)
{
    /// <summary>Whether equal distances are equal factors: where ratios matter, and large values would hide what small ones do.</summary>
    public bool IsLogarithmic { get; init; }

    public IEnumerable<double> Values => Series.SelectMany(series => series.Y);

    /// <summary>The points as measures, for who wants the figures.</summary>
    public IEnumerable<Measure> Measures =>
        from series in Series
        from point in X.Zip(series.Y)
        select Measure.Beside($"{Title}: {series.Name}, {point.First:N0} {XLabel}, {YLabel}", point.Second);
}

/// <summary>One line.</summary>
internal sealed record Series(string Name, IReadOnlyList<double> Y);
