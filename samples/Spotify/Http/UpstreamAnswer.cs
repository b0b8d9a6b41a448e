using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dj.Metering;

namespace Dj.Http;

/// <summary>What an upstream sent back, of whatever status: some say in the body what others say with the status.</summary>
internal sealed class UpstreamAnswer(string upstream, HttpResponseMessage response, byte[] body)
{
    private readonly HttpRequestMessage? _request = response.RequestMessage;
    private readonly string _status = $"{(int)response.StatusCode} {response.ReasonPhrase}";

    public HttpStatusCode Status { get; } = response.StatusCode;

    public bool IsSuccess { get; } = response.IsSuccessStatusCode;

    /// <summary>How long to wait, where the upstream says so.</summary>
    public TimeSpan? RetryAfter { get; } = ReadRetryAfter(response);

    public T Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new UpstreamException(upstream, $"its answer cannot be read ({e.Message})", e);
        }
    }

    /// <summary>Null where the body is no such document, as a page of some proxy's is not.</summary>
    public T? TryRead<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The failure that the status tells of.</summary>
    /// <param name="said">What is known beyond the status, or is to be done about it.</param>
    public UpstreamException Failure(string? said = null) =>
        Status == HttpStatusCode.TooManyRequests ? Refusal() : new UpstreamException(upstream, Join(_status, said));

    /// <summary>The failure that the body tells of, whatever the status is.</summary>
    public UpstreamException FailureOf(string said) => new(upstream, said);

    /// <summary>The upstream refuses because of too many calls.</summary>
    public UpstreamLimitException Refusal(string? said = null)
    {
        MeteringHandler.AddRefused(_request);
        return new(upstream, said ?? _status, RetryAfter);
    }

    private static string Join(string status, string? said) => string.IsNullOrWhiteSpace(said) ? status : $"{status}: {said}";

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response)
    {
        var said = response.Headers.RetryAfter;
        var wait = said?.Delta ?? said?.Date - response.Headers.Date;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
