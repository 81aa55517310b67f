using Dapper;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Incidents;

/// <summary>
/// Keeps one incident a cause: forty scenarios that fail because one provider is down are one incident that names forty. It ends when the last
/// of them passes again. What the prober itself could not do is an incident of the operator's, which no verdict on the target opens or ends.
/// </summary>
public sealed class IncidentBook(MonitorDatabase database, TimeProvider time)
{
    /// <summary>So long an incident is kept back after it opened, so that the scenarios which fail by the same cause are in one message.</summary>
    public static readonly TimeSpan GroupFor = TimeSpan.FromSeconds(30);

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

    /// <summary>Incidents that somebody is to be told of now, opened and resolved ones; each is handed out to one caller only.</summary>
    public async Task<IReadOnlyList<Incident>> DueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var due = new List<Incident>();
        var opened = await connection.QueryAsync<IncidentRow>(
            "SELECT * FROM monitor_incidents WHERE told_at IS NULL AND resolved_at IS NULL AND opened_at <= @before", new { before = Now - (long)GroupFor.TotalMilliseconds });
        foreach (var row in opened.ToList())
        {
            if (await connection.ExecuteAsync("UPDATE monitor_incidents SET told_at = @now WHERE id = @Id AND told_at IS NULL", new { row.Id, now = Now }) == 1) due.Add(await WithScenariosAsync(row, cancellationToken));
        }

        var resolved = await connection.QueryAsync<IncidentRow>("SELECT * FROM monitor_incidents WHERE told_at IS NOT NULL AND resolved_at IS NOT NULL AND told_resolved_at IS NULL");
        foreach (var row in resolved.ToList())
        {
            if (await connection.ExecuteAsync("UPDATE monitor_incidents SET told_resolved_at = @now WHERE id = @Id AND told_resolved_at IS NULL", new { row.Id, now = Now }) == 1) due.Add(await WithScenariosAsync(row, cancellationToken));
        }

        return due;
    }

    /// <summary>Open ones first, then the latest.</summary>
    public async Task<IReadOnlyList<Incident>> LatestAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<IncidentRow>("SELECT * FROM monitor_incidents ORDER BY CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END, opened_at DESC LIMIT @count", new { count });
        var incidents = new List<Incident>();
        foreach (var row in rows.ToList()) incidents.Add(await WithScenariosAsync(row, cancellationToken));
        return incidents;
    }

    /// <summary>Writes down whether a channel took a message.</summary>
    public async Task DeliveredAsync(Incident incident, string channel, string? problem, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO monitor_deliveries (incident, channel, at, status, problem) VALUES (@Id, @channel, @now, @status, @problem)",
            new { incident.Id, channel, now = Now, status = problem is null ? "delivered" : "failed", problem });
    }

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

    private async Task<Incident> WithScenariosAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return row.ToIncident(await connection.QueryAsync<string>("SELECT scenario FROM monitor_incident_scenarios WHERE incident = @Id", new { row.Id }));
    }
}
