using Microsoft.AspNetCore.Http;

namespace Prober.Monitor.Web.Access;

/// <summary>What browsers are told of every answer; pages say more in a content security policy of their own.</summary>
internal static class SecurityHeaders
{
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A run's report brings its own policy along; this adds what a document cannot say of itself.
        headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        return next(context);
    }
}
