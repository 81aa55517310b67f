using Prober.Monitor.Store;

namespace Prober.Tests.Monitor;

/// <summary>In a PostgreSQL database of the test's own.</summary>
internal sealed partial class StoreFile
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-store-");

    private StoreFile(MonitorDatabase database) => Database = database;

    public static async Task<StoreFile> CreateAsync()
    {
        // Without a pool no connection outlives its test.
        var file = new StoreFile(MonitorDatabase.Postgres((await SharedPostgres.NewDatabaseAsync()).ConnectionString.Replace("Pooling=true", "Pooling=false", StringComparison.Ordinal)));
        await MonitorSchema.MigrateAsync(file.Database, CancellationToken.None);
        return file;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
