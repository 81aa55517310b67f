using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Hosting;

/// <summary>Answers with the site's own idea of the time, right or wrong.</summary>
internal sealed class ClockHeader(RequestDelegate next, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.Date = clock.GetUtcNow().ToString("R");
        return next(context);
    }
}
