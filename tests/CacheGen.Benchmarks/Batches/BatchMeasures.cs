using CacheGen.Benchmarks.Running;

namespace CacheGen.Benchmarks.Batches;

/// <summary>What batches cost above what they load and return.</summary>
internal static class BatchMeasures
{
    public static Type[] Types => [typeof(BatchHits)];

    public static IEnumerable<Measure> Of(Results results) =>
    [
        Measure.AtMost("batch of 100, 90 cached: ns added to the load of ten", results.Added(Named("NinetyOfHundred"), Named("SourceOfTen")), 3000),
        Measure.Beside("of which the dictionary it returns: ns", results.Nanoseconds(Named("DictionaryOfHundred"))),
        Measure.Beside("batch of 100, all cached: ns", results.Nanoseconds(Named("AllOfHundred"))),
        Measure.AtMost("batches of 1,000 and of 100, all cached: bytes / bytes", results.BytesRatio(Named("AllOfThousand"), Named("AllOfHundred")), 11),
        Measure.Beside("batch of 100, all cached: bytes / bytes of the dictionary it returns", results.BytesRatio(Named("AllOfHundred"), Named("DictionaryOfHundred"))),
        Measure.Beside("batch of 100, 90 cached: bytes added to load and dictionary, per missing item", (results.BytesAdded(Named("NinetyOfHundred"), Named("SourceOfTen")) - results.Bytes(Named("DictionaryOfHundred"))) / 10),
    ];

    private static (Type, string) Named(string benchmark) => (typeof(BatchHits), benchmark);
}
