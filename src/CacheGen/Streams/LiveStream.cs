namespace CacheGen.Streams;

/// <summary>A stream that is longer than what is cached, open where its reading stopped. Whoever holds it disposes it.</summary>
/// <param name="items">What was read of it.</param>
/// <param name="rest">What comes after that.</param>
/// <param name="cancellation">Of the token that the source was given, where that is not the consumer's own.</param>
/// <param name="lease">The rate limiter's, which is given back when the stream has been read.</param>
internal sealed class LiveStream<T>(IReadOnlyList<T> items, IAsyncEnumerator<T> rest, CancellationTokenSource? cancellation = null, IDisposable? lease = null) : IAsyncDisposable
{
    public IReadOnlyList<T> Items { get; } = items;

    public IAsyncEnumerator<T> Rest { get; } = rest;

    /// <summary>From now on the source's token is cancelled with this one.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken token) => cancellation is null
        ? default
        : token.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Rest.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            cancellation?.Dispose();
            lease?.Dispose();
        }
    }
}
