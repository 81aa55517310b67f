using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace Prober.Monitor.Web.Health;

/// <summary><c>/healthz</c>: the process is alive. <c>/readyz</c>: it does its work, or why it does not, a line each.</summary>
internal static class HealthEndpoints
{
    /// <summary>How often a due run may have missed its latest start before the scheduler counts as stuck; a sweep after the first gives it its next time.</summary>
    private const double StuckAfter = 3;

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddQuartz(scheduler => (scheduler.StandbyStatus, scheduler.StaleFiringTolerance) = (HealthStatus.Unhealthy, StuckAfter))
        .AddCheck<StoreHealth>("store")
        .AddCheck<ScenarioHealth>("scenarios");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok\n")).AllowAnonymous();
        routes.MapHealthChecks("/readyz", new HealthCheckOptions
        {
            // Late is not ready, either: somebody has to look.
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
            ResponseWriter = WriteAsync,
        }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var wrong = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => $"{entry.Description}\n");
        return context.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "ready\n" : string.Concat(wrong));
    }
}
