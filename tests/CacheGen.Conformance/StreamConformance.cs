namespace CacheGen.Conformance;

/// <summary>What the parts of the suite that are about streams share.</summary>
public abstract class StreamConformance<TEngine> : ConformanceTests<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    protected StreamConformance() => Streams = new StreamCatalog(Cache);

    protected StreamCatalog Streams { get; }

    protected new StreamSource Source => Streams.Source;

    protected MethodStatistics Statistics => Cache.GetStatistics().Methods.Single();

    /// <summary>Reads a stream to its end: <c>run1: 1 2 3</c> are three items of the source's first enumeration.</summary>
    protected static async Task<string> ReadAsync(IAsyncEnumerable<Track> stream, CancellationToken cancellationToken = default)
    {
        var items = new List<Track>();
        await foreach (var item in stream.WithCancellation(cancellationToken))
            items.Add(item);
        return string.Join(' ', items.GroupBy(item => item.Title).Select(run => $"{run.Key}: {string.Join(' ', run.Select(item => item.Number))}"));
    }

    /// <summary>Reads that many items and stays where it is.</summary>
    protected static async Task<IAsyncEnumerator<Track>> BeginAsync(IAsyncEnumerable<Track> stream, int items, CancellationToken cancellationToken = default)
    {
        var enumerator = stream.GetAsyncEnumerator(cancellationToken);
        for (var number = 1; number <= items; number++)
        {
            Xunit.Assert.True(await enumerator.MoveNextAsync());
            Xunit.Assert.Equal(number, enumerator.Current.Number);
        }

        return enumerator;
    }
}
