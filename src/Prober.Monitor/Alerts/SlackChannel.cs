namespace Prober.Monitor.Alerts;

/// <summary>Slack's incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks); Mattermost reads it, too.</summary>
public sealed class SlackChannel(HttpClient client, Uri address) : IAlertChannel
{
    public string Name => "slack";

    public Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var mark = alert.IsOver ? ":large_green_circle:" : ":red_circle:";
        return JsonPost.SendAsync(client, address, new { text = $"{mark} *{Escaped(AlertText.Title(alert))}*\n{Escaped(AlertText.Body(alert))}" }, cancellationToken);
    }

    // Three characters steer Slack's markup; a title must not end its bold type early.
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace('*', '∗');
}
