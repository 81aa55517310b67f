using Dapper;
using Prober.Monitor.Store;

namespace Prober.Monitor.Incidents;

/// <summary>The incidents as they are on record, with the scenarios that are in each.</summary>
public sealed class IncidentHistory(MonitorDatabase database)
{
    static IncidentHistory() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public async Task<Incident?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT * FROM monitor_incidents WHERE id = @id", new { id }, cancellationToken)).SingleOrDefault();

    /// <summary>Open ones first, then the latest.</summary>
    public Task<IReadOnlyList<Incident>> LatestAsync(int count, CancellationToken cancellationToken) => QueryAsync(
        "SELECT * FROM monitor_incidents ORDER BY CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END, opened_at DESC LIMIT @count", new { count }, cancellationToken);

    /// <summary>Open ones first, then the latest: those that a scenario is in, or opened.</summary>
    public Task<IReadOnlyList<Incident>> OfAsync(string scenario, int count, CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT * FROM monitor_incidents WHERE id IN (SELECT incident FROM monitor_incident_scenarios WHERE scenario = @scenario)
            OR run_id IN (SELECT id FROM monitor_runs WHERE scenario = @scenario)
        ORDER BY CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END, opened_at DESC LIMIT @count
        """,
        new { scenario, count }, cancellationToken);

    /// <summary>Incidents of which there may be something to tell: those that are open, and those whose end nobody heard of.</summary>
    /// <param name="since">Of the same cause, those that opened since then and were told are counted with each.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<Incident>> UntoldAsync(DateTimeOffset since, CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT i.*, (SELECT COUNT(*) FROM monitor_incidents o WHERE o.cause = i.cause AND o.id <> i.id AND o.told_at IS NOT NULL AND o.opened_at >= @since) AS told_before
        FROM monitor_incidents i WHERE i.resolved_at IS NULL OR (i.told_at IS NOT NULL AND i.told_resolved_at IS NULL) ORDER BY i.opened_at
        """,
        new { since = since.ToUnixTimeMilliseconds() }, cancellationToken);

    private async Task<IReadOnlyList<Incident>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var incidents = new List<Incident>();
        foreach (var row in (await connection.QueryAsync<IncidentRow>(sql, parameters)).ToList())
            incidents.Add(row.ToIncident([.. await connection.QueryAsync<(string, int)>("SELECT scenario, failures FROM monitor_incident_scenarios WHERE incident = @Id", new { row.Id })]));
        return incidents;
    }
}
