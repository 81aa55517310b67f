using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Objectives;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Charts;
using Prober.Monitor.Web.Pages;
using Prober.Scenarios;

namespace Prober.Monitor.Web;

/// <summary>Asks the store what the page of a scenario shows.</summary>
internal sealed class ScenarioPageViews(RunStore runs, RunHistory history, IncidentHistory incidents, SilenceBook silences, GreenComparison green, ErrorBudgets budgets, DemandedRuns demanded, TimeProvider time)
{
    private const int BarLength = 60, RunsOnPage = 25, MostIncidents = 20;

    public async Task<ScenarioPageView> OfAsync(Scenario scenario, string? windowName, bool failedOnly, string? before, CancellationToken cancellationToken)
    {
        var (name, now, window) = (scenario.Name, time.GetUtcNow(), ChartWindow.Of(windowName));
        var since = window.Since(now);
        var status = new ScenarioStatus(scenario, await runs.LatestAsync(name, BarLength, cancellationToken)) { SilentUntil = (await silences.InForceAsync(cancellationToken)).Until(name) };
        var tallies = new List<(ChartWindow, RunTally)>();
        var flakes = new List<(ChartWindow, FlakeRate)>();
        foreach (var each in ChartWindow.All)
        {
            tallies.Add((each, await history.TallyAsync(name, now - each.Length, cancellationToken)));
            flakes.Add((each, await history.FlakesAsync(name, now - each.Length, cancellationToken)));
        }

        return new()
        {
            Status = status,
            IsAsked = demanded.IsAsked(name),
            Tallies = tallies,
            Flakes = flakes,
            Budget = await budgets.CountAsync(scenario, cancellationToken),
            Window = window,
            Phases = await history.PhasesAsync(name, since, cancellationToken),
            Chart = new(window, since, await history.PhasesOverTimeAsync(name, since, window.Span, cancellationToken)),
            Changes = status.Last is { Verdict: "fail" } failed ? await green.ChangesAsync(failed, failed.HeadlineCheck, cancellationToken) : null,
            Incidents = await incidents.OfAsync(name, MostIncidents, cancellationToken),
            History = await history.PageAsync(name, failedOnly, before, RunsOnPage, cancellationToken),
            FailedOnly = failedOnly,
            Before = before,
        };
    }
}
