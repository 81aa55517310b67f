using Microsoft.Data.Sqlite;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor;

/// <summary>In a file that goes with the test.</summary>
internal sealed partial class StoreFile
{
    private readonly DirectoryInfo _folder;

    private StoreFile(DirectoryInfo folder) => (_folder, Database) = (folder, MonitorDatabase.Sqlite(Path.Combine(folder.FullName, "prober.db")));

    public static async Task<StoreFile> CreateAsync()
    {
        var file = new StoreFile(Directory.CreateTempSubdirectory("prober-store-"));
        await MonitorSchema.MigrateAsync(file.Database, CancellationToken.None);
        return file;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
