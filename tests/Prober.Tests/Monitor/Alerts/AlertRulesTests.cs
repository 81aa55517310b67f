using NUnit.Framework;
using Prober.Monitor.Alerts;
using static Prober.Monitor.Alerts.AlertKind;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertRulesTests
{
    private AlertDesk _desk = null!;

    [TearDown]
    public async Task RemoveAsync() => await _desk.DisposeAsync();

    [Test]
    public async Task After_so_many_failures_and_until_so_many_successes()
    {
        _desk = await AlertDesk.CreateAsync(options => options with { Alerts = new() { OpenAfter = 3, ResolveAfter = 2 } });
        await FailAsync();
        await FailAsync();
        Assert.That(_desk.Target.Taken, Is.Empty);
        await FailAsync();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened }));
        await PassAsync();
        await FailAsync();
        await PassAsync();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened }), "not two in a row");
        await PassAsync();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened, Resolved }));
    }

    [Test]
    public async Task One_success_breaks_a_row_of_failures()
    {
        _desk = await AlertDesk.CreateAsync(options => options with { Alerts = new() { OpenAfter = 2, ResolveAfter = 2 } });
        await FailAsync();
        await PassAsync();
        await FailAsync();
        Assert.That(_desk.Target.Taken, Is.Empty);
    }

    [Test]
    public async Task What_lasts_is_told_again_and_again_also_after_a_restart()
    {
        _desk = await AlertDesk.CreateAsync(options => options with { Alerts = new() { RemindEvery = TimeSpan.FromHours(4) } });
        await FailAsync();
        await _desk.AfterAsync(TimeSpan.FromHours(3));
        _desk.Restart();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened }));
        await _desk.AfterAsync(TimeSpan.FromHours(1));
        await _desk.AfterAsync(TimeSpan.FromHours(4));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened, Reminder, Reminder }));
        Assert.That(AlertText.Title(_desk.Target.Taken[1]), Is.EqualTo("Login still broken: The provider answered 503."));
        await PassAsync();
        await _desk.AfterAsync(TimeSpan.FromHours(5));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened, Reminder, Reminder, Resolved }));
        Assert.That(_desk.Target.Taken.Select(alert => alert.Incident.Id).Distinct(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Of_what_somebody_sees_to_there_is_no_reminder()
    {
        _desk = await AlertDesk.CreateAsync(options => options with { Alerts = new() { RemindEvery = TimeSpan.FromHours(4) } });
        await FailAsync();
        await _desk.AfterAsync(TimeSpan.FromHours(4));
        var id = _desk.Target.Taken[0].Incident.Id;
        _desk.File.Time.Advance(TimeSpan.FromHours(1));
        Assert.That((await _desk.Notes.AcknowledgeAsync(id, default), await _desk.Notes.AcknowledgeAsync("another", default)), Is.EqualTo((true, false)));
        for (var day = 0; day < 3; day++) await _desk.AfterAsync(TimeSpan.FromDays(1));
        await PassAsync();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened, Reminder, Acknowledged, Resolved }));
        Assert.That(await _desk.Notes.AcknowledgeAsync(id, default), Is.False, "it is over");
    }

    [Test]
    public async Task What_lasts_is_told_once_unless_somebody_asked_for_more()
    {
        _desk = await AlertDesk.CreateAsync();
        await FailAsync();
        await _desk.AfterAsync(TimeSpan.FromDays(9));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened }));
    }

    [Test]
    public async Task What_comes_and_goes_is_told_as_that_once_and_then_how_it_stays()
    {
        _desk = await AlertDesk.CreateAsync();
        await FlapAsync();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened, Resolved, Opened, Resolved, Flapping }));
        Assert.That(AlertText.Body(_desk.Target.Taken[4]), Does.Contain(AlertText.ByTurns));
        for (var turn = 0; turn < 20; turn++)
        {
            await PassAsync();
            await FailAsync();
        }

        await PassAsync();
        Assert.That(_desk.Target.Taken, Has.Count.EqualTo(5), "no more until it is steady");
        await _desk.AfterAsync(TimeSpan.FromHours(1));
        Assert.That(_desk.Target.Kinds.Skip(5), Is.EqualTo(new[] { Resolved }));
        Assert.That(_desk.Target.Taken[5].Incident.Id, Is.EqualTo(_desk.Target.Taken[4].Incident.Id), "on the same key");
        await _desk.AfterAsync(TimeSpan.FromHours(1));
        await FailAsync();
        Assert.That(_desk.Target.Kinds.Skip(6), Is.EqualTo(new[] { Opened }), "steady: a page again");
    }

    [Test]
    public async Task What_came_and_went_and_then_stays_broken_is_told_as_broken()
    {
        _desk = await AlertDesk.CreateAsync();
        await FlapAsync();
        await _desk.AfterAsync(TimeSpan.FromHours(1));
        await PassAsync();
        Assert.That(_desk.Target.Kinds.Skip(4), Is.EqualTo(new[] { Flapping, Opened, Resolved }));
        Assert.That(_desk.Target.Taken.Skip(4).Select(alert => alert.Incident.Id).Distinct(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Nothing_flaps_where_that_was_asked_for()
    {
        _desk = await AlertDesk.CreateAsync(options => options with { Alerts = new() { FlapsAfter = 0 } });
        await FlapAsync();
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { Opened, Resolved, Opened, Resolved, Opened }));
    }

    private async Task FlapAsync()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            await FailAsync();
            await PassAsync();
        }

        await FailAsync();
    }

    // A run, and a look as long after it as an incident is kept back.
    private async Task FailAsync()
    {
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
    }

    private async Task PassAsync()
    {
        await _desk.PassAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
    }
}
