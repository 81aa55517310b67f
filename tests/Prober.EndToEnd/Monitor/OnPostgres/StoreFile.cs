using Microsoft.Extensions.Time.Testing;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor;

/// <summary>What the unit tests of the store have in place of a SQLite file: a PostgreSQL database of the test's own. The tests themselves are the same files.</summary>
internal sealed class StoreFile : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-store-");

    private StoreFile(MonitorDatabase database) => Database = database;

    public MonitorDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    public RunStore Runs => new(Database, Time);

    public string Folder => _folder.FullName;

    public static async Task<StoreFile> CreateAsync()
    {
        var file = new StoreFile(MonitorDatabase.Postgres(await OnPostgres.NewDatabaseAsync()));
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
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
