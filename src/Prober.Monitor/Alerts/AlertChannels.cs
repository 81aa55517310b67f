using Prober.Scenarios;

namespace Prober.Monitor.Alerts;

/// <summary>The channels that variables name: addresses of webhooks are secrets, so they stand where secrets do.</summary>
public static class AlertChannels
{
    /// <summary>The variables that switch a channel on, without what they begin with.</summary>
    public static IReadOnlyList<string> Names { get; } = ["WEBHOOK", "ALERTMANAGER", "PAGERDUTY", "SLACK", "TEAMS", "MAIL_SERVER", "COMMAND"];

    /// <param name="variables">Where the values stand.</param>
    /// <param name="prefix">What the variables begin with.</param>
    /// <param name="client">Of all channels that speak HTTP.</param>
    /// <param name="time">Their clock.</param>
    /// <exception cref="FormatException">A variable does not hold what it should; the message names it and does not quote it.</exception>
    public static IReadOnlyList<IAlertChannel> Of(ScenarioVariables variables, string prefix, HttpClient client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var channels = new List<IAlertChannel>();
        if (Address("WEBHOOK") is { } webhook) channels.Add(new WebhookChannel(client, webhook));
        if (Address("ALERTMANAGER") is { } alertmanager) channels.Add(new AlertmanagerChannel(client, new Uri(alertmanager.AbsoluteUri.TrimEnd('/') + "/")));
        if (Find("PAGERDUTY") is { } key) channels.Add(new PagerDutyChannel(client, key, Address("PAGERDUTY_URL") ?? PagerDutyChannel.Default));
        if (Address("SLACK") is { } slack) channels.Add(new SlackChannel(client, slack));
        if (Address("TEAMS") is { } teams) channels.Add(new TeamsChannel(client, teams));
        if (MailSettings.Of(variables, prefix) is { } mail) channels.Add(new MailChannel(mail, time));
        if (Find("COMMAND") is { } command) channels.Add(new CommandChannel(CommandText.Parse($"{prefix}_COMMAND", command), time));
        return channels;

        string? Find(string name) => variables.Find($"{prefix}_{name}") is { Length: > 0 } value ? value : null;

        Uri? Address(string name) => Find(name) is not { } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new FormatException($"{prefix}_{name}: expected an address that begins with https:// or http://");
    }
}
