using System.Data.Common;
using Dapper;

namespace Prober.Monitor.Store;

/// <summary>Brings a database to the shape that this version knows: each migration once, in order, in one transaction.</summary>
public static class MonitorSchema
{
    private static readonly string[] Migrations = ["001-runs.sql", "002-incidents.sql", "003-deliveries.sql", "004-steadiness.sql", "005-silences.sql", "006-bundles.sql", "007-login-keys.sql", "008-store.sql", "009-hours.sql"];

    /// <exception cref="InvalidOperationException">A newer version has written this database.</exception>
    public static async Task MigrateAsync(MonitorDatabase database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenAsync(cancellationToken);
        // A write-ahead log lets the page read while a run is written, and survives a kill.
        if (!database.IsPostgres) await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two nodes may start at once; the second waits here.
        if (database.IsPostgres) await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(736217)", transaction: transaction);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS monitor_schema (version INTEGER NOT NULL)", transaction: transaction);
        var version = await connection.ExecuteScalarAsync<int?>("SELECT MAX(version) FROM monitor_schema", transaction: transaction) ?? 0;
        if (version > Migrations.Length)
            throw new InvalidOperationException($"{database.Name}: written by a newer prober (schema {version}, this one knows {Migrations.Length})");
        for (; version < Migrations.Length; version++) await ApplyAsync(connection, transaction, version);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ApplyAsync(DbConnection connection, DbTransaction transaction, int version)
    {
        using var reader = new StreamReader(typeof(MonitorSchema).Assembly.GetManifestResourceStream(Migrations[version])!);
        await connection.ExecuteAsync(await reader.ReadToEndAsync(), transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO monitor_schema (version) VALUES (@version)", new { version = version + 1 }, transaction);
    }
}
