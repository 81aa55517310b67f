using NUnit.Framework;
using Prober.Monitor.Alerts;

namespace Prober.Tests.Monitor.Alerts;

public sealed class SilencedAlertTests
{
    private AlertDesk _desk = null!;

    [SetUp]
    public async Task CreateAsync() => _desk = await AlertDesk.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _desk.DisposeAsync();

    [Test]
    public async Task Nothing_is_told_of_a_silenced_scenario_until_the_silence_ends()
    {
        await _desk.Silences.AddAsync("port*", TimeSpan.FromHours(1), default);
        await _desk.FailAsync();
        await _desk.AfterAsync(TimeSpan.FromMinutes(59));
        Assert.That(_desk.Target.Taken, Is.Empty);
        await _desk.AfterAsync(TimeSpan.FromMinutes(1));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened }), "it still is so");
    }

    [Test]
    public async Task What_came_and_went_in_a_silence_nobody_hears_of()
    {
        await _desk.Silences.AddAsync("portal", TimeSpan.FromHours(1), default);
        await _desk.FailAsync();
        await _desk.AfterAsync(TimeSpan.FromMinutes(10));
        await _desk.PassAsync();
        await _desk.AfterAsync(TimeSpan.FromHours(2));
        Assert.That(_desk.Target.Taken, Is.Empty);
    }

    [Test]
    public async Task What_was_told_before_a_silence_is_resolved_after_it()
    {
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        await _desk.Silences.AddAsync("portal", TimeSpan.FromHours(1), default);
        await _desk.PassAsync();
        await _desk.AfterAsync(TimeSpan.FromMinutes(59));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened }));
        await _desk.AfterAsync(TimeSpan.FromMinutes(1));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened, AlertKind.Resolved }));
    }

    [Test]
    public async Task Of_several_scenarios_those_that_are_not_silenced_are_named()
    {
        await _desk.Silences.AddAsync("portal", TimeSpan.FromHours(1), default);
        await _desk.FailAsync("portal");
        await _desk.FailAsync("billing");
        await _desk.AfterAsync(AlertRules.GroupFor);
        Assert.That(_desk.Target.Taken.Single().Incident.Scenarios, Is.EqualTo(new[] { "billing" }));
    }

    [Test]
    public async Task A_message_that_waits_for_its_next_attempt_waits_for_the_end_of_the_silence()
    {
        _desk.Target.Refusal = new AlertRefusedException("not reached");
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        _desk.Target.Refusal = null;
        await _desk.Silences.AddAsync("portal", TimeSpan.FromMinutes(10), default);
        for (var minute = 0; minute < 9; minute++) await _desk.AfterAsync(TimeSpan.FromMinutes(1));
        Assert.That(_desk.Target.Taken, Is.Empty);
        Assert.That((await _desk.Outbox.LatestAsync(1, default))[0].Attempts, Is.EqualTo(1));
        await _desk.AfterAsync(TimeSpan.FromMinutes(1));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened }));
    }
}
