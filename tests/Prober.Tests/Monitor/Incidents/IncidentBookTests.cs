using NUnit.Framework;
using Prober.Monitor.Incidents;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Incidents;

public sealed class IncidentBookTests
{
    private StoreFile _file = null!;
    private IncidentBook _book = null!;
    private IncidentHistory _history = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _book = new(new() { DataFolder = "", Scenarios = [] }, _file.Database, _file.Time);
        _history = new(_file.Database);
    }

    [TearDown]
    public async Task RemoveAsync() => await _file.DisposeAsync();

    [Test]
    public async Task Another_cause_is_another_incident_and_ends_the_one_before()
    {
        await FailAsync("portal");
        await FailAsync("portal", check: "token-returned", fault: "application");
        var incidents = await _history.LatestAsync(10, default);
        Assert.That(incidents.Select(incident => (incident.CheckId, incident.ResolvedAt is null)), Is.EqualTo(new[] { ("token-returned", true), ("login-prompt-idp-available", false) }));
    }

    [Test]
    public async Task An_application_at_fault_is_an_incident_of_its_own_though_it_shares_the_provider()
    {
        await FailAsync("one", fault: "application");
        await FailAsync("two", fault: "application");
        Assert.That(await _history.LatestAsync(10, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_the_prober_could_not_do_is_the_operators_and_ends_when_it_does_its_work_again()
    {
        await OwnFaultAsync("one", "no space left on /data/1");
        await OwnFaultAsync("two", "no space left on /data/2");
        var own = (await _history.LatestAsync(10, default)).Single();
        Assert.That((own.IsForOperator, own.Fault, own.Reason, own.Summary, own.Scenarios.Count), Is.EqualTo((true, "prober", "not-walked", "no space left on /data/1", 2)));
        await FailAsync("one");
        await CountAsync("two", run => run with { State = RunState.Completed, Verdict = "inconclusive" });
        Assert.That((await _history.LatestAsync(10, default)).Select(incident => (incident.IsForOperator, incident.ResolvedAt is null)), Is.EqualTo(new[] { (false, true), (true, false) }));
    }

    [Test]
    public async Task What_the_prober_could_not_do_neither_opens_nor_ends_anything_of_the_targets()
    {
        await FailAsync("portal");
        await OwnFaultAsync("portal", "no browser");
        Assert.That((await _history.LatestAsync(10, default)).Select(incident => (incident.CheckId, incident.ResolvedAt)),
            Is.EquivalentTo(new[] { ("login-prompt-idp-available", (DateTimeOffset?)null), (IncidentBook.ProberItself, null) }));
    }

    [Test]
    public async Task An_account_that_rests_is_the_operators_once_for_all_its_scenarios()
    {
        foreach (var scenario in (string[])["one", "two"]) await CountAsync(scenario, run => run with { State = RunState.Skipped, Fault = "account", Summary = "It is left alone." });
        var rests = (await _history.LatestAsync(10, default)).Single();
        Assert.That((rests.IsForOperator, rests.Fault, rests.Scenarios.Count), Is.EqualTo((true, "account", 2)));
        Assert.That(rests.Cause, Does.Not.Contain("probe@example.com"));
    }

    private Task FailAsync(string scenario, string check = "login-prompt-idp-available", string fault = "identity-provider") => CountAsync(scenario, IncidentRuns.Failed(check, fault));

    private Task OwnFaultAsync(string scenario, string summary) => CountAsync(scenario, run => run with { State = RunState.ProberFault, Fault = "prober", Summary = summary });

    private Task CountAsync(string scenario, Func<RunRecord, RunRecord> outcome) => _file.CountAsync(_book, scenario, outcome);
}
