using System.Data.Common;
using Dapper;
using Prober.Monitor.Alerts;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Incidents;

/// <summary>
/// Keeps one incident a cause: forty scenarios that fail because one provider is down are one incident that names forty. It ends when the last
/// of them passes again. What the prober itself could not do is an incident of the operator's, which no verdict on the target opens or ends.
/// </summary>
public sealed class IncidentBook(MonitorDatabase database, TimeProvider time)
{
    /// <summary>Stand where a check would in the operator's incidents.</summary>
    public const string ProberItself = "prober", AccountRests = "account-rests";

    static IncidentBook() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private const string Both = "1 = 1", OperatorsOnly = $"i.check_id IN ('{ProberItself}', '{AccountRests}')";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes note of the run that counts for a scenario.</summary>
    public async Task CountAsync(Scenario scenario, RunRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(run);
        if (IncidentCause.Of(scenario, run) is not { } cause)
        {
            // No answer says nothing of the target, but the prober did its work.
            if (run.State == RunState.Completed) await EndAsync(scenario.Name, run.Verdict is "pass" or "warn" ? Both : OperatorsOnly, cause: "", cancellationToken);
            return;
        }

        await EndAsync(scenario.Name, cause.IsForOperator ? OperatorsOnly : Both, cause.Key, cancellationToken);
        await FailedAsync(scenario, run, cause, cancellationToken);
    }

    /// <summary>Incidents of which there may be something to tell: those that are open, and those whose end nobody heard of.</summary>
    public Task<IReadOnlyList<Incident>> UntoldAsync(CancellationToken cancellationToken) =>
        QueryAsync("SELECT * FROM monitor_incidents WHERE resolved_at IS NULL OR (told_at IS NOT NULL AND told_resolved_at IS NULL) ORDER BY opened_at", new { }, cancellationToken);

    /// <summary>Notes that an alert is told, and whatever the caller writes with it; false when another node was first, and then nothing is written.</summary>
    public async Task<bool> TellAsync(Alert alert, Func<DbTransaction, Task> with, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(with);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var noted = await connection.ExecuteAsync(
            $"UPDATE monitor_incidents SET alerts = alerts + 1, {(alert.IsOver ? "told_resolved_at" : "told_at")} = @at WHERE id = @Id AND alerts = @Alerts",
            new { alert.Incident.Id, alert.Incident.Alerts, at = alert.At.ToUnixTimeMilliseconds() }, transaction);
        if (noted != 1) return false;
        await with(transaction);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<Incident?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT * FROM monitor_incidents WHERE id = @id", new { id }, cancellationToken)).SingleOrDefault();

    /// <summary>Open ones first, then the latest.</summary>
    public Task<IReadOnlyList<Incident>> LatestAsync(int count, CancellationToken cancellationToken) => QueryAsync(
        "SELECT * FROM monitor_incidents ORDER BY CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END, opened_at DESC LIMIT @count", new { count }, cancellationToken);

    private async Task FailedAsync(Scenario scenario, RunRecord run, IncidentCause cause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<string?>("SELECT id FROM monitor_incidents WHERE cause = @cause AND resolved_at IS NULL", new { cause = cause.Key }, transaction);
        if (id is null)
        {
            id = Guid.NewGuid().ToString("N");
            await connection.ExecuteAsync(
                """
                INSERT INTO monitor_incidents (id, cause, opened_at, check_id, reason, fault, summary, remedy, run_id)
                VALUES (@id, @Key, @now, @Check, @Reason, @Fault, @Summary, @Remedy, @Run)
                """,
                new { id, cause.Key, now = Now, cause.Check, cause.Reason, Fault = run.Fault ?? "", Summary = run.Summary ?? "", run.Remedy, Run = run.Id }, transaction);
        }

        await connection.ExecuteAsync(
            "INSERT INTO monitor_incident_scenarios (incident, scenario, since) VALUES (@id, @scenario, @now) ON CONFLICT (incident, scenario) DO NOTHING",
            new { id, scenario = scenario.Name, now = Now }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    // A scenario that passes, or fails by another cause, fails by its former one no more.
    private async Task EndAsync(string scenario, string whose, string cause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var ended = await connection.QueryAsync<string>(
            $"""
            SELECT i.id FROM monitor_incidents i JOIN monitor_incident_scenarios s ON s.incident = i.id
            WHERE s.scenario = @scenario AND i.resolved_at IS NULL AND i.cause <> @cause AND {whose}
            """,
            new { scenario, cause });
        foreach (var incident in ended.ToList())
        {
            // The last one stays on it, so that the message of its end can name it.
            if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM monitor_incident_scenarios WHERE incident = @incident", new { incident }) > 1)
                await connection.ExecuteAsync("DELETE FROM monitor_incident_scenarios WHERE incident = @incident AND scenario = @scenario", new { incident, scenario });
            else await connection.ExecuteAsync("UPDATE monitor_incidents SET resolved_at = @now WHERE id = @incident", new { incident, now = Now });
        }
    }

    private async Task<IReadOnlyList<Incident>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var incidents = new List<Incident>();
        foreach (var row in (await connection.QueryAsync<IncidentRow>(sql, parameters)).ToList())
            incidents.Add(row.ToIncident(await connection.QueryAsync<string>("SELECT scenario FROM monitor_incident_scenarios WHERE incident = @Id", new { row.Id })));
        return incidents;
    }
}
