using NUnit.Framework;
using Prober.Monitor.Alerts;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertNotesTests
{
    private AlertDesk _desk = null!;

    [SetUp]
    public async Task CreateAsync() => _desk = await AlertDesk.CreateAsync();

    [TearDown]
    public async Task RemoveAsync() => await _desk.DisposeAsync();

    [Test]
    public async Task Of_two_nodes_one_tells()
    {
        await _desk.FailAsync();
        _desk.File.Time.Advance(AlertRules.GroupFor);
        var incident = (await _desk.History.UntoldAsync(default, default)).Single();
        var alert = new Alert(AlertKind.Opened, incident, _desk.File.Time.GetUtcNow());
        Assert.That(await _desk.Notes.TellAsync(alert, _ => Task.CompletedTask, default), Is.True);
        Assert.That(await _desk.Notes.TellAsync(alert, _ => throw new InvalidOperationException("told twice"), default), Is.False);
        Assert.That(await _desk.Plan.PlanAsync(default), Is.Empty);
    }
}
