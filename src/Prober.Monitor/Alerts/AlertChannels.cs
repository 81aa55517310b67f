using Prober.Scenarios;

namespace Prober.Monitor.Alerts;

/// <summary>The channels that variables name: addresses of webhooks are secrets, so they stand where secrets do.</summary>
public static class AlertChannels
{
    public const string Webhook = "PROBER_ALERT_WEBHOOK", Slack = "PROBER_ALERT_SLACK", PagerDuty = "PROBER_ALERT_PAGERDUTY", PagerDutyAddress = "PROBER_ALERT_PAGERDUTY_URL", Alertmanager = "PROBER_ALERT_ALERTMANAGER";

    /// <exception cref="FormatException">A variable holds no address; the message does not quote it.</exception>
    public static IReadOnlyList<IAlertChannel> Of(ScenarioVariables variables, HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var channels = new List<IAlertChannel>();
        if (Address(Webhook) is { } webhook) channels.Add(new WebhookChannel(client, webhook));
        if (Address(Slack) is { } slack) channels.Add(new SlackChannel(client, slack));
        if (variables.Find(PagerDuty) is { Length: > 0 } key) channels.Add(new PagerDutyChannel(client, key, Address(PagerDutyAddress) ?? PagerDutyChannel.Default));
        if (Address(Alertmanager) is { } alertmanager) channels.Add(new AlertmanagerChannel(client, new Uri(alertmanager.AbsoluteUri.TrimEnd('/') + "/")));
        return channels;

        Uri? Address(string name) => variables.Find(name) is not { Length: > 0 } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new FormatException($"{name}: expected an address that begins with https:// or http://");
    }
}
