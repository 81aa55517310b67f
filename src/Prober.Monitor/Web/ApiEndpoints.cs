using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Incidents;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Scheduling;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Prober.Scenarios;
using Quartz;
using Quartz.Extensibility;

namespace Prober.Monitor.Web;

/// <summary>Scenarios and runs as JSON, and a run's own report.</summary>
internal static class ApiEndpoints
{
    private const int MostRuns = 1000;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/scenarios", async (ScenarioShelf shelf, RunStore store, SilenceBook silences, CancellationToken cancellationToken) =>
        {
            var scenarios = new List<object>();
            var silent = await silences.InForceAsync(cancellationToken);
            foreach (var scenario in shelf.All) scenarios.Add(View(scenario, silent.Until(scenario.Name), (await store.LatestAsync(scenario.Name, 1, cancellationToken)).SingleOrDefault()));
            return Results.Json(new { Scenarios = scenarios, Refused = shelf.Refused.Values.Order(StringComparer.Ordinal) });
        });
        routes.MapGet("/api/runs", async (string? scenario, int? count, RunStore store, CancellationToken cancellationToken) =>
            Results.Json((await store.LatestAsync(scenario, Math.Clamp(count ?? 50, 1, MostRuns), cancellationToken)).Select(View)));
        routes.MapGet("/api/runs/{id}", async (string id, RunStore store, CancellationToken cancellationToken) =>
            await store.FindAsync(id, cancellationToken) is { } run
                ? Results.Json(new { Run = View(run), Phases = await store.PhasesAsync(id, cancellationToken), Findings = await store.FindingsAsync(id, cancellationToken) })
                : Results.NotFound());
        routes.MapPost("/api/scenarios/{name}/run", async (string name, ScenarioShelf shelf, JourneyRuns runs, TimeProvider time, CancellationToken cancellationToken) =>
            shelf.Find(name) is { } scenario
                ? Results.Json(View(await runs.RunAsync(scenario, RunCause.Demand, time.GetUtcNow(), cancellationToken)))
                : Results.NotFound()).FromOwnPagesAlone();
        routes.MapGet("/api/queue", (Admission admission) => Results.Json(admission.Waiters));
        routes.MapGet("/api/missed", async (int? count, IExecutionHistoryStore history, CancellationToken cancellationToken) =>
            Results.Json((await history.QueryMisfires(new() { SchedulerName = QuartzSetup.Name, Take = Math.Clamp(count ?? 50, 1, MostRuns) }, cancellationToken)).Items.Select(View)));
        routes.MapGet("/api/incidents", async (int? count, IncidentBook incidents, CancellationToken cancellationToken) =>
            Results.Json(await incidents.LatestAsync(Math.Clamp(count ?? 50, 1, MostRuns), cancellationToken)));
        routes.MapGet("/runs/{id}/report", async (string id, RunStore store, CancellationToken cancellationToken) =>
            await store.FindAsync(id, cancellationToken) is { Folder: { } folder } && Path.Combine(folder, "report.html") is var report && File.Exists(report)
                ? Results.File(report, "text/html; charset=utf-8")
                : Results.NotFound());
    }

    private static object View(Scenario scenario, DateTimeOffset? silentUntil, RunRecord? last) => new
    {
        scenario.Name,
        scenario.Description,
        Schedule = scenario.Schedule is { } schedule ? schedule.Cron ?? schedule.Every.ToString() : null,
        SilentUntil = silentUntil,
        Last = last is null ? null : View(last),
    };

    private static object View(MisfireHistoryEntry missed) => new
    {
        Scenario = missed.TriggerName,
        DueAt = missed.ScheduledFireTimeUtc,
        Node = missed.SchedulerInstanceId,
        Reason = Word(missed.Reason switch { MisfireReason.Overlap => MissedReason.Overlap, MisfireReason.Vetoed => MissedReason.Maintenance, _ => MissedReason.Late }),
    };

    private static object View(RunRecord run) => new
    {
        run.Id,
        run.Scenario,
        State = Word(run.State),
        Cause = Word(run.Cause),
        run.DueAt,
        run.StartedAt,
        run.EndedAt,
        run.DurationMs,
        run.Verdict,
        run.Fault,
        run.HeadlineCheck,
        run.HeadlineReason,
        run.Summary,
        run.Remedy,
        run.Confirms,
        run.Flaky,
        Report = run.Folder is null ? null : $"/runs/{run.Id}/report",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
