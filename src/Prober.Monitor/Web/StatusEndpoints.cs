using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Incidents;
using Prober.Monitor.Objectives;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web;

/// <summary>The page for people: every scenario with its state, what is broken and how to mend it. It reads the store alone.</summary>
internal static class StatusEndpoints
{
    /// <summary>Runs of a scenario that the figures are made of.</summary>
    private const int Runs = 200;

    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", OverviewAsync);
        routes.MapGet("/live.js", () => Results.Text(PageStyle.Script, "text/javascript; charset=utf-8")).AllowAnonymous();
    }

    private static async Task<IResult> OverviewAsync(
        HttpContext context, ScenarioShelf shelf, RunStore store, IncidentHistory incidents, SilenceBook silences, ErrorBudgets budgets, Admission admission, PageRenderer pages, CancellationToken cancellationToken)
    {
        var scenarios = new List<ScenarioStatus>();
        var silent = await silences.InForceAsync(cancellationToken);
        foreach (var scenario in shelf.All) scenarios.Add(new(scenario, await store.LatestAsync(scenario.Name, Runs, cancellationToken)) { SilentUntil = silent.Until(scenario.Name), Budget = budgets.Find(scenario) });
        return await pages.PageAsync<StatusPage>(context, new()
        {
            [nameof(StatusPage.Scenarios)] = scenarios,
            [nameof(StatusPage.Incidents)] = (await incidents.LatestAsync(Runs, cancellationToken)).Where(incident => incident.ResolvedAt is null).ToList(),
            [nameof(StatusPage.Silences)] = silent.All,
            [nameof(StatusPage.Refused)] = shelf.Refused.Values.Order(StringComparer.Ordinal).ToList(),
            [nameof(StatusPage.Walking)] = admission.Walking,
            [nameof(StatusPage.Waiting)] = admission.Waiting,
        });
    }
}
