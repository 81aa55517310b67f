using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Runs;

public sealed class MissedRunsTests
{
    private StoreFile _file = null!;
    private MissedRuns _missed = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _missed = new(new MonitorOptions { DataFolder = _file.Folder, Scenarios = [] }, _file.Runs, _file.Time);
    }

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task A_gap_has_one_record_and_a_run_that_had_not_begun_has_its_own()
    {
        var due = _file.Time.GetUtcNow();
        _file.Time.Advance(TimeSpan.FromHours(1));
        await _missed.LateAsync("portal", [due, due.AddMinutes(5), due.AddMinutes(10)], default);
        _file.Time.Advance(TimeSpan.FromHours(1));
        await _missed.LateAsync("portal", [due.AddHours(1)], default);
        _file.Time.Advance(TimeSpan.FromHours(1));
        await _missed.StoppedAsync("portal", due.AddHours(2), default);

        var runs = await _file.Runs.LatestAsync("portal", 10, default);
        Assert.That(runs.Select(run => (run.State, run.DueAt, run.Summary)), Is.EqualTo(new[]
        {
            (RunState.Missed, due.AddHours(2), "The monitor was stopped before this run could begin."),
            (RunState.Missed, due.AddHours(1), "No prober could start this run in time."),
            (RunState.Missed, due, "No prober could start these 3 runs in time, due from 2026-11-26 12:00:00Z to 2026-11-26 12:10:00Z."),
        }));
        Assert.That(runs.Select(run => run.Fault), Is.All.EqualTo("prober"), "never the target's");
        Assert.That((await new ProberHistory(_file.Database).LatenessAsync(due, default)).Runs, Is.Zero, "what never began was not late");
        Assert.That(await new RunHistory(_file.Database).TallyAsync("portal", due, default), Is.EqualTo(new RunTally()));
        Assert.That(await new ProberHistory(_file.Database).FaultsAsync(10, default), Has.Count.EqualTo(3));
    }
}
