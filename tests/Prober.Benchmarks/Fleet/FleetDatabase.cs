using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Prober.Monitor.Store;

namespace Prober.Benchmarks.Fleet;

/// <summary>A database of the simulation's own: a SQLite file, or a new database on the server that <c>PROBER_DATABASE</c> names.</summary>
internal sealed class FleetDatabase : IAsyncDisposable
{
    private readonly string? _server;
    private readonly string _name;

    private FleetDatabase(MonitorDatabase monitor, string? server, string name) => (Monitor, _server, _name) = (monitor, server, name);

    public MonitorDatabase Monitor { get; }

    public static async Task<FleetDatabase> CreateAsync(string folder)
    {
        if (Environment.GetEnvironmentVariable("PROBER_DATABASE") is not { Length: > 0 } server) return new(MonitorDatabase.Sqlite(Path.Combine(folder, "prober.db")), null, "");
        var name = $"prober_fleet_{Guid.NewGuid():N}"[..21];
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new(MonitorDatabase.Postgres(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()), server, name);
    }

    public async Task<IReadOnlyList<FleetStart>> StartsAsync()
    {
        await using var connection = await Monitor.OpenAsync(CancellationToken.None);
        return [.. await connection.QueryAsync<FleetStart>("SELECT scenario AS Scenario, due_at AS DueAt, started_at AS StartedAt, state AS State FROM monitor_runs WHERE state <> 'Waiting'")];
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) SqliteConnection.ClearAllPools();
        else await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync(sql);
    }
}
