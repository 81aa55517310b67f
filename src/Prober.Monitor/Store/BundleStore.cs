using Dapper;

namespace Prober.Monitor.Store;

/// <summary>Which bundles go into the bucket, and which are to leave it.</summary>
public sealed class BundleStore(MonitorDatabase database, TimeProvider time)
{
    /// <summary>Whoever hears of a run reads its folder before it is moved.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

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

    /// <summary>The evidence is in the bucket, and its folder nobody's any more; false when the record is gone.</summary>
    public async Task<bool> MovedAsync(string run, string bundle, long bytes, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync("UPDATE monitor_runs SET bundle = @bundle, bundle_bytes = @bytes, folder = NULL WHERE id = @run", new { run, bundle, bytes }) == 1;
    }

    /// <summary>Bundles that are to leave the bucket.</summary>
    public async Task<IReadOnlyList<string>> SparedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>("SELECT bundle FROM monitor_spared_bundles ORDER BY bundle")];
    }

    /// <summary>To leave the bucket, though no record names it.</summary>
    public Task SpareAsync(string bundle, CancellationToken cancellationToken) =>
        ExecuteAsync("INSERT INTO monitor_spared_bundles (bundle) VALUES (@bundle) ON CONFLICT (bundle) DO NOTHING", new { bundle }, cancellationToken);

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
