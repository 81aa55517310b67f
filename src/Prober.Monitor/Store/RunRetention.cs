using System.Data.Common;
using Dapper;

namespace Prober.Monitor.Store;

/// <summary>Takes out of the store what is not to be kept any longer. Of runs under way nothing is forgotten, and of those that count how many there were and how many passed stays known.</summary>
public sealed class RunRetention(MonitorDatabase database)
{
    private const string Passed = "verdict IN ('pass', 'warn')";

    /// <summary>Names in one statement; databases bound them.</summary>
    private const int AtOnce = 500;

    /// <summary>Forgets runs that ended before a time, those that did not pass before another; returns the folders that nobody needs any more.</summary>
    public Task<IReadOnlyList<string>> ForgetOlderAsync(DateTimeOffset passedBefore, DateTimeOffset failedBefore, CancellationToken cancellationToken) => ForgetAsync(
        $"ended_at < CASE WHEN {Passed} THEN @passed ELSE @failed END",
        new { passed = passedBefore.ToUnixTimeMilliseconds(), failed = failedBefore.ToUnixTimeMilliseconds() }, cancellationToken);

    /// <summary>
    /// Forgets the oldest of a scenario's runs beyond so many that passed, and beyond as many that did not: a scenario that fails all day does not drive
    /// out the last run in which it was well.
    /// </summary>
    public Task<IReadOnlyList<string>> ForgetBeyondAsync(int most, CancellationToken cancellationToken) => ForgetAsync(
        $"""
        id IN (SELECT id FROM (
            SELECT id, ROW_NUMBER() OVER (PARTITION BY scenario, CASE WHEN {Passed} THEN 1 ELSE 0 END ORDER BY started_at DESC, id DESC) AS place
            FROM monitor_runs WHERE ended_at IS NOT NULL) AS placed WHERE place > @most)
        """,
        new { most }, cancellationToken);

    /// <summary>Forgets how many runs there were before a time.</summary>
    public async Task ForgetCountsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM monitor_hours WHERE hour < @before", new { before = before.ToUnixTimeMilliseconds() });
    }

    /// <summary>Runs that have ended and whose evidence is kept, in the order in which it can be spared: those that passed first, and of each the oldest first.</summary>
    public async Task<IReadOnlyList<KeptEvidence>> WithEvidenceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var kept = await connection.QueryAsync<(string Id, string? Folder, long? BundleBytes)>(
            $"SELECT id, folder, bundle_bytes FROM monitor_runs WHERE (folder IS NOT NULL OR bundle IS NOT NULL) AND ended_at IS NOT NULL ORDER BY CASE WHEN {Passed} THEN 0 ELSE 1 END, started_at, id");
        return [.. kept.Select(run => new KeptEvidence(run.Id, run.Folder, run.BundleBytes))];
    }

    /// <summary>The record stays, for availability and history; its evidence is gone.</summary>
    public async Task EvidenceGoneAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        // Npgsql gives PostgreSQL an array, which IN does not take.
        var among = database.IsPostgres ? "id = ANY(@some)" : "id IN @some";
        foreach (var some in ids.Chunk(AtOnce))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await SpareAsync(transaction, among, new { some });
            await connection.ExecuteAsync($"UPDATE monitor_runs SET folder = NULL, bundle = NULL, bundle_bytes = NULL WHERE {among}", new { some }, transaction);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> ForgetAsync(string which, object parameters, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two nodes that forget the same run at once would both count it.
        if (database.IsPostgres) await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(736218)", transaction: transaction);
        var folders = await ForgetAsync(connection, transaction, which, parameters);
        await transaction.CommitAsync(cancellationToken);
        return folders;
    }

    private static async Task<IReadOnlyList<string>> ForgetAsync(DbConnection connection, DbTransaction transaction, string which, object parameters)
    {
        var folders = await connection.QueryAsync<string>($"SELECT folder FROM monitor_runs WHERE {which} AND folder IS NOT NULL", parameters, transaction);
        await SpareAsync(transaction, which, parameters);
        await CountAsync(transaction, which, parameters);
        await connection.ExecuteAsync($"DELETE FROM monitor_phases WHERE run_id IN (SELECT id FROM monitor_runs WHERE {which})", parameters, transaction);
        await connection.ExecuteAsync($"DELETE FROM monitor_findings WHERE run_id IN (SELECT id FROM monitor_runs WHERE {which})", parameters, transaction);
        await connection.ExecuteAsync($"DELETE FROM monitor_runs WHERE {which}", parameters, transaction);
        return [.. folders];
    }

    private static Task<int> CountAsync(DbTransaction transaction, string which, object parameters) => transaction.Connection!.ExecuteAsync(
        $"""
        INSERT INTO monitor_hours (scenario, hour, runs, passed)
        SELECT scenario, started_at - started_at % {CountedRuns.Hour}, COUNT(*), SUM({CountedRuns.Passed}) FROM monitor_runs
        WHERE {which} AND {CountedRuns.Answered} AND id NOT IN ({CountedRuns.Confirmed}) GROUP BY scenario, started_at - started_at % {CountedRuns.Hour}
        ON CONFLICT (scenario, hour) DO UPDATE SET runs = monitor_hours.runs + excluded.runs, passed = monitor_hours.passed + excluded.passed
        """, parameters, transaction);

    // In the same transaction: what is in the bucket must not be forgotten before it is gone.
    private static Task<int> SpareAsync(DbTransaction transaction, string which, object parameters) => transaction.Connection!.ExecuteAsync(
        $"INSERT INTO monitor_spared_bundles (bundle) SELECT bundle FROM monitor_runs WHERE {which} AND bundle IS NOT NULL ON CONFLICT (bundle) DO NOTHING", parameters, transaction);
}
