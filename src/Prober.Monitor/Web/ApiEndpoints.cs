using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Bundles;
using Prober.Monitor.Incidents;
using Prober.Monitor.Objectives;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Scheduling;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Quartz.Extensibility;

namespace Prober.Monitor.Web;

/// <summary>Scenarios and runs as JSON, and a run's own report.</summary>
internal static class ApiEndpoints
{
    private const int MostRuns = 1000;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        MapScenarios(routes);
        MapRuns(routes);
        MapQueue(routes);
        routes.MapGet("/api/incidents", async (int? count, IncidentHistory incidents, CancellationToken cancellationToken) =>
            Results.Json(await incidents.LatestAsync(Most(count), cancellationToken))).Produces<IReadOnlyList<Incident>>().WithSummary("What is broken now, and what was.");
    }

    private static void MapScenarios(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/scenarios", async (ScenarioShelf shelf, RunStore store, SilenceBook silences, ErrorBudgets budgets, CancellationToken cancellationToken) =>
        {
            var scenarios = new List<ScenarioView>();
            var silent = await silences.InForceAsync(cancellationToken);
            foreach (var scenario in shelf.All) scenarios.Add(ScenarioView.Of(scenario, silent.Until(scenario.Name), budgets.Find(scenario), (await store.LatestAsync(scenario.Name, 1, cancellationToken)).SingleOrDefault()));
            return Results.Json(new ScenarioListView(scenarios, [.. shelf.Refused.Values.Order(StringComparer.Ordinal)]));
        }).Produces<ScenarioListView>().WithSummary("All scenarios with their last run, and files that were refused.");
        routes.MapPost("/api/scenarios/{name}/run", async (string name, ScenarioShelf shelf, JourneyRuns runs, TimeProvider time, CancellationToken cancellationToken) =>
            shelf.Find(name) is { } scenario
                ? Results.Json(RunView.Of(await runs.RunAsync(scenario, RunCause.Demand, time.GetUtcNow(), cancellationToken)))
                : Results.NotFound()).FromOwnPagesAlone().Produces<RunView>().Produces(StatusCodes.Status404NotFound).WithSummary("Walks a scenario now, whatever its schedule says, and answers when it is done.");
    }

    private static void MapRuns(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/runs", async (string? scenario, int? count, RunStore store, CancellationToken cancellationToken) =>
            Results.Json((await store.LatestAsync(scenario, Most(count), cancellationToken)).Select(RunView.Of))).Produces<IReadOnlyList<RunView>>().WithSummary("The latest runs first, of one scenario or of all.");
        routes.MapGet("/api/runs/{id}", async (string id, RunStore store, CancellationToken cancellationToken) =>
            await store.FindAsync(id, cancellationToken) is { } run
                ? Results.Json(new RunDetailView(RunView.Of(run), await store.PhasesAsync(id, cancellationToken), await store.FindingsAsync(id, cancellationToken)))
                : Results.NotFound()).Produces<RunDetailView>().Produces(StatusCodes.Status404NotFound).WithSummary("One run with its phases and findings.");
        routes.MapGet("/runs/{id}/report", ReportAsync);
    }

    private static async Task<IResult> ReportAsync(string id, RunStore store, BundleFiles bundles, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindAsync(id, cancellationToken) is { HasEvidence: true } run && await bundles.OpenAsync(run, "report.html", cancellationToken) is { } report
                ? Results.Stream(report, "text/html; charset=utf-8")
                : Results.NotFound();
        }
        catch (BucketException away)
        {
            return Results.Text($"The report cannot be had now: {away.Message}.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static void MapQueue(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/queue", (Admission admission) => Results.Json(admission.Waiters)).Produces<IReadOnlyList<WaitingJourney>>().WithSummary("Who waits for a slot on this node, whoever goes first at the top.");
        routes.MapGet("/api/missed", async (int? count, IExecutionHistoryStore history, CancellationToken cancellationToken) =>
            Results.Json((await history.QueryMisfires(new() { SchedulerName = QuartzSetup.Name, Take = Most(count) }, cancellationToken)).Items.Select(MissedView.Of)))
            .Produces<IReadOnlyList<MissedView>>().WithSummary("Due runs that were not walked in the last day, and why.");
    }

    private static int Most(int? count) => Math.Clamp(count ?? 50, 1, MostRuns);
}
