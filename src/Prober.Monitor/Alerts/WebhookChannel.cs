using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>The whole incident as JSON, for whoever wants to do something of their own with it.</summary>
public sealed class WebhookChannel(HttpClient client, Uri address) : IAlertChannel
{
    public string Name => "webhook";

    public Task SendAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return JsonPost.SendAsync(client, address, new
        {
            schemaVersion = 1,
            status = incident.ResolvedAt is null ? "firing" : "resolved",
            key = incident.Id,
            title = AlertText.Title(incident),
            summary = incident.Summary,
            remedy = incident.Remedy,
            fault = incident.Fault,
            check = incident.CheckId,
            reason = incident.Reason,
            scenarios = incident.Scenarios,
            since = incident.OpenedAt,
            resolved = incident.ResolvedAt,
            report = $"/runs/{incident.RunId}/report",
        }, cancellationToken);
    }
}
