using NUnit.Framework;
using Prober.Monitor.Alerts;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertOutboxTests
{
    private AlertDesk _desk = null!;

    [SetUp]
    public async Task CreateAsync() => _desk = await AlertDesk.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _desk.DisposeAsync();

    [Test]
    public async Task What_a_channel_refuses_is_sent_again_later_and_later_and_then_given_up()
    {
        _desk.Target.Refusal = new AlertRefusedException("answered 503");
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        foreach (var wait in AlertOutbox.AgainAfter)
        {
            Assert.That((await LogAsync()).State, Is.EqualTo(DeliveryState.Waiting));
            var before = (await LogAsync()).Attempts;
            await _desk.AfterAsync(wait - TimeSpan.FromSeconds(1));
            Assert.That((await LogAsync()).Attempts, Is.EqualTo(before), "not yet");
            await _desk.AfterAsync(TimeSpan.FromSeconds(1));
            Assert.That((await LogAsync()).Attempts, Is.EqualTo(before + 1));
        }

        var log = await LogAsync();
        Assert.That((log.State, log.Problem, log.Attempts, log.EndedAt), Is.EqualTo((DeliveryState.Failed, "answered 503", AlertOutbox.AgainAfter.Count + 1, (DateTimeOffset?)_desk.File.Time.GetUtcNow())));
        Assert.That(_desk.Counted, Has.Count.EqualTo(log.Attempts).And.All.EqualTo("login_probe_alerts_failed slack opened"));
    }

    [Test]
    public async Task A_message_that_waits_survives_a_restart_and_comes_before_the_next_of_its_incident()
    {
        _desk.Target.Refusal = new AlertRefusedException("not reached");
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        _desk.Restart();
        await _desk.PassAsync();
        await _desk.AfterAsync(TimeSpan.FromSeconds(1));
        _desk.Target.Refusal = null;
        Assert.That(_desk.Target.Taken, Is.Empty);
        await _desk.AfterAsync(AlertOutbox.AgainAfter[0]);
        await _desk.Sender.LookAsync(default);
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened, AlertKind.Resolved }));
        Assert.That(_desk.Counted, Is.EqualTo(new[] { "login_probe_alerts_failed slack opened", "login_probe_alerts_sent slack opened", "login_probe_alerts_sent slack resolved" }));
    }

    [Test]
    public async Task A_message_whose_process_went_away_is_taken_by_another_and_by_one_alone()
    {
        await _desk.FailAsync();
        _desk.File.Time.Advance(AlertRules.GroupFor);
        await _desk.Plan.PlanAsync(default);
        Assert.That(await _desk.Outbox.TakeAsync(default), Has.Count.EqualTo(1));
        Assert.That(await _desk.Outbox.TakeAsync(default), Is.Empty, "it is being sent");
        await _desk.AfterAsync(TimeSpan.FromMinutes(2));
        Assert.That(_desk.Target.Kinds, Is.EqualTo(new[] { AlertKind.Opened }));
    }

    [Test]
    public async Task What_a_broken_channel_says_goes_nowhere()
    {
        _desk.Target.Refusal = new FormatException("https://hooks.example/secret");
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        Assert.That((await LogAsync()).Problem, Is.EqualTo("internal error: FormatException"));
    }

    [Test]
    public async Task The_log_forgets_what_is_old()
    {
        await _desk.FailAsync();
        await _desk.AfterAsync(AlertRules.GroupFor);
        await _desk.Outbox.ForgetAsync(_desk.File.Time.GetUtcNow(), default);
        Assert.That((await LogAsync()).State, Is.EqualTo(DeliveryState.Sent));
        await _desk.Outbox.ForgetAsync(_desk.File.Time.GetUtcNow().AddSeconds(1), default);
        Assert.That(await _desk.Outbox.LatestAsync(10, default), Is.Empty);
    }

    private async Task<Delivery> LogAsync() => (await _desk.Outbox.LatestAsync(10, default)).Single();
}
