using System.Data.Common;
using Dapper;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Incidents;

/// <summary>
/// Keeps one incident a cause: forty scenarios that fail because one provider is down are one incident that names forty. It ends when the last
/// of them passes again. What the prober itself could not do is an incident of the operator's, which no verdict on the target opens or ends.
/// </summary>
public sealed class IncidentBook(MonitorOptions options, MonitorDatabase database, TimeProvider time)
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
            if (run.State == RunState.Completed) await EndAsync(scenario.Name, run.Verdict is "pass" or "warn" ? Both : OperatorsOnly, cause: "", options.Alerts.ResolveAfter, cancellationToken);
            return;
        }

        await EndAsync(scenario.Name, cause.IsForOperator ? OperatorsOnly : Both, cause.Key, passes: 1, cancellationToken);
        await FailedAsync(scenario.Name, run, cause, cancellationToken);
    }

    /// <summary>Something of the prober's own is broken that is no run.</summary>
    /// <param name="what">What it is about, in place of a scenario; no name that a scenario can have.</param>
    /// <param name="reason">One word for it.</param>
    /// <param name="run">Tells what happened, and how to mend it.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task OwnFaultAsync(string what, string reason, RunRecord run, CancellationToken cancellationToken) => FailedAsync(what, run, IncidentCause.Own(reason), cancellationToken);

    /// <summary>It works again.</summary>
    public Task OwnFaultEndedAsync(string what, CancellationToken cancellationToken) => EndAsync(what, OperatorsOnly, cause: "", passes: 1, cancellationToken);

    private async Task FailedAsync(string scenario, RunRecord run, IncidentCause cause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var id = await OpenAsync(transaction, run, cause);
        await IncidentScenarios.FailedAsync(transaction, id, scenario, Now);
        await transaction.CommitAsync(cancellationToken);
    }

    // The open one of this cause; else one that flaps opens again; else a new one. Another node may open it at the same moment.
    private async Task<string> OpenAsync(DbTransaction transaction, RunRecord run, IncidentCause cause)
    {
        const string Open = "SELECT id FROM monitor_incidents WHERE cause = @Key AND resolved_at IS NULL";
        var connection = transaction.Connection!;
        if (await HoldAsync(transaction, cause.Key)) return (await connection.ExecuteScalarAsync<string>(Open, new { cause.Key }, transaction))!;
        if (await connection.ExecuteScalarAsync<string?>("SELECT id FROM monitor_incidents WHERE cause = @Key AND flapping = 1", new { cause.Key }, transaction) is { } flapping)
        {
            await connection.ExecuteAsync("DELETE FROM monitor_incident_scenarios WHERE incident = @flapping", new { flapping }, transaction);
            await connection.ExecuteAsync("UPDATE monitor_incidents SET resolved_at = NULL, changed_at = @now WHERE id = @flapping", new { flapping, now = Now }, transaction);
            return flapping;
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO monitor_incidents (id, cause, opened_at, changed_at, check_id, reason, fault, summary, remedy, run_id)
            VALUES (@id, @Key, @now, @now, @Check, @Reason, @Fault, @Summary, @Remedy, @Run) ON CONFLICT (cause) WHERE resolved_at IS NULL DO NOTHING
            """,
            new { id = Guid.NewGuid().ToString("N"), cause.Key, now = Now, cause.Check, cause.Reason, Fault = run.Fault ?? "", Summary = run.Summary ?? "", run.Remedy, Run = run.Id }, transaction);
        return (await connection.ExecuteScalarAsync<string>(Open, new { cause.Key }, transaction))!;
    }

    // A scenario that passes, or fails by another cause, fails by its former one no more.
    private async Task EndAsync(string scenario, string whose, string cause, int passes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var ended = await connection.QueryAsync<IncidentRow>(
            $"""
            SELECT i.* FROM monitor_incidents i JOIN monitor_incident_scenarios s ON s.incident = i.id
            WHERE s.scenario = @scenario AND i.resolved_at IS NULL AND i.cause <> @cause AND {whose}
            """,
            new { scenario, cause });
        foreach (var incident in ended.Select(row => row.ToIncident([])).ToList())
        {
            // What nobody heard of, and what is the operator's, ends with the first run that says so.
            if (incident is { ToldAt: not null, IsForOperator: false } && await IncidentScenarios.PassedAsync(connection, incident.Id, scenario) < passes) continue;
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (await HoldAsync(transaction, incident.Cause) && await IncidentScenarios.EndAsync(transaction, incident.Id, scenario))
                await connection.ExecuteAsync("UPDATE monitor_incidents SET resolved_at = @now, changed_at = @now WHERE id = @Id", new { incident.Id, now = Now }, transaction);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    // Until the transaction ends no other node opens or ends what is open of this cause; false when nothing is.
    private static async Task<bool> HoldAsync(DbTransaction transaction, string cause) =>
        await transaction.Connection!.ExecuteAsync("UPDATE monitor_incidents SET changed_at = changed_at WHERE cause = @cause AND resolved_at IS NULL", new { cause }, transaction) == 1;
}
