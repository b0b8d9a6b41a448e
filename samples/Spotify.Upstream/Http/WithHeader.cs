using Microsoft.AspNetCore.Http;

namespace Dj.Upstream.Http;

/// <summary>An answer with a header of its own.</summary>
internal sealed class WithHeader(string name, string value, IResult answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[name] = value;
        return answer.ExecuteAsync(httpContext);
    }
}
