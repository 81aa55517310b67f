using Microsoft.AspNetCore.Http;
using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// The question that a browser puts before a request of a script to another origin (Fetch Standard, CORS-preflight). Recorders leave it out; that the
/// request itself was answered says that it was allowed.
/// </summary>
internal static class Preflight
{
    public static bool Is(HttpRequest request) => HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");

    /// <summary>The method of the request that is to follow.</summary>
    public static string MethodOf(HttpRequest request) => request.Headers.AccessControlRequestMethod.ToString().ToUpperInvariant();

    /// <summary>Allows what the recorded answer to that request shows to have been allowed.</summary>
    public static void Allow(HttpContext http, HarResponse following)
    {
        var (asked, answer) = (http.Request.Headers, http.Response.Headers);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        answer.AccessControlAllowOrigin = following.Headers["access-control-allow-origin"] ?? asked.Origin.ToString();
        answer.AccessControlAllowMethods = asked.AccessControlRequestMethod;
        answer.AccessControlAllowHeaders = asked.AccessControlRequestHeaders;
        if (following.Headers["access-control-allow-credentials"] is { } credentials) answer.AccessControlAllowCredentials = credentials;
    }
}
