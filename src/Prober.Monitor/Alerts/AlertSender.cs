using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Incidents;
using Prober.Monitor.Metrics;
using Prober.Monitor.Silences;

namespace Prober.Monitor.Alerts;

/// <summary>Looks every few seconds what somebody is to be told, and sends what waits; what a channel refuses is sent again later.</summary>
public sealed partial class AlertSender(
    MonitorOptions options, AlertPlan plan, AlertOutbox outbox, AlertRoutes routes, IncidentHistory incidents, SilenceBook silences, GreenComparison green, MonitorMetrics metrics, TimeProvider time, ILogger<AlertSender> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>One look; each channel gets its messages beside the others, so that a slow one holds up none.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var alert in await plan.PlanAsync(cancellationToken)) Told(alert.Kind, alert.Incident.Summary, alert.Incident.Scenarios.Count);
        var silent = await silences.InForceAsync(cancellationToken);
        await Task.WhenAll((await outbox.TakeAsync(cancellationToken)).Select(delivery => DeliverAsync(delivery, silent, cancellationToken)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                Away(away.GetType().Name);
            }
        }
    }

    private async Task DeliverAsync(Delivery delivery, SilenceList silent, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(delivery.Incident, cancellationToken) is not { } incident) return;
        if (silent.Audible(incident) is not { } audible)
        {
            await outbox.HoldAsync(delivery, CancellationToken.None);
            return;
        }

        var problem = await SendAsync(delivery, audible, cancellationToken);
        metrics.Alerted(delivery.Channel, delivery.Kind, problem is null);
        if (problem is null) await outbox.SentAsync(delivery, CancellationToken.None);
        else if (await outbox.RefusedAsync(delivery, problem, CancellationToken.None)) Refused(delivery.Channel, delivery.Kind, problem, delivery.Attempts);
        else GivenUp(delivery.Channel, delivery.Kind, problem, delivery.Attempts);
    }

    private async Task<string?> SendAsync(Delivery delivery, Incident incident, CancellationToken cancellationToken)
    {
        if (routes.All.FirstOrDefault(route => route.Name == delivery.Channel) is not { Channel: var channel }) return "the channel is not set any more";
        try
        {
            var alert = new Alert(delivery.Kind, incident, delivery.ToldAt) { Page = options.Page, Changed = await green.DescribeAsync(incident, cancellationToken) };
            await channel.SendAsync(alert, cancellationToken);
            return null;
        }
        catch (Exception refused) when (!cancellationToken.IsCancellationRequested)
        {
            // Any other message may hold what the channel keeps secret.
            return refused is AlertRefusedException ? refused.Message : $"internal error: {refused.GetType().Name}";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "incident {Kind}: {Summary} ({Count} scenarios)")]
    private partial void Told(AlertKind kind, string summary, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} did not take the message {Kind}: {Problem} (attempt {Attempt}); it is sent again")]
    private partial void Refused(string channel, AlertKind kind, string problem, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} did not take the message {Kind}: {Problem} (attempt {Attempt}); it is given up")]
    private partial void GivenUp(string channel, AlertKind kind, string problem, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "the store does not answer ({Exception}); alerts wait")]
    private partial void Away(string exception);
}
