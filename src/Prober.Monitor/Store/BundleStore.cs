using Dapper;

namespace Prober.Monitor.Store;

/// <summary>Which bundles go into the bucket, and which are to leave it.</summary>
public sealed class BundleStore(MonitorDatabase database, TimeProvider time)
{
    /// <summary>Whoever hears of a run reads its folder before it is moved.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>What takes longer was given up by a node that is gone.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);

    /// <summary>Runs that ended and whose evidence lies in a folder: of this node, and of nodes that are gone, whose folders it may see.</summary>
    public async Task<IReadOnlyList<(string Id, string Scenario, string Folder)>> WaitingAsync(string node, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<(string, string, string)>(
            """
            SELECT id, scenario, folder FROM monitor_runs
            WHERE folder IS NOT NULL AND ended_at < @rested AND (node = @node OR node NOT IN (SELECT node FROM monitor_nodes WHERE seen_at >= @alive)) ORDER BY ended_at
            """,
            new { node, rested = Milliseconds(now - Rest), alive = Milliseconds(now - RunStore.NodeIsGoneAfter) })];
    }

    /// <summary>A node begins to write a bundle: if it goes away before the end, what it wrote leaves the bucket.</summary>
    public Task BeginAsync(string bundle, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO monitor_spared_bundles (bundle, due_at) VALUES (@bundle, @due) ON CONFLICT (bundle) DO UPDATE SET due_at = excluded.due_at",
        new { bundle, due = Milliseconds(time.GetUtcNow() + LongestUpload) }, cancellationToken);

    /// <summary>The evidence is in the bucket, and its folder nobody's any more; when the record is gone it leaves the bucket again, and the answer is false.</summary>
    public async Task<bool> MovedAsync(string run, string bundle, long bytes, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var moved = await connection.ExecuteAsync("UPDATE monitor_runs SET bundle = @bundle, bundle_bytes = @bytes, folder = NULL WHERE id = @run", new { run, bundle, bytes }, transaction) == 1;
        await connection.ExecuteAsync(
            moved ? "DELETE FROM monitor_spared_bundles WHERE bundle = @bundle" : "UPDATE monitor_spared_bundles SET due_at = 0 WHERE bundle = @bundle", new { bundle }, transaction);
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    /// <summary>Bundles that are to leave the bucket now.</summary>
    public async Task<IReadOnlyList<string>> SparedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>("SELECT bundle FROM monitor_spared_bundles WHERE due_at <= @now ORDER BY bundle", new { now = Milliseconds(time.GetUtcNow()) })];
    }

    /// <summary>It has left the bucket.</summary>
    public Task GoneAsync(string bundle, CancellationToken cancellationToken) => ExecuteAsync("DELETE FROM monitor_spared_bundles WHERE bundle = @bundle", new { bundle }, cancellationToken);

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(sql, parameters);
    }
}
