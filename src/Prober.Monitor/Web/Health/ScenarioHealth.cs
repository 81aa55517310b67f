using Microsoft.Extensions.Diagnostics.HealthChecks;
using Prober.Monitor.Scenarios;

namespace Prober.Monitor.Web.Health;

/// <summary>There is something to walk.</summary>
internal sealed class ScenarioHealth(ScenarioShelf shelf) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(shelf.All.Count == 0 ? HealthCheckResult.Unhealthy("no scenario is in force") : HealthCheckResult.Healthy());
}
