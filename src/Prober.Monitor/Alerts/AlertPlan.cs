using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>What is to be told now, of which incident; what is told is noted and put into the outbox in one transaction.</summary>
public sealed class AlertPlan(MonitorOptions options, IncidentBook incidents, AlertRoutes routes, TimeProvider time)
{
    /// <summary>Plans the messages that are due; each is planned by one node only.</summary>
    public async Task<IReadOnlyList<Alert>> PlanAsync(CancellationToken cancellationToken)
    {
        var planned = new List<Alert>();
        foreach (var incident in await incidents.UntoldAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            if (options.Alerts.Next(incident, now) is not { } kind) continue;
            var alert = new Alert(kind, incident, now);
            var channels = routes.For(incident).Select(route => route.Name);
            if (await incidents.TellAsync(alert, transaction => AlertOutbox.PutAsync(transaction, alert, channels), cancellationToken)) planned.Add(alert);
        }

        return planned;
    }
}
