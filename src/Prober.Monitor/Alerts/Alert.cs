using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>One message of an incident; its key is the incident's id, the same from the first message to the last.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Incident">Of what.</param>
/// <param name="At">When it is told.</param>
public sealed record Alert(AlertKind Kind, Incident Incident, DateTimeOffset At)
{
    /// <summary>Where the monitor's page is for those who read the message; null when nobody said.</summary>
    public Uri? Page { get; init; }

    /// <summary>What is otherwise than in the last run that passed, in one line; null when nothing is known of that.</summary>
    public string? Changed { get; init; }

    public bool IsOver => Kind == AlertKind.Resolved;

    /// <summary>The report of the first run that failed by it, on the monitor's page; null where there is none, as nothing was walked to its end.</summary>
    public string? ReportPath => Incident.IsForOperator ? null : $"/runs/{Incident.RunId}/report";

    /// <summary>Null without <see cref="Page"/>, and without a report.</summary>
    public Uri? Report => Page is null || ReportPath is null ? null : new Uri(Page.AbsoluteUri.TrimEnd('/') + ReportPath);
}
