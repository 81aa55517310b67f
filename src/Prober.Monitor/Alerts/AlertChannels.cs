using Prober.Scenarios;

namespace Prober.Monitor.Alerts;

/// <summary>The channels that variables name: addresses of webhooks are secrets, so they stand where secrets do.</summary>
public static class AlertChannels
{
    /// <summary>What the variables of all channels begin with.</summary>
    public const string Prefix = "PROBER_ALERT";

    /// <summary>The variables that switch a channel on.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. new[] { "WEBHOOK", "ALERTMANAGER", "PAGERDUTY", "SLACK", "TEAMS", "MAIL_SERVER", "COMMAND" }.Select(name => $"{Prefix}_{name}")];

    /// <exception cref="FormatException">A variable does not hold what it should; the message names it and does not quote it.</exception>
    public static IReadOnlyList<IAlertChannel> Of(ScenarioVariables variables, HttpClient client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var channels = new List<IAlertChannel>();
        if (Address("WEBHOOK") is { } webhook) channels.Add(new WebhookChannel(client, webhook));
        if (Address("ALERTMANAGER") is { } alertmanager) channels.Add(new AlertmanagerChannel(client, new Uri(alertmanager.AbsoluteUri.TrimEnd('/') + "/")));
        if (Find("PAGERDUTY") is { } key) channels.Add(new PagerDutyChannel(client, key, Address("PAGERDUTY_URL") ?? PagerDutyChannel.Default));
        if (Address("SLACK") is { } slack) channels.Add(new SlackChannel(client, slack));
        if (Address("TEAMS") is { } teams) channels.Add(new TeamsChannel(client, teams));
        if (MailSettings.Of(variables, Prefix) is { } mail) channels.Add(new MailChannel(mail, time));
        if (Find("COMMAND") is { } command) channels.Add(new CommandChannel(CommandText.Parse($"{Prefix}_COMMAND", command), time));
        return channels;

        string? Find(string name) => variables.Find($"{Prefix}_{name}") is { Length: > 0 } value ? value : null;

        Uri? Address(string name) => Find(name) is not { } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new FormatException($"{Prefix}_{name}: expected an address that begins with https:// or http://");
    }
}
