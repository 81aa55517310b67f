using Dapper;
using Microsoft.Extensions.Time.Testing;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor;

/// <summary>A store of a test's own, and a clock that stands until it is moved. Where it is kept, the other part says: a file here, PostgreSQL in the end-to-end tests.</summary>
internal sealed partial class StoreFile : IAsyncDisposable
{
    public MonitorDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    public RunStore Runs => new(Database, Time);

    public string Folder => _folder.FullName;

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

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(default);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Moves the clock on, and lets whoever waited for it do something.</summary>
    public async Task AfterAsync(TimeSpan time)
    {
        Time.Advance(time);
        await Task.Delay(20);
    }
}
