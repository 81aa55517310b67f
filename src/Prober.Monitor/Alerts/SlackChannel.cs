using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>Slack's incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks); Mattermost reads it, too.</summary>
public sealed class SlackChannel(HttpClient client, Uri address) : IAlertChannel
{
    public string Name => "slack";

    public Task SendAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var mark = incident.ResolvedAt is null ? ":red_circle:" : ":large_green_circle:";
        return JsonPost.SendAsync(client, address, new { text = $"{mark} *{Escaped(AlertText.Title(incident))}*\n{Escaped(AlertText.Body(incident))}" }, cancellationToken);
    }

    // Three characters steer Slack's markup; a title must not end its bold type early.
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace('*', '∗');
}
