using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>Answers each request of the replaying browser from the recording.</summary>
internal sealed class ReplayResponder(RecordedAnswers answers, FreshValues values, TimeProvider time)
{
    /// <value>Bytes; a recorded request has no longer body that could tell one from another.</value>
    private const int LongestBody = 1 << 20;

    public async Task AnswerAsync(HttpContext http)
    {
        var seen = (await SeenAsync(http)).Translated(values.Restore);
        if (Preflight.Is(http.Request) && answers.Peek(seen with { Method = Preflight.MethodOf(http.Request) }) is { Response: { Status: > 0 } following })
        {
            Preflight.Allow(http, following);
            return;
        }

        var recorded = answers.Find(seen);
        if (recorded is { Response.Status: 304 }) recorded = answers.Whole(recorded);
        if (recorded is null)
        {
            await RefuseAsync(http, seen, "it holds no answer to this request");
            return;
        }

        if (RecordedFailure.IsOutage(recorded))
        {
            http.Abort();
            return;
        }

        if (recorded.Response is { Status: 200, Body: null, BodySize: not 0 } && MediaTypes.IsTextual(recorded.Response.MimeType))
        {
            await RefuseAsync(http, seen, "it has the exchange, and not its body, which the export left out");
            return;
        }

        values.Learn(seen, recorded);
        await RepeatAsync(http, recorded);
    }

    private static async Task<RequestSeen> SeenAsync(HttpContext http)
    {
        var request = http.Request;
        var cookies = request.Headers.Cookie.OfType<string>().SelectMany(CookieHeader.Parse);
        return new(request.Method.ToUpperInvariant(), request.GetEncodedUrl(), [.. cookies], await BodyAsync(request), request.ContentType);
    }

    private static async Task<string?> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var buffer = new char[LongestBody];
        var length = await reader.ReadBlockAsync(buffer, request.HttpContext.RequestAborted);
        return length == 0 ? null : new string(buffer, 0, length);
    }

    private async Task RepeatAsync(HttpContext http, HarEntry recorded)
    {
        var response = http.Response;
        response.StatusCode = recorded.Response.Status;
        foreach (var header in AnswerHeaders.Of(recorded, time.GetUtcNow() - recorded.StartedAt, values.Freshen))
            response.Headers.Append(header.Name, new StringValues(header.Value));
        response.Headers[ReplayTag.Header] = ReplayTag.Of(recorded);
        PageClock.Tell(response.Headers, recorded.EndedAt);
        if (recorded.Response.Body is not { } body || HttpMethods.IsHead(http.Request.Method) || recorded.Response.Status is 204 or 304) return;
        // Recorders decode: what the header said of another character set is no longer so.
        if (recorded.Response.MimeType is { Length: > 0 } type && MediaTypes.Essence(type) is { } essence) response.ContentType = $"{essence}; charset=utf-8";
        await response.WriteAsync(values.Freshen(body), Encoding.UTF8, http.RequestAborted);
    }

    private static async Task RefuseAsync(HttpContext http, RequestSeen seen, string why)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.Headers[ReplayTag.Header] = ReplayTag.None;
        http.Response.ContentType = "text/html; charset=utf-8";
        var address = WebUtility.HtmlEncode(UrlParts.Of(seen.Url).Path);
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $"<!doctype html><title>{ReplayTag.TitleOfNone}</title><h1>Not in the recording</h1><p>{WebUtility.HtmlEncode(seen.Method)} {address}: {why}.</p>"), http.RequestAborted);
    }
}
