using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>Looks every few seconds which incidents somebody is to be told of, and tells each channel, with two more tries.</summary>
public sealed partial class AlertSender(IncidentBook incidents, IEnumerable<IAlertChannel> channels, TimeProvider time, ILogger<AlertSender> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] TryAgainAfter = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)];

    /// <summary>Tells all channels of one incident; what a channel did not take is in the delivery log.</summary>
    public async Task TellAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        foreach (var channel in channels)
        {
            var problem = await SendAsync(channel, incident, cancellationToken);
            if (problem is not null) Failed(channel.Name, incident.Summary, problem);
            await incidents.DeliveredAsync(incident, channel.Name, problem, cancellationToken);
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

    private async Task<string?> SendAsync(IAlertChannel channel, Incident incident, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await channel.SendAsync(incident, cancellationToken);
                return null;
            }
            catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (attempt == TryAgainAfter.Length) return refused is HttpRequestException { StatusCode: { } status } ? $"answered {(int)status}" : "not reached";
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
