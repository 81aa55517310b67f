using Dapper;

namespace Prober.Monitor.Store;

/// <summary>Which folders the records name.</summary>
public sealed class FolderStore(MonitorDatabase database)
{
    /// <summary>What tells this store from any other; made with the first question.</summary>
    public async Task<string> IdAsync(CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("INSERT INTO monitor_store (id) SELECT @id WHERE NOT EXISTS (SELECT 1 FROM monitor_store)", new { id = Guid.NewGuid().ToString("N") });
        // Two nodes that ask for the first time at once may make one each.
        return (await connection.ExecuteScalarAsync<string>("SELECT MIN(id) FROM monitor_store"))!;
    }

    /// <summary>Folders that records name.</summary>
    public async Task<IReadOnlySet<string>> NamedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>("SELECT folder FROM monitor_runs WHERE folder IS NOT NULL")).ToHashSet(StringComparer.Ordinal);
    }
}
