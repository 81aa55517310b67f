using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web.Health;

/// <summary>The store answers, and this node could be written down of late: a database on a full disk can still be read.</summary>
internal sealed class StoreHealth(MonitorOptions options, RunStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await store.LastSeenAsync(options.Node, cancellationToken) is { } ago && ago <= RunStore.NodeIsGoneAfter
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("the store cannot be written to");
        }
        catch (DbException away)
        {
            return HealthCheckResult.Unhealthy($"the store does not answer ({away.GetType().Name})");
        }
    }
}
