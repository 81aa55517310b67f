using NUnit.Framework;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Runs;

public sealed class WaitingRecordTests
{
    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task However_much_it_waits_for_there_is_one_record_and_once_it_has_begun_it_is_not_forgotten()
    {
        var record = new WaitingRecord(_file.Runs, _file.Run("run"), _file.Time);
        await record.ForgetAsync(default);
        for (var times = 0; times < 3; times++) await record.WriteAsync();
        Assert.That((await _file.Runs.LatestAsync("portal", 9, default)).Single().State, Is.EqualTo(RunState.Waiting));
        await record.BeginAsync(_file.Run("run"), default);
        await record.ForgetAsync(default);
        Assert.That(await _file.Runs.FindAsync("run", default), Is.EqualTo(_file.Run("run")));
    }

    [Test]
    public async Task A_run_that_is_not_walked_while_the_database_is_away_does_not_wait_on_record_for_ever()
    {
        var record = new WaitingRecord(_file.Runs, _file.Run("run"), _file.Time);
        await record.WriteAsync();
        await _file.ExecuteAsync("ALTER TABLE monitor_runs RENAME TO away");
        var forgotten = record.ForgetAsync(default);
        for (var seconds = 0; seconds < 3; seconds++) await _file.AfterAsync(TimeSpan.FromSeconds(1));
        Assert.That(forgotten.IsCompleted, Is.False);
        await _file.ExecuteAsync("ALTER TABLE away RENAME TO monitor_runs");
        while (!forgotten.IsCompleted) await _file.AfterAsync(TimeSpan.FromSeconds(1));
        await forgotten;
        Assert.That(await _file.Runs.FindAsync("run", default), Is.Null);
    }
}
