using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;
using Quartz;

namespace Prober.Monitor.Web;

/// <summary><c>/healthz</c>: the process is alive. <c>/readyz</c>: it does its work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok\n")).AllowAnonymous();
        routes.MapGet("/readyz", async (ISchedulerFactory factory, RunStore store, MonitorOptions options, ScenarioShelf shelf, CancellationToken cancellationToken) =>
        {
            var scheduler = await factory.GetScheduler(cancellationToken);
            if (scheduler.Status != SchedulerStatus.Running) return NotReady("the scheduler does not run");
            try
            {
                if (await store.LastSeenAsync(options.Node, cancellationToken) is not { } ago || ago > RunStore.NodeIsGoneAfter) return NotReady("the store takes nothing down");
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                return NotReady($"the store does not answer ({away.GetType().Name})");
            }

            return shelf.All.Count == 0 ? NotReady("no scenario is in force") : Results.Text("ready\n");
        }).AllowAnonymous();
    }

    private static IResult NotReady(string why) => Results.Text(why + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
