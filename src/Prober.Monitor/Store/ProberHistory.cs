using Dapper;

namespace Prober.Monitor.Store;

/// <summary>What the runs of all scenarios say of the prober itself.</summary>
public sealed class ProberHistory(MonitorDatabase database)
{
    static ProberHistory() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public async Task<RunLateness> LatenessAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // Of an abandoned run nobody can say whether it had begun.
        return await connection.QuerySingleAsync<RunLateness>(
            """
            SELECT COUNT(*) AS runs, MAX(CASE WHEN n = (c + 1) / 2 THEN late END) AS median_ms, MAX(CASE WHEN n = (c * 99 + 99) / 100 THEN late END) AS percentile99_ms, MAX(late) AS longest_ms
            FROM (SELECT late, ROW_NUMBER() OVER (ORDER BY late) AS n, COUNT(*) OVER () AS c
                FROM (SELECT CAST(started_at - due_at AS DOUBLE PRECISION) AS late FROM monitor_runs WHERE cause = 'Schedule' AND state NOT IN ('Waiting', 'Abandoned', 'Skipped', 'Missed') AND started_at >= @since) runs) ranked
            """,
            new { since = since.ToUnixTimeMilliseconds() });
    }

    /// <summary>Runs that the prober itself could not walk to their end, latest first.</summary>
    public async Task<IReadOnlyList<RunRecord>> FaultsAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<RunRow>("SELECT * FROM monitor_runs WHERE state IN ('ProberFault', 'Abandoned', 'Interrupted', 'Missed') ORDER BY started_at DESC, id DESC LIMIT @count", new { count });
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Nodes that share the work, and when each last said that it is there.</summary>
    public async Task<IReadOnlyList<(string Node, DateTimeOffset SeenAt)>> NodesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. (await connection.QueryAsync<(string Node, long SeenAt)>("SELECT node, seen_at FROM monitor_nodes ORDER BY node")).Select(row => (row.Node, DateTimeOffset.FromUnixTimeMilliseconds(row.SeenAt)))];
    }

    /// <summary>Bytes of the database.</summary>
    public async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(database.IsPostgres
            ? "SELECT pg_database_size(current_database())"
            : "SELECT p.page_count * s.page_size FROM pragma_page_count() p, pragma_page_size() s");
    }
}
