using Microsoft.AspNetCore.Http;
using Samples;

namespace Dj.Upstream.Http;

/// <summary>The limits of one API, and in which words it refuses.</summary>
internal sealed class ApiGate(
    SimulatedApi api,
    ApiLimit limit,
    TimeProvider time,
    Func<IResult> unavailable,
    Func<TimeSpan, IResult> refused)
{
    // Nothing says when one of the calls under way will be over: APIs answer with a round figure.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(1);

    private readonly MovingWindow? _window = limit.Calls is { } calls ? new MovingWindow(calls, limit.Per, time) : null;
    private int _underWay;

    public SimulatedApi Api => api;

    public IResult Unavailable() => unavailable();

    /// <summary>Takes a place, which <see cref="Leave"/> gives back; null where there is one, otherwise the refusal.</summary>
    public IResult? TryEnter()
    {
        var retryAfter = s_soon;
        if (Interlocked.Increment(ref _underWay) <= limit.AtATime && (_window is null || _window.TryTake(out _, out retryAfter)))
            return null;

        Leave();
        api.CountRefusal();
        return refused(retryAfter);
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);
}
