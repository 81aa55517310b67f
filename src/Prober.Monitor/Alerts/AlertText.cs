using System.Globalization;
using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>An alert in words, the same in every channel.</summary>
internal static class AlertText
{
    /// <summary>What to expect of what flaps.</summary>
    public const string ByTurns = "It comes and goes; the next message follows when it stays one way.";

    private const int ScenariosNamed = 10;

    /// <summary>One line.</summary>
    public static string Title(Alert alert) => $"{State(alert)}: {alert.Incident.Summary.ReplaceLineEndings(" ")}";

    /// <summary>Which scenarios, since when, whose fault, what changed, how to mend it, where the report is.</summary>
    public static string Body(Alert alert)
    {
        var remedy = Remedy(alert) is { } mend ? $"\nHow to mend it: {mend}" : "";
        var turns = alert.Kind == AlertKind.Flapping ? $"\n{ByTurns}" : "";
        var changed = Changed(alert) is { } otherwise ? $"\n{otherwise}" : "";
        var report = alert.Report is { } link ? $"\nReport: {link.AbsoluteUri}" : "";
        return $"Scenarios ({alert.Incident.Scenarios.Count}): {Scenarios(alert)}\n{Since(alert)}, {Cause(alert)}{turns}{changed}{remedy}{report}";
    }

    public static string Scenarios(Alert alert)
    {
        var scenarios = alert.Incident.Scenarios;
        return string.Join(", ", scenarios.Take(ScenariosNamed)) + (scenarios.Count > ScenariosNamed ? $" and {scenarios.Count - ScenariosNamed} more" : "");
    }

    public static string Since(Alert alert) => $"Since {Time(alert.Incident.OpenedAt)}" + (alert.IsOver && alert.Incident.ResolvedAt is { } resolved ? $" until {Time(resolved)}" : "");

    public static string Cause(Alert alert) => $"fault: {alert.Incident.Fault}, check: {alert.Incident.CheckId} ({alert.Incident.Reason})";

    /// <summary>Null when nothing is to be mended.</summary>
    public static string? Remedy(Alert alert) => alert.IsOver ? null : alert.Incident.Remedy;

    /// <summary>Null when it is over, and when nothing is known.</summary>
    public static string? Changed(Alert alert) => alert.IsOver ? null : alert.Changed;

    /// <summary>At most so many characters, with a mark where something was left out.</summary>
    public static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static string State(Alert alert) => (alert.Incident.CheckId, alert.Kind) switch
    {
        (IncidentBook.ProberItself, AlertKind.Resolved) => "Prober works again",
        (IncidentBook.ProberItself, _) => "Prober cannot do its work",
        (IncidentBook.AccountRests, AlertKind.Resolved) => "Probe account no longer rests",
        (IncidentBook.AccountRests, _) => "Probe account rests",
        (_, AlertKind.Resolved) => "Login works again",
        (_, AlertKind.Acknowledged) => "Login broken, and somebody sees to it",
        (_, AlertKind.Reminder) => "Login still broken",
        (_, AlertKind.Flapping) => "Login breaks and works by turns",
        _ => "Login broken",
    };

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
