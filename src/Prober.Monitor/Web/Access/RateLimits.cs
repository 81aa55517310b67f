using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Prober.Monitor.Web.Access;

/// <summary>So many logins from one address, and so many journeys of one scenario that somebody asks for, and no more.</summary>
internal static class RateLimits
{
    /// <summary>In a minute.</summary>
    public const int Logins = 10, Journeys = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Configure(RateLimiterOptions limits)
    {
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = async (context, cancellationToken) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = $"{Window.TotalSeconds:0}";
            await context.HttpContext.Response.WriteAsync("too often; try again in a minute\n", cancellationToken);
        };
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("");
        if (path == LoginEndpoints.Login) return Limited($"login {context.Connection.RemoteIpAddress}", Logins);
        // The same journeys, by form or by API.
        if (path.EndsWith("/run", StringComparison.Ordinal)) return Limited(path.Replace("/api/", "/", StringComparison.Ordinal), Journeys);
        return RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> Limited(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = Window });
}
