using Dapper;

namespace Prober.Monitor.Store;

/// <summary>The runs: what was walked, when, and what came of it.</summary>
public sealed class RunStore(MonitorDatabase database, TimeProvider time)
{
    /// <summary>A node that was not seen for so long is gone, and its runs with it.</summary>
    public static readonly TimeSpan NodeIsGoneAfter = TimeSpan.FromSeconds(15);

    static RunStore() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public async Task BeginAsync(RunRecord run, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO monitor_runs (id, scenario, node, state, cause, due_at, started_at, ended_at, verdict, fault, headline_check, headline_reason, summary, remedy, folder, confirms, flaky)
            VALUES (@Id, @Scenario, @Node, @State, @Cause, @DueAt, @StartedAt, @EndedAt, @Verdict, @Fault, @HeadlineCheck, @HeadlineReason, @Summary, @Remedy, @Folder, @Confirms, @Flaky)
            """,
            RunRow.Of(run));
    }

    /// <summary>A run whose record says that it waits begins; what another node may have written of it meanwhile, taking this one for gone, no longer holds.</summary>
    public Task BeginWaitingAsync(RunRecord run, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE monitor_runs SET state = @State, started_at = @StartedAt, ended_at = NULL, fault = NULL, summary = NULL WHERE id = @Id", RunRow.Of(run), cancellationToken);

    /// <summary>A run that waited is not walked: its record goes.</summary>
    public Task ForgetWaitingAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM monitor_runs WHERE id = @id AND state IN ('Waiting', 'Abandoned')", new { id }, cancellationToken);

    /// <summary>Writes the outcome of a run that has begun, with its phases and the checks that did not pass. May be done again, when nobody knows whether it was.</summary>
    public async Task EndAsync(RunRecord run, IReadOnlyList<PhaseRecord> phases, IReadOnlyList<FindingRecord> findings, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            UPDATE monitor_runs SET state = @State, ended_at = @EndedAt, verdict = @Verdict, fault = @Fault, headline_check = @HeadlineCheck,
                headline_reason = @HeadlineReason, summary = @Summary, remedy = @Remedy, folder = @Folder, flaky = @Flaky WHERE id = @Id
            """,
            RunRow.Of(run), transaction);
        await connection.ExecuteAsync(
            "INSERT INTO monitor_phases (run_id, position, name, application, verdict, duration_ms) VALUES (@Run, @Position, @Name, @Application, @Verdict, @DurationMs) ON CONFLICT DO NOTHING",
            phases.Select((phase, position) => new { Run = run.Id, Position = position, phase.Name, phase.Application, phase.Verdict, phase.DurationMs }), transaction);
        await connection.ExecuteAsync(
            "INSERT INTO monitor_findings (run_id, check_id, verdict, reason) VALUES (@Run, @CheckId, @Verdict, @Reason) ON CONFLICT DO NOTHING",
            findings.Select(finding => new { Run = run.Id, finding.CheckId, finding.Verdict, finding.Reason }), transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The run failed, and the run after it did not.</summary>
    public Task MarkFlakyAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE monitor_runs SET flaky = 1 WHERE id = @id", new { id }, cancellationToken);

    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT * FROM monitor_runs WHERE id = @id", new { id }, cancellationToken)).SingleOrDefault();

    /// <summary>The latest runs first, of one scenario or of all.</summary>
    public Task<IReadOnlyList<RunRecord>> LatestAsync(string? scenario, int count, CancellationToken cancellationToken) => QueryAsync(
        $"SELECT * FROM monitor_runs {(scenario is null ? "" : "WHERE scenario = @scenario")} ORDER BY started_at DESC, id DESC LIMIT @count",
        new { scenario, count }, cancellationToken);

    /// <summary>The last run of a scenario that passed, of those that began before a time.</summary>
    public async Task<RunRecord?> LastGreenAsync(string scenario, DateTimeOffset before, CancellationToken cancellationToken) => (await QueryAsync(
        "SELECT * FROM monitor_runs WHERE scenario = @scenario AND state = 'Completed' AND verdict IN ('pass', 'warn') AND started_at < @before ORDER BY started_at DESC, id DESC LIMIT 1",
        new { scenario, before = before.ToUnixTimeMilliseconds() }, cancellationToken)).SingleOrDefault();

    public async Task<IReadOnlyList<PhaseRecord>> PhasesAsync(string run, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<PhaseRecord>("SELECT name, application, verdict, duration_ms FROM monitor_phases WHERE run_id = @run ORDER BY position", new { run })];
    }

    public async Task<IReadOnlyList<FindingRecord>> FindingsAsync(string run, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<FindingRecord>("SELECT check_id, verdict, reason FROM monitor_findings WHERE run_id = @run ORDER BY check_id", new { run })];
    }

    /// <summary>Says that this node is there.</summary>
    public Task SeenAsync(string node, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO monitor_nodes (node, seen_at) VALUES (@node, @now) ON CONFLICT (node) DO UPDATE SET seen_at = excluded.seen_at",
        new { node, now = Now }, cancellationToken);

    /// <summary>How long ago this node could last be written down; null when it never was. What can be read but not written, a full disk, shows here.</summary>
    public async Task<TimeSpan?> LastSeenAsync(string node, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<long?>("SELECT seen_at FROM monitor_nodes WHERE node = @node", new { node }) is { } seen ? TimeSpan.FromMilliseconds(Now - seen) : null;
    }

    /// <summary>No other node can be there: whoever is on record is gone.</summary>
    public Task ForgetNodesAsync(CancellationToken cancellationToken) => ExecuteAsync("DELETE FROM monitor_nodes", new { }, cancellationToken);

    /// <summary>This node stops in order: what it left waiting or running is nobody's.</summary>
    public Task GoneAsync(string node, CancellationToken cancellationToken) => ExecuteAsync("DELETE FROM monitor_nodes WHERE node = @node", new { node }, cancellationToken);

    /// <summary>Gives every run whose node is gone a record that says so; returns them as they are now.</summary>
    public async Task<IReadOnlyList<RunRecord>> AbandonAsync(CancellationToken cancellationToken)
    {
        var abandoned = await QueryAsync(
            """
            UPDATE monitor_runs SET state = 'Abandoned', ended_at = @now, fault = 'prober', summary = CASE state
                WHEN 'Waiting' THEN 'The process that was to walk this journey went away before it began.'
                ELSE 'The process that walked this journey went away before it could end.' END
            WHERE state IN ('Waiting', 'Running') AND node NOT IN (SELECT node FROM monitor_nodes WHERE seen_at >= @alive) RETURNING *
            """,
            new { now = Now, alive = Now - (long)NodeIsGoneAfter.TotalMilliseconds }, cancellationToken);
        // Their accounts are free again.
        if (abandoned.Count > 0) await ExecuteAsync("DELETE FROM monitor_leases WHERE holder IN (SELECT id FROM monitor_runs WHERE state = 'Abandoned')", new { }, cancellationToken);
        return abandoned;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(sql, parameters);
    }

    private async Task<IReadOnlyList<RunRecord>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. (await connection.QueryAsync<RunRow>(sql, parameters)).Select(row => row.ToRecord())];
    }
}
