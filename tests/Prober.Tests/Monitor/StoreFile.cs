using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor;

/// <summary>A store of its own in a file that goes with the test, and a clock that stands until it is moved.</summary>
internal sealed class StoreFile : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private StoreFile(DirectoryInfo folder) => (_folder, Database) = (folder, MonitorDatabase.Sqlite(Path.Combine(folder.FullName, "prober.db")));

    public MonitorDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    public RunStore Runs => new(Database, Time);

    public string Folder => _folder.FullName;

    public static async Task<StoreFile> CreateAsync()
    {
        var file = new StoreFile(Directory.CreateTempSubdirectory("prober-store-"));
        await MonitorSchema.MigrateAsync(file.Database, CancellationToken.None);
        return file;
    }

    public RunRecord Run(string id, string node = "node-1") => new()
    {
        Id = id,
        Scenario = "portal",
        Node = node,
        State = RunState.Running,
        Cause = RunCause.Schedule,
        DueAt = Time.GetUtcNow(),
        StartedAt = Time.GetUtcNow(),
    };

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
