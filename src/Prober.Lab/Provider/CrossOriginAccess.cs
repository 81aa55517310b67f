using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>Lets scripts of registered browser applications call the token, userinfo and metadata endpoints (CORS).</summary>
internal sealed class CrossOriginAccess(RequestDelegate next, Tenant tenant)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (!IsCallable(context.Request.Path) || !tenant.Clients.AllowsOrigin(origin))
            return next(context);

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.Vary = "Origin";
        if (!HttpMethods.IsOptions(context.Request.Method))
            return next(context);

        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "authorization, content-type";
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool IsCallable(PathString path) =>
        path == Paths.Token || path == Paths.UserInfo || path.StartsWithSegments("/.well-known");
}
