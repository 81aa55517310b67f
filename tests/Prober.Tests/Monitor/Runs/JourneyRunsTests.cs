using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Monitor;
using Prober.Monitor.Accounts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Metrics;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;
using Prober.Scenarios;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Runs;

public sealed class JourneyRunsTests
{
    private readonly Scenario _scenario = MonitoredScenario.Named("portal");
    private StoreFile _file = null!;
    private ScriptedWalker _walker = null!;
    private AccountLeases _leases = null!;
    private Admission _admission = null!;
    private ApplicationLifetime _host = null!;
    private JourneyRuns _runs = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        _file = await StoreFile.CreateAsync();
        _walker = new();
        _host = new(NullLogger<ApplicationLifetime>.Instance);
        var options = new MonitorOptions { DataFolder = _file.Folder, Scenarios = [], Slots = 1, Drain = TimeSpan.FromMilliseconds(50) };
        _admission = new(options, _file.Time);
        _leases = new(_file.Database, _file.Time);
        _runs = new(options, new MonitorLife(_host, options), _walker, _file.Runs, _leases, new(_file.Database, _file.Time), _admission, new MonitorMetrics(_admission, new ScenarioShelf(), _file.Time), new(options, _file.Database, _file.Time), [], _file.Time);
    }

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task A_failure_is_confirmed_once_and_both_are_kept()
    {
        _walker.Script(Failed(FaultOwner.IdentityProvider), Failed(FaultOwner.IdentityProvider));
        var counts = await RunAsync();
        var kept = await KeptAsync();
        Assert.That(kept.Select(run => (run.Verdict, run.Cause, run.Flaky)), Is.EquivalentTo(new[] { ("fail", RunCause.Schedule, false), ("fail", RunCause.Confirmation, false) }));
        Assert.That(counts.Confirms, Is.EqualTo(kept.Single(run => run.Cause == RunCause.Schedule).Id));
    }

    [Test]
    public async Task A_database_that_is_away_when_a_journey_ends_costs_the_run_nothing_but_time()
    {
        _walker.Script(Report(Verdict.Pass), () => _file.ExecuteAsync("ALTER TABLE monitor_runs RENAME TO away"));
        var running = RunAsync();
        for (var seconds = 0; seconds < 3; seconds++) await _file.AfterAsync(TimeSpan.FromSeconds(1));
        Assert.That(running.IsCompleted, Is.False);
        await _file.ExecuteAsync("ALTER TABLE away RENAME TO monitor_runs");
        while (!running.IsCompleted) await _file.AfterAsync(TimeSpan.FromSeconds(1));
        Assert.That((await running).Verdict, Is.EqualTo("pass"));
        Assert.That((await KeptAsync()).Single(), Has.Property("State").EqualTo(RunState.Completed).And.Property("Verdict").EqualTo("pass"));
    }

    [Test]
    public async Task A_failure_that_is_not_confirmed_is_marked_and_does_not_count()
    {
        _walker.Script(Failed(FaultOwner.Network), Report(Verdict.Pass));
        Assert.That((await RunAsync()).Verdict, Is.EqualTo("pass"));
        Assert.That((await KeptAsync()).Where(run => run.Flaky).Select(run => run.Verdict), Is.EqualTo(new[] { "fail" }));
    }

    [Test]
    public async Task A_refused_password_is_not_tried_again_and_after_three_the_account_is_left_alone()
    {
        for (var run = 0; run < AccountRest.RefusalsInARow; run++)
        {
            _walker.Script(Failed(FaultOwner.Account, "credentials-no-error-shown"));
            await RunAsync();
        }

        var skipped = await RunAsync();
        Assert.That(skipped.State, Is.EqualTo(RunState.Skipped));
        Assert.That(skipped.Summary, Is.EqualTo("The account's password was refused 3 times in a row; it is left alone until 2026-11-26 13:00:00Z, before the provider locks it."));
        Assert.That(_walker.Walks, Is.EqualTo(3));
    }

    [Test]
    public async Task Our_own_fault_is_no_verdict_on_the_target_and_is_not_confirmed()
    {
        _walker.Script(new JourneyFaultException("no browser"));
        var run = await RunAsync();
        Assert.That((run.State, run.Verdict, run.Fault, run.Summary), Is.EqualTo((RunState.ProberFault, (string?)null, "prober", "no browser")));
        Assert.That(await KeptAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_journey_that_broke_off_by_our_own_fault_is_the_operators_though_it_has_a_report()
    {
        var report = Report(Verdict.Error);
        _walker.Script(report with { Fault = FaultOwner.Prober, Run = report.Run with { Outcome = RunOutcome.ProberFault } });
        var run = await RunAsync();
        Assert.That((run.State, run.Verdict, run.Fault), Is.EqualTo((RunState.ProberFault, "error", "prober")));
        Assert.That(IncidentCause.Of(_scenario, run), Is.EqualTo(IncidentCause.Own("broke-off")));
    }

    [Test]
    public async Task A_journey_that_never_ends_is_left_behind_and_the_next_is_walked()
    {
        var began = false;
        _walker.Script(() => began = true);
        _walker.Script(Report(Verdict.Pass));
        var hanging = RunAsync();
        while (!began) await Task.Delay(1);
        await _file.AfterAsync(_scenario.Budgets.Run + TimeSpan.FromMinutes(1));
        Assert.That(hanging.IsCompleted, Is.False, "what it saw may still be written down");
        while (!hanging.IsCompleted) await _file.AfterAsync(TimeSpan.FromSeconds(1));
        var left = await hanging;
        Assert.That((left.State, left.Fault, left.Summary), Is.EqualTo((RunState.ProberFault, "prober", "the journey did not end, 60 s after its budget was over, and was left behind")));
        Assert.That((await RunAsync()).Verdict, Is.EqualTo("pass"), "slot and account are free");
    }

    [Test]
    public async Task A_run_that_waits_long_for_its_slot_keeps_its_account()
    {
        var slot = new TaskCompletionSource<int>();
        var other = _admission.AdmitAsync("other", 5, () => Task.CompletedTask, () => slot.Task, default);
        var walked = new TaskCompletionSource();
        _walker.Script(Report(Verdict.Pass), () => walked.Task);
        var run = RunAsync();
        await WaitingAsync();
        _file.Time.Advance(TimeSpan.FromHours(2));
        Assert.That(await IsFreeAsync(), Is.False, "while it waits");
        slot.SetResult(0);
        await other;
        while (_walker.Walks == 0) await Task.Delay(1);
        Assert.That(await IsFreeAsync(), Is.False, "while it is walked");
        _file.Time.Advance(_scenario.Budgets.Run + TimeSpan.FromMinutes(2));
        Assert.That(await IsFreeAsync(), Is.True, "never for longer than a journey takes");
        walked.SetResult();
        await run;

        Task<bool> IsFreeAsync() => _leases.TryTakeAsync(AccountKey.Of(_scenario), "another", TimeSpan.FromHours(1), default);
    }

    [Test]
    public async Task When_the_monitor_stops_a_journey_gets_its_while_and_then_a_record_that_says_so()
    {
        _walker.Script(_host.StopApplication);
        var run = await RunAsync();
        Assert.That((run.State, run.Summary), Is.EqualTo((RunState.Interrupted, "The monitor was stopped while this journey was walked.")));
        Assert.That(async () => await RunAsync(), Throws.InstanceOf<OperationCanceledException>(), "nothing new begins");
        Assert.That(await KeptAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_run_that_waits_for_its_slot_has_a_record_that_says_so_until_it_begins()
    {
        var slot = new TaskCompletionSource<int>();
        var other = _admission.AdmitAsync("other", 5, () => Task.CompletedTask, () => slot.Task, default);
        _walker.Script(Report(Verdict.Pass));
        var run = RunAsync();
        var waiting = await WaitingAsync();
        _file.Time.Advance(TimeSpan.FromSeconds(7));
        slot.SetResult(0);
        await other;
        var ended = await run;
        Assert.That(await KeptAsync(), Is.EqualTo(new[] { ended }));
        Assert.That((ended.Id, ended.State, ended.StartedAt - waiting.StartedAt), Is.EqualTo((waiting.Id, RunState.Completed, TimeSpan.FromSeconds(7))));
    }

    [Test]
    public async Task A_run_that_waits_for_its_account_leaves_nothing_when_the_monitor_stops()
    {
        await _leases.TryTakeAsync(AccountKey.Of(_scenario), "another", TimeSpan.FromHours(1), default);
        var run = RunAsync();
        await WaitingAsync();
        _host.StopApplication();
        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await KeptAsync(), Is.Empty);
    }

    private async Task<RunRecord> WaitingAsync()
    {
        for (var tries = 0; tries < 2000; tries++)
        {
            if (await KeptAsync() is [{ State: RunState.Waiting } waiting]) return waiting;
            await Task.Delay(5);
        }

        throw new AssertionException("no run has a record that says that it waits");
    }

    private Task<RunRecord> RunAsync() => _runs.RunAsync(_scenario, RunCause.Schedule, _file.Time.GetUtcNow(), CancellationToken.None);

    private Task<IReadOnlyList<RunRecord>> KeptAsync() => _file.Runs.LatestAsync("portal", 10, CancellationToken.None);

    private static Report Failed(FaultOwner fault, string check = "login-prompt-idp-available") => Report(Verdict.Fail) with
    {
        Fault = fault,
        Headline = new Headline(check, "some-reason", "It broke.", "Mend it.", []),
    };

    private static Report Report(Verdict verdict) => new()
    {
        Run = new RunInfo { Id = "run", Scenario = "portal", StartedAt = DateTimeOffset.UnixEpoch, Duration = TimeSpan.FromSeconds(1), Source = EvidenceSource.Live, Outcome = RunOutcome.Completed, Version = "0" },
        Verdict = verdict,
        Fault = FaultOwner.None,
        Headline = null,
        Phases = [],
        Checks = [],
        Quality = [],
    };
}
