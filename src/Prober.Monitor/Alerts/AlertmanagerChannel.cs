using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>Prometheus Alertmanager's API v2: labels say what it is, so that its own routing and silences work.</summary>
public sealed class AlertmanagerChannel(HttpClient client, Uri address) : IAlertChannel
{
    /// <summary>An alert that nobody repeats ends by itself after this; the resolution says so before.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public string Name => "alertmanager";

    public Task SendAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        object[] alerts =
        [
            new
            {
                labels = new { alertname = "LoginBroken", check = incident.CheckId, reason = incident.Reason, fault = incident.Fault, incident = incident.Id },
                annotations = new { summary = AlertText.Title(incident), description = AlertText.Body(incident) },
                startsAt = incident.OpenedAt,
                endsAt = incident.ResolvedAt ?? incident.OpenedAt + Lasts,
            },
        ];
        return JsonPost.SendAsync(client, new Uri(address, "api/v2/alerts"), alerts, cancellationToken);
    }
}
