using NUnit.Framework;
using Prober.Monitor.Alerts;
using Prober.Monitor.Store;
using Prober.Tests.Monitor.Incidents;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertPlanTests
{
    private AlertDesk _desk = null!;

    [SetUp]
    public async Task CreateAsync() => _desk = await AlertDesk.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _desk.DisposeAsync();

    [Test]
    public async Task Forty_scenarios_that_fail_by_one_cause_are_one_incident_told_once_and_resolved_once()
    {
        for (var number = 0; number < 40; number++) await _desk.FailAsync($"scenario-{number}");
        await _desk.Sender.LookAsync(default);
        Assert.That(_desk.Target.Taken, Is.Empty, "kept back, so that all of them are in one message");
        await _desk.AfterAsync(AlertRules.GroupFor);
        var told = _desk.Target.Taken.Single();
        Assert.That((told.Kind, told.Incident.Scenarios.Count, told.Incident.Summary), Is.EqualTo((AlertKind.Opened, 40, "The provider answered 503.")));

        for (var number = 0; number < 39; number++) await _desk.PassAsync($"scenario-{number}");
        await _desk.AfterAsync(TimeSpan.FromMinutes(1));
        Assert.That(_desk.Target.Taken, Has.Count.EqualTo(1), "once, and one still fails");
        await _desk.PassAsync("scenario-39");
        await _desk.Sender.LookAsync(default);
        await _desk.Sender.LookAsync(default);
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened, AlertKind.Resolved }));
        Assert.That((_desk.Target.Taken[1].Incident.Id, _desk.Target.Taken[1].Incident.ResolvedAt), Is.EqualTo((told.Incident.Id, (DateTimeOffset?)_desk.File.Time.GetUtcNow())), "on the same key");
    }

    [Test]
    public async Task Nobody_hears_of_the_end_of_what_nobody_heard_of()
    {
        await _desk.FailAsync();
        await _desk.PassAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        Assert.That(_desk.Target.Taken, Is.Empty);
    }

    [Test]
    public async Task Own_faults_reach_the_operator_and_nobody_else()
    {
        await _desk.File.CountAsync(_desk.Book, "portal", run => run with { State = RunState.ProberFault, Fault = "prober", Summary = "no browser" });
        await _desk.AfterAsync(AlertRules.GroupFor);
        Assert.That((_desk.Operator.Taken.Single().Incident.Summary, _desk.Target.Taken.Count), Is.EqualTo(("no browser", 0)));
    }
}
