using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>Writes whole answers, with the headers that keep personal pages out of caches.</summary>
internal static class ResponseWriting
{
    public static Task WriteHtmlAsync(
        this HttpResponse response, string html, CancellationToken cancellationToken, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(html, cancellationToken);
    }

    public static Task WriteJsonAsync(this HttpResponse response, JsonNode body, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(body.ToJsonString(), cancellationToken);
    }
}
