using NUnit.Framework;
using Prober.Monitor.Incidents;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Incidents;

public sealed class IncidentHistoryTests
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
    public async Task What_is_open_comes_first_then_the_latest_and_each_names_its_scenarios()
    {
        await CountAsync("portal", IncidentRuns.Failed("token-returned", "application"));
        await CountAsync("billing", IncidentRuns.Failed());
        await CountAsync("notes", IncidentRuns.Failed());
        await CountAsync("billing", IncidentRuns.Passed);
        await CountAsync("notes", IncidentRuns.Passed);
        var all = await _history.LatestAsync(9, default);
        Assert.That(all.Select(incident => (incident.CheckId, incident.ResolvedAt is null, string.Join(' ', incident.Scenarios))), Is.EqualTo(new[]
        {
            ("token-returned", true, "portal"),
            ("login-prompt-idp-available", false, "notes"),
        }));
        Assert.That((await _history.LatestAsync(1, default)).Single().Id, Is.EqualTo(all[0].Id));
        Assert.That((await _history.FindAsync(all[1].Id, default))!.Summary, Is.EqualTo("The provider answered 503."));
        Assert.That(await _history.FindAsync("another", default), Is.Null);
    }

    [Test]
    public async Task Of_a_scenario_are_those_that_it_is_in_or_opened()
    {
        await _file.Runs.BeginAsync(_file.Run("run") with { Scenario = "portal" }, default);
        await CountAsync("portal", IncidentRuns.Failed());
        await CountAsync("billing", IncidentRuns.Failed());
        await CountAsync("portal", IncidentRuns.Passed);
        await CountAsync("notes", IncidentRuns.Failed("token-returned", "application"));
        foreach (var scenario in (string[])["portal", "billing"])
            Assert.That((await _history.OfAsync(scenario, 9, default)).Select(incident => incident.CheckId), Does.Contain("login-prompt-idp-available"), scenario);
        Assert.That((await _history.OfAsync("notes", 9, default)).Select(incident => incident.CheckId), Is.EqualTo(new[] { "token-returned" }));
    }

    private async Task CountAsync(string scenario, Func<RunRecord, RunRecord> outcome)
    {
        _file.Time.Advance(TimeSpan.FromMinutes(1));
        await _file.CountAsync(_book, scenario, outcome);
    }
}
