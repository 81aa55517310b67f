using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Prober.Monitor.Store;

/// <summary>
/// Connections to a SQLite file that many write to at once. Who finds it taken waits in SQLite itself, which asks again within milliseconds;
/// the driver alone would sleep for 150 ms each time. With a write-ahead log <c>synchronous = NORMAL</c> costs no transaction when a process is
/// killed and nothing of the file when the power goes, only what was written in the last moment before.
/// </summary>
public sealed class SqliteDataSource(string connectionString) : DbDataSource
{
    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new TunedConnection(connectionString);

    private sealed class TunedConnection(string connectionString) : SqliteConnection(connectionString)
    {
        public override void Open()
        {
            base.Open();
            this.Execute("PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        }
    }
}
