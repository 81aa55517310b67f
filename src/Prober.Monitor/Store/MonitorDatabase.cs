using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Prober.Monitor.Store;

/// <summary>
/// Where the monitor keeps what happened: a SQLite file of its own, or a PostgreSQL database that several nodes share. Times are
/// milliseconds since 1970 in UTC, so that both compare them alike.
/// </summary>
public sealed class MonitorDatabase
{
    private readonly Func<DbConnection> _connect;

    private MonitorDatabase(string connectionString, bool isPostgres, Func<DbConnection> connect) =>
        (ConnectionString, IsPostgres, _connect) = (connectionString, isPostgres, connect);

    /// <summary>For the scheduler's own store; holds a password when PostgreSQL wants one, so it goes into no message.</summary>
    public string ConnectionString { get; }

    public bool IsPostgres { get; }

    /// <summary>Connections to the file, also for the scheduler's own store; null for PostgreSQL.</summary>
    public SqliteDataSource? SqliteSource { get; private init; }

    /// <summary>What may be said of it: file, or host and database.</summary>
    public string Name { get; private init; } = "";

    public static MonitorDatabase Sqlite(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        var source = new SqliteDataSource(connection);
        return new(connection, isPostgres: false, source.CreateConnection) { Name = file, SqliteSource = source };
    }

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static MonitorDatabase Postgres(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return new(connectionString, isPostgres: true, () => new NpgsqlConnection(connectionString)) { Name = $"{parts.Host}/{parts.Database}" };
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = _connect();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
