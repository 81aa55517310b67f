using NUnit.Framework;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Store;

public sealed class ProberHistoryTests
{
    private StoreFile _file = null!;
    private ProberHistory _history = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _history = new ProberHistory(_file.Database);
    }

    [TearDown]
    public async Task DeleteAsync() => await _file.DisposeAsync();

    [Test]
    public async Task Lateness_is_of_what_the_schedule_wanted()
    {
        var since = _file.Time.GetUtcNow();
        foreach (var late in new[] { 100, 300, 5000 }) await AddAsync($"{late}", run => run with { DueAt = since, StartedAt = since.AddMilliseconds(late) });
        await AddAsync("asked for", run => run with { Cause = RunCause.Demand, StartedAt = since.AddHours(1) });
        foreach (var state in (RunState[])[RunState.Skipped, RunState.Waiting, RunState.Abandoned]) await AddAsync($"{state}", run => run with { State = state, StartedAt = since.AddHours(1) });
        var lateness = await _history.LatenessAsync(since, default);
        Assert.That((lateness.Runs, lateness.MedianMs, lateness.Percentile99Ms, lateness.LongestMs), Is.EqualTo((3, 300d, 5000d, 5000d)));
        Assert.That(await _history.LatenessAsync(since.AddDays(1), default), Has.Property("Runs").Zero.And.Property("MedianMs").Null);
    }

    [Test]
    public async Task Own_faults_are_told_apart_from_what_says_something_of_a_login()
    {
        await AddAsync("1", run => run with { State = RunState.Completed, Verdict = "fail" });
        await AddAsync("2", run => run with { State = RunState.ProberFault, Summary = "No browser." });
        await AddAsync("3", run => run with { State = RunState.Abandoned });
        Assert.That((await _history.FaultsAsync(9, default)).Select(run => run.Id), Is.EqualTo(new[] { "3", "2" }));
        Assert.That(await _history.SizeAsync(default), Is.GreaterThan(4096));
    }

    private Task AddAsync(string id, Func<RunRecord, RunRecord> change) => _file.Runs.BeginAsync(change(_file.Run(id)), default);
}
