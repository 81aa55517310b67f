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
    private readonly SemaphoreSlim? _writers;

    private MonitorDatabase(string connectionString, bool isPostgres, Func<DbConnection> connect) =>
        (ConnectionString, IsPostgres, _connect, _writers) = (connectionString, isPostgres, connect, isPostgres ? null : new(1, 1));

    /// <summary>For the scheduler's own store; holds a password when PostgreSQL wants one, so it goes into no message.</summary>
    public string ConnectionString { get; }

    public bool IsPostgres { get; }

    /// <summary>
    /// The scheduler's own file beside the runs'; null for PostgreSQL, where it has its tables in the same database. Two that write to one SQLite file
    /// hundreds of times a minute keep each other waiting for seconds, and the plan can be made again from the scenarios.
    /// </summary>
    public SqliteDataSource? SchedulerSource { get; private init; }

    /// <summary>What may be said of it: file, or host and database.</summary>
    public string Name { get; private init; } = "";

    public static MonitorDatabase Sqlite(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        var source = new SqliteDataSource(connection);
        return new(connection, isPostgres: false, source.CreateConnection) { Name = file, SchedulerSource = new(Beside(file)) };
    }

    private static string Beside(string file) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetDirectoryName(file) ?? "", "schedule.db"), DefaultTimeout = 30 }.ToString();

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static MonitorDatabase Postgres(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return new(connectionString, isPostgres: true, () => new NpgsqlConnection(connectionString)) { Name = $"{parts.Host}/{parts.Database}" };
    }

    /// <summary>
    /// A turn to write, for what every run writes: a SQLite file takes one writer at a time, and whoever finds it taken sleeps on its thread and
    /// may be overtaken. Here they wait in order and without a thread; it is free when the turn is disposed. PostgreSQL needs no turns.
    /// </summary>
    public async Task<IDisposable?> TurnAsync(CancellationToken cancellationToken)
    {
        if (_writers is null) return null;
        await _writers.WaitAsync(cancellationToken);
        return new Turn(_writers);
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

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose() => writers.Release();
    }
}
