using Prober.Monitor.Incidents;
using Prober.Monitor.Silences;

namespace Prober.Monitor.Alerts;

/// <summary>What is to be told now, of which incident; what is told is noted and put into the outbox in one transaction.</summary>
public sealed class AlertPlan(MonitorOptions options, IncidentHistory incidents, AlertNotes notes, SilenceBook silences, AlertRoutes routes, TimeProvider time)
{
    /// <summary>Plans the messages that are due; each is planned by one node only.</summary>
    public async Task<IReadOnlyList<Alert>> PlanAsync(CancellationToken cancellationToken)
    {
        var planned = new List<Alert>();
        var silent = await silences.InForceAsync(cancellationToken);
        foreach (var incident in await incidents.UntoldAsync(time.GetUtcNow() - options.Alerts.SteadyAfter, cancellationToken))
        {
            var now = time.GetUtcNow();
            // What is silenced is not noted as told: it is told after the silence, if it still is so.
            if (silent.Audible(incident) is not { } audible || options.Alerts.Next(audible, now) is not { } kind) continue;
            var alert = new Alert(kind, audible, now);
            var channels = routes.For(audible).Select(route => route.Name);
            if (await notes.TellAsync(alert, transaction => AlertOutbox.PutAsync(transaction, alert, channels), cancellationToken)) planned.Add(alert);
        }

        return planned;
    }
}
