using System.Globalization;
using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>An incident in words, the same in every channel.</summary>
internal static class AlertText
{
    private const int ScenariosNamed = 10;

    public static string Title(Incident incident) => incident.ResolvedAt is null ? $"Login broken: {incident.Summary}" : $"Login works again: {incident.Summary}";

    /// <summary>Which scenarios, since when, whose fault, how to mend it.</summary>
    public static string Body(Incident incident)
    {
        var named = string.Join(", ", incident.Scenarios.Take(ScenariosNamed)) + (incident.Scenarios.Count > ScenariosNamed ? $" and {incident.Scenarios.Count - ScenariosNamed} more" : "");
        var until = incident.ResolvedAt is { } resolved ? string.Create(CultureInfo.InvariantCulture, $" until {resolved:yyyy-MM-dd HH:mm} UTC") : "";
        var since = string.Create(CultureInfo.InvariantCulture, $"{incident.OpenedAt:yyyy-MM-dd HH:mm} UTC");
        var remedy = incident.ResolvedAt is null && incident.Remedy is { } mend ? $"\nHow to mend it: {mend}" : "";
        return $"Scenarios ({incident.Scenarios.Count}): {named}\nSince {since}{until}, fault: {incident.Fault}, check: {incident.CheckId} ({incident.Reason}){remedy}";
    }
}
