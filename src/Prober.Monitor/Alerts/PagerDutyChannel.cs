using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/events-api-v2-overview): trigger and resolve by one key.</summary>
/// <param name="client">Whose requests they are.</param>
/// <param name="routingKey">The integration's key; a secret.</param>
/// <param name="address">PagerDuty's own unless it is another region's.</param>
public sealed class PagerDutyChannel(HttpClient client, string routingKey, Uri address) : IAlertChannel
{
    public static readonly Uri Default = new("https://events.pagerduty.com/v2/enqueue");

    private const int LongestSummary = 1024;

    public string Name => "pagerduty";

    public Task SendAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var title = AlertText.Title(incident);
        return JsonPost.SendAsync(client, address, new
        {
            routing_key = routingKey,
            event_action = incident.ResolvedAt is null ? "trigger" : "resolve",
            dedup_key = incident.Id,
            payload = new
            {
                summary = title.Length <= LongestSummary ? title : title[..(LongestSummary - 1)] + "…",
                source = "prober",
                severity = "critical",
                timestamp = incident.OpenedAt.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
                component = incident.Fault,
                @class = incident.CheckId,
                custom_details = new { scenarios = incident.Scenarios, reason = incident.Reason, remedy = incident.Remedy },
            },
        }, cancellationToken);
    }
}
