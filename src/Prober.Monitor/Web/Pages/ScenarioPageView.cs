using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Objectives;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Charts;

namespace Prober.Monitor.Web.Pages;

/// <summary>What the page of one scenario shows.</summary>
public sealed record ScenarioPageView
{
    public required ScenarioStatus Status { get; init; }

    /// <summary>A run that somebody asked for has not ended.</summary>
    public required bool IsAsked { get; init; }

    public required IReadOnlyList<(ChartWindow Window, RunTally Tally)> Tallies { get; init; }

    public required IReadOnlyList<(ChartWindow Window, FlakeRate Flakes)> Flakes { get; init; }

    /// <summary>Null without an objective.</summary>
    public ErrorBudget? Budget { get; init; }

    public required ChartWindow Window { get; init; }

    /// <summary>Of the chosen window.</summary>
    public required IReadOnlyList<PhaseFigures> Phases { get; init; }

    public required PhaseChart Chart { get; init; }

    /// <summary>Null when the last run passed, or none before it did.</summary>
    public GreenChanges? Changes { get; init; }

    public required IReadOnlyList<Incident> Incidents { get; init; }

    public required RunPage History { get; init; }

    public bool FailedOnly { get; init; }

    /// <summary>The run behind which this page of the history begins; null for the first page.</summary>
    public string? Before { get; init; }
}
