namespace CacheGen;

/// <summary>
/// A result that means failure (FailWhen), on its way through an engine as the failure that it is. It never reaches a caller: where no
/// stale value takes its place, he gets the result.
/// </summary>
internal abstract class FailedResultException(string message) : Exception(message);

/// <inheritdoc/>
internal sealed class FailedResultException<TValue>(string method, TValue result)
    : FailedResultException($"The source of {method} returned a result that its FailWhen takes for a failure.")
{
    public TValue Result { get; } = result;
}

/// <summary>A source whose failed results are exceptions.</summary>
internal sealed class FailingSource<TValue>(CacheSource<TValue> inner, string method, Func<TValue, bool> isFailure)
    : CacheSource<TValue>(inner.IsSynchronous)
{
    public override async ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken)
    {
        var result = await inner.InvokeAsync(cancellationToken).ConfigureAwait(false);
        return isFailure(result) ? throw new FailedResultException<TValue>(method, result) : result;
    }

    public override void Hit() => inner.Hit();

    public override void Unused() => inner.Unused();
}
