using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>Lets caches keep discovery document and keys for a moment, as Auth0 does; OpenIddict would forbid it.</summary>
internal sealed class MetadataCaching(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/.well-known"))
            context.Response.OnStarting(Allow, context.Response);
        return next(context);
    }

    private static Task Allow(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.CacheControl = "public, max-age=15, stale-while-revalidate=15, stale-if-error=86400";
        headers.Remove("Pragma");
        headers.Remove("Expires");
        return Task.CompletedTask;
    }
}
