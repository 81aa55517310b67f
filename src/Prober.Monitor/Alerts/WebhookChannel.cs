namespace Prober.Monitor.Alerts;

/// <summary>The whole alert as JSON, for whoever wants to do something of their own with it.</summary>
public sealed class WebhookChannel(HttpClient client, Uri address) : IAlertChannel
{
    public string Name => "webhook";

    public Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return JsonPost.SendAsync(client, address, AlertDocument.Of(alert), cancellationToken);
    }
}
