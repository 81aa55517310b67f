using Prober.EndToEnd.Monitor;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor;

/// <summary>In a PostgreSQL schema of the test's own.</summary>
internal sealed partial class StoreFile
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-store-");
    private readonly PostgresSchema _schema;

    // Without a pool no connection outlives its test.
    private StoreFile(PostgresSchema schema) =>
        (_schema, Database) = (schema, MonitorDatabase.Postgres(schema.ConnectionString.Replace("Pooling=true", "Pooling=false", StringComparison.Ordinal)));

    public static async Task<StoreFile> CreateAsync()
    {
        var file = new StoreFile(await SharedPostgres.NewSchemaAsync());
        await MonitorSchema.MigrateAsync(file.Database, CancellationToken.None);
        return file;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return _schema.DisposeAsync();
    }
}
