using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>Looks every few seconds which incidents somebody is to be told of, and tells each channel, with two more tries.</summary>
public sealed partial class AlertSender(MonitorOptions options, IncidentBook incidents, AlertRoutes routes, TimeProvider time, ILogger<AlertSender> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] TryAgainAfter = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)];

    /// <summary>Tells an incident to all that are to hear of it; what a channel did not take is in the delivery log.</summary>
    public async Task TellAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var alert = new Alert(incident.ResolvedAt is null ? AlertKind.Opened : AlertKind.Resolved, incident, time.GetUtcNow()) { Page = options.Page };
        foreach (var route in routes.For(incident))
        {
            var problem = await SendAsync(route.Channel, alert, cancellationToken);
            if (problem is not null) Failed(route.Name, incident.Summary, problem);
            await incidents.DeliveredAsync(incident, route.Name, problem, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var incident in await incidents.DueAsync(stoppingToken))
                {
                    Told(incident.ResolvedAt is null ? "open" : "resolved", incident.Summary, incident.Scenarios.Count);
                    await TellAsync(incident, stoppingToken);
                }
            }
            catch (System.Data.Common.DbException away)
            {
                Away(away.GetType().Name);
            }
        }
    }

    private async Task<string?> SendAsync(IAlertChannel channel, Alert alert, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await channel.SendAsync(alert, cancellationToken);
                return null;
            }
            catch (AlertRefusedException refused)
            {
                if (attempt == TryAgainAfter.Length) return refused.Message;
            }

            await Task.Delay(TryAgainAfter[attempt], time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "incident {State}: {Summary} ({Count} scenarios)")]
    private partial void Told(string state, string summary, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} did not take the message of \"{Summary}\": {Problem}")]
    private partial void Failed(string channel, string summary, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "the store does not answer ({Exception}); alerts wait")]
    private partial void Away(string exception);
}
