using NUnit.Framework;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Store;

public sealed class RunHistoryTests
{
    private StoreFile _file = null!;
    private RunHistory _history = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _history = new RunHistory(_file.Database);
    }

    [TearDown]
    public async Task DeleteAsync() => await _file.DisposeAsync();

    [Test]
    public async Task The_history_is_read_page_by_page_and_new_runs_do_not_shift_it()
    {
        foreach (var id in new[] { "1", "2", "3", "4", "5" }) await AddAsync(id, id is "2" or "5" ? "fail" : "pass");
        var first = await _history.PageAsync("portal", failedOnly: false, before: null, 2, default);
        Assert.That((Ids(first), first.Next), Is.EqualTo(("5 4", "4")));
        await AddAsync("6", "pass");
        var second = await _history.PageAsync("portal", failedOnly: false, first.Next, 2, default);
        Assert.That((Ids(second), second.Next), Is.EqualTo(("3 2", "2")));
        Assert.That(await _history.PageAsync("portal", failedOnly: false, second.Next, 2, default), Has.Property("Next").Null);
    }

    [Test]
    public async Task Those_that_did_not_pass_are_failures_no_answers_and_our_own_faults()
    {
        await AddAsync("1", "warn");
        await AddAsync("2", "fail");
        await AddAsync("3", "inconclusive");
        await AddAsync("4", verdict: null, run => run with { State = RunState.ProberFault });
        await _file.Runs.BeginAsync(_file.Run("5"), default);
        await _file.Runs.BeginAsync(_file.Run("waits") with { State = RunState.Waiting }, default);
        await AddAsync("6", "pass", run => run with { Scenario = "other" });
        Assert.That(Ids(await _history.PageAsync("portal", failedOnly: true, before: null, 9, default)), Is.EqualTo("4 3 2"));
    }

    [Test]
    public async Task A_failure_and_its_confirmation_count_once_and_what_says_nothing_of_the_target_does_not()
    {
        await AddAsync("too old", "fail");
        _file.Time.Advance(TimeSpan.FromHours(1));
        var since = _file.Time.GetUtcNow();
        await AddAsync("1", "fail");
        await AddAsync("2", "fail", run => run with { Confirms = "1" });
        await AddAsync("3", "fail", run => run with { Flaky = true });
        await AddAsync("4", "pass", run => run with { Confirms = "3" });
        await AddAsync("5", "inconclusive");
        await AddAsync("6", "warn");
        await AddAsync("7", verdict: null, run => run with { State = RunState.Abandoned });
        var tally = await _history.TallyAsync("portal", since, default);
        Assert.That((tally.Runs, tally.Passed), Is.EqualTo((3, 2)));
        Assert.That((await _history.TallyAsync("other", since, default)).Availability, Is.Null);
    }

    [Test]
    public async Task Flakes_are_a_rate_of_the_runs_that_count_and_of_each_check()
    {
        await AddAsync("too old", "fail", run => run with { Flaky = true, HeadlineCheck = "login-prompt-shown" });
        _file.Time.Advance(TimeSpan.FromHours(1));
        var since = _file.Time.GetUtcNow();
        foreach (var (id, check) in new[] { ("1", "session-second-tab"), ("2", "login-prompt-shown"), ("3", "session-second-tab") })
        {
            await AddAsync(id, "fail", run => run with { Flaky = true, HeadlineCheck = check });
            await AddAsync($"{id} again", "pass", run => run with { Confirms = id });
        }

        for (var run = 4; run <= 12; run++) await AddAsync($"{run}", run == 12 ? "fail" : "pass");
        var flakes = await _history.FlakesAsync("portal", since, default);
        Assert.That((flakes.Runs, flakes.Flakes, flakes.Rate), Is.EqualTo((12, 3, 0.25)));
        Assert.That(flakes.Checks.Select(check => (check.Check, check.Flakes, flakes.RateOf(check))), Is.EqualTo(new[] { ("session-second-tab", 2L, 2 / 12d), ("login-prompt-shown", 1L, 1 / 12d) }));
        Assert.That((await _history.FlakesAsync("other", since, default)).Rate, Is.Null);
    }

    [Test]
    public async Task Half_and_95_in_100_of_a_phase_are_runs_that_happened()
    {
        var since = _file.Time.GetUtcNow();
        for (var run = 1; run <= 20; run++) await AddAsync($"{run:00}", "pass", phases: [Phase("login", run * 100), Phase("logout", 50)]);
        await AddAsync("failed", "fail", phases: [Phase("login", 60_000) with { Verdict = "fail" }]);
        var phases = await _history.PhasesAsync("portal", since, default);
        Assert.That(phases.Select(phase => (phase.Name, phase.Runs, phase.MedianMs, phase.Percentile95Ms)), Is.EqualTo(new[] { ("login", 20L, 1000d, 1900d), ("logout", 20L, 50d, 50d) }));
    }

    [Test]
    public async Task Phases_over_time_have_a_point_where_there_was_a_run()
    {
        var since = _file.Time.GetUtcNow();
        foreach (var duration in new[] { 100, 900, 300 }) await AddAsync($"{duration}", "pass", phases: [Phase("login", duration)]);
        _file.Time.Advance(TimeSpan.FromHours(2));
        await AddAsync("later", "pass", phases: [Phase("login", 200)]);
        var points = await _history.PhasesOverTimeAsync("portal", since, TimeSpan.FromHours(1), default);
        Assert.That(points.Select(point => (point.Span, point.MedianMs)), Is.EqualTo(new[] { (0L, 300d), (2L, 200d) }));
    }

    private static string Ids(RunPage page) => string.Join(' ', page.Runs.Select(run => run.Id));

    private static PhaseRecord Phase(string name, double duration) => new() { Name = name, Application = "portal", Verdict = "pass", DurationMs = duration };

    private async Task AddAsync(string id, string? verdict, Func<RunRecord, RunRecord>? change = null, IReadOnlyList<PhaseRecord>? phases = null)
    {
        _file.Time.Advance(TimeSpan.FromSeconds(1));
        var run = (change ?? (same => same))(_file.Run(id) with { State = RunState.Completed, Verdict = verdict, EndedAt = _file.Time.GetUtcNow() });
        await _file.Runs.BeginAsync(run, default);
        await _file.Runs.EndAsync(run, phases ?? [], [], default);
    }
}
