using Microsoft.Extensions.Logging;
using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Alerts;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Runs;

public sealed class HousekeepingTests
{
    [Test]
    public async Task It_is_done_at_the_start_and_again_a_minute_after_it_failed()
    {
        await using var file = await StoreFile.CreateAsync();
        var options = new MonitorOptions { DataFolder = file.Folder, Scenarios = [], Retention = new() { Passed = TimeSpan.FromDays(1) } };
        await EndAsync(file, "old");
        file.Time.Advance(TimeSpan.FromDays(2));
        await EndAsync(file, "new");
        await file.ExecuteAsync("ALTER TABLE monitor_phases RENAME TO away");
        var log = new Complaints();
        using var housekeeping = new Housekeeping(
            options, new(options, new(file.Database), file.Time), new(options, new(file.Database), file.Time), new AlertOutbox(file.Database, file.Time), file.Time, log);
        await housekeeping.StartAsync(default);
        Assert.That(File.Exists(Path.Combine(file.Folder, "prober.store")), "the folder is this store's from the start");
        Assert.That(await log.First.WaitAsync(TimeSpan.FromMinutes(1)), Is.EqualTo("old runs could not be cleared up (SqliteException); tried again in a minute"));
        await file.ExecuteAsync("ALTER TABLE away RENAME TO monitor_phases");
        Assert.That(await KeptAsync(file), Is.EquivalentTo(new[] { "old", "new" }));
        for (var seconds = 0; seconds < 90 && (await KeptAsync(file)).Count > 1; seconds++) await file.AfterAsync(TimeSpan.FromSeconds(1));
        Assert.That(await KeptAsync(file), Is.EqualTo(new[] { "new" }));
        await housekeeping.StopAsync(default);
    }

    private static async Task EndAsync(StoreFile file, string id)
    {
        await file.Runs.BeginAsync(file.Run(id), default);
        await file.Runs.EndAsync(file.Run(id) with { State = RunState.Completed, Verdict = "pass", EndedAt = file.Time.GetUtcNow() }, [], [], default);
    }

    private static async Task<IReadOnlyList<string>> KeptAsync(StoreFile file) => [.. (await file.Runs.LatestAsync(null, 9, default)).Select(run => run.Id)];

    private sealed class Complaints : ILogger<Housekeeping>
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> First => _first.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _first.TrySetResult(formatter(state, exception));
    }
}
