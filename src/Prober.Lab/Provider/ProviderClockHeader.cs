using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>Answers with the provider's own idea of the time, right or wrong.</summary>
internal sealed class ProviderClockHeader(RequestDelegate next, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.Date = clock.GetUtcNow().ToString("R");
        return next(context);
    }
}
