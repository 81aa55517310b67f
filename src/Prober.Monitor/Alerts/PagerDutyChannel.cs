using System.Globalization;

namespace Prober.Monitor.Alerts;

/// <summary>PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/events-api-v2-overview): trigger, acknowledge and resolve by one key.</summary>
/// <param name="client">Whose requests they are.</param>
/// <param name="routingKey">The integration's key; a secret.</param>
/// <param name="address">PagerDuty's own unless it is another region's.</param>
public sealed class PagerDutyChannel(HttpClient client, string routingKey, Uri address) : IAlertChannel
{
    public static readonly Uri Default = new("https://events.pagerduty.com/v2/enqueue");

    private const int LongestSummary = 1024;

    public string Name => "pagerduty";

    public Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var incident = alert.Incident;
        object[] links = alert.Report is { } report ? [new { href = report.AbsoluteUri, text = "Report of the first run that failed" }] : [];
        return JsonPost.SendAsync(client, address, new
        {
            routing_key = routingKey,
            event_action = alert.IsOver ? "resolve" : alert.Kind == AlertKind.Acknowledged ? "acknowledge" : "trigger",
            dedup_key = incident.Id,
            links,
            payload = new
            {
                summary = AlertText.Short(AlertText.Title(alert), LongestSummary),
                source = "prober",
                severity = incident.IsForOperator ? "error" : "critical",
                timestamp = incident.OpenedAt.ToString("o", CultureInfo.InvariantCulture),
                component = incident.Fault,
                @class = incident.CheckId,
                custom_details = new { scenarios = incident.Scenarios, reason = incident.Reason, changed = AlertText.Changed(alert), remedy = incident.Remedy },
            },
        }, cancellationToken);
    }
}
