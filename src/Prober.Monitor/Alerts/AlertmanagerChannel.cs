namespace Prober.Monitor.Alerts;

/// <summary>Prometheus Alertmanager's API v2: labels say what it is, so that its own routing and silences work.</summary>
public sealed class AlertmanagerChannel(HttpClient client, Uri address) : IAlertChannel
{
    /// <summary>An alert that nobody repeats ends by itself after this; the resolution says so before.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public string Name => "alertmanager";

    public Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var incident = alert.Incident;
        object[] alerts =
        [
            new
            {
                labels = new { alertname = incident.IsForOperator ? "ProberBroken" : "LoginBroken", check = incident.CheckId, reason = incident.Reason, fault = incident.Fault, incident = incident.Id },
                annotations = new { summary = AlertText.Title(alert), description = AlertText.Body(alert) },
                startsAt = incident.OpenedAt,
                endsAt = alert.IsOver ? incident.ResolvedAt ?? alert.At : alert.At + Lasts,
                generatorURL = alert.Report?.AbsoluteUri ?? "",
            },
        ];
        return JsonPost.SendAsync(client, new Uri(address, "api/v2/alerts"), alerts, cancellationToken);
    }
}
